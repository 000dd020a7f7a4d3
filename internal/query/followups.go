package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// FollowCard is the follow-up of what must be kept up after the sign-off.
type FollowCard struct {
	Days      []FollowRow
	Next      workday.Date // empty: nothing is followed up
	EndedOn   workday.Date
	Requests  []closing.FollowEnd // to end it, the newest first
	CanRecord bool
	CanAsk    bool
	CanDecide bool
}

// FollowRow is one follow-up with the files of its answer.
type FollowRow struct {
	closing.FollowDay
	Files []Option
}

// Missed counts the follow-ups whose day passed without an answer.
func (c FollowCard) Missed() int {
	n := 0
	for _, d := range c.Days {
		n += one(d.State == closing.FollowMissed)
	}
	return n
}

// followCard gives the follow-up of a problem in its present cycle.
func (v *View) followCard(p work.Problem, t org.Target) (FollowCard, error) {
	out := FollowCard{Next: p.FollowDue, EndedOn: p.FollowEndedOn}
	if p.FollowDue == "" && p.FollowEndedOn == "" {
		return out, nil
	}
	rule, _, err := store.FollowRuleOf(v.Tx, p.InspectionID)
	if err != nil {
		return out, err
	}
	answers, err := store.FollowUps.List(v.Tx, "WHERE problem_id = ? AND cycle = ? ORDER BY due", p.ID, p.Cycle)
	if err != nil {
		return out, err
	}
	for _, d := range closing.FollowDays(rule, p.ClosedOn, p.FollowDue, v.Today, answers, v.Calendar) {
		row := FollowRow{FollowDay: d}
		if d.Answer != nil {
			if row.Files, err = v.named(d.Answer.Proof); err != nil {
				return out, err
			}
		}
		out.Days = append(out.Days, row)
	}
	if out.Requests, err = store.FollowEnds.List(v.Tx, "WHERE problem_id = ? ORDER BY asked_at DESC, id", p.ID); err != nil {
		return out, err
	}
	waits := len(out.Requests) > 0 && out.Requests[0].State == closing.FollowEndAsked
	_, due := closing.Answering(rule, p.ClosedOn, p.FollowDue, v.Today, v.Calendar)
	open := p.FollowDue != ""
	out.CanRecord = open && due && v.Can(org.FollowUpRecord, t)
	out.CanAsk = open && !waits && v.Can(org.FollowEndAsk, t)
	t.Submitted = t.Submitted && p.SubmittedOn != ""
	out.CanDecide = open && waits && v.Can(org.FollowEndDecide, t) && !v.Actor.Is(out.Requests[0].AskedBy)
	return out, nil
}
