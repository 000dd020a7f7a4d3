package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// SignoffRow is one application in a list.
type SignoffRow struct {
	closing.Application
	Number  string // of the problem
	Title   string
	Lead    string
	Waiting string
}

// Signoffs lists the applications of an inspection, open ones first. The
// inspection office sees those that reached it.
func Signoffs(v *View, inspectionID string) ([]SignoffRow, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return nil, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return nil, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return nil, err
	}
	problems, err := v.problemsByID(inspectionID)
	if err != nil {
		return nil, err
	}
	list, err := store.Applications.List(v.Tx,
		"WHERE inspection_id = ? ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, applied_at DESC, id", inspectionID)
	var out []SignoffRow
	for _, a := range list {
		p := problems[a.ProblemID]
		if !v.Inside(t) && p.SubmittedOn == "" {
			continue
		}
		row := SignoffRow{Application: a, Number: p.Number, Title: p.Title, Lead: names.Department(p.LeadDeptID)}
		if step, ok := (closing.Case{Chain: round.Settings.Chain}).Waiting(a); ok {
			row.Waiting = step.Code
		}
		out = append(out, row)
	}
	return out, err
}

func (v *View) problemsByID(inspectionID string) (map[string]work.Problem, error) {
	list, err := store.Problems.List(v.Tx, "WHERE inspection_id = ?", inspectionID)
	out := make(map[string]work.Problem, len(list))
	for _, p := range list {
		out[p.ID] = p
	}
	return out, err
}

// SignoffPage is one application, step by step.
type SignoffPage struct {
	Application closing.Application
	Problem     work.Problem
	Case        closing.Case
	Steps       []SignoffStep
	Meetings    []Option
	Signals     []SignalRow
	CanDecide   bool
	WhyNot      error // why the caller cannot decide the step that waits
	NeedMeeting bool
	NeedReason  bool
	CanWithdraw bool
	// Changed: the work changed since the application.
	Changed bool
}

// Within implements the frame of single records.
func (s SignoffPage) Within() string { return s.Application.InspectionID }

// SignoffStep is one step of the chain: decided, waiting or to come.
type SignoffStep struct {
	inspection.ChainStep
	Decision *closing.Decision
	Waits    bool
}

// Signoff gives one application.
func Signoff(v *View, id string) (SignoffPage, error) {
	a, err := store.Applications.Get(v.Tx, id)
	if err != nil {
		return SignoffPage{}, err
	}
	p, t, err := store.ProofTarget(v.Tx, a.ProblemID)
	if err != nil {
		return SignoffPage{}, err
	}
	if err := v.Need(org.SeeDetail, t); err != nil {
		return SignoffPage{}, err
	}
	page := SignoffPage{Application: a, Problem: p}
	if page.Case, err = store.SignoffCase(v.Tx, p, a); err != nil {
		return page, err
	}
	hash, err := page.Case.Hash()
	if err != nil {
		return page, err
	}
	page.Changed = a.State == closing.Open && hash != a.Hash
	page.Steps = chainSteps(page.Case, a)
	page.CanWithdraw = a.State == closing.Open && a.AppliedBy == v.Actor.AccountID
	if step, ok := page.Case.Waiting(a); ok {
		page.WhyNot = page.Case.CheckDecider(a, v.Actor)
		page.CanDecide = page.WhyNot == nil && v.Can(org.SignoffDecide, t)
		page.NeedMeeting, page.NeedReason = step.Meeting, step.Opinion
	}
	if page.Signals, err = v.signalsOf(p, t); err != nil {
		return page, err
	}
	page.Meetings, err = v.heldMeetings(a.InspectionID)
	return page, err
}

func chainSteps(c closing.Case, a closing.Application) []SignoffStep {
	var out []SignoffStep
	for i, s := range c.Chain {
		step := SignoffStep{ChainStep: s, Waits: a.State == closing.Open && a.Step == i}
		for d := range c.Decisions {
			if c.Decisions[d].Step == s.Code {
				step.Decision = &c.Decisions[d]
			}
		}
		out = append(out, step)
	}
	return out
}

// heldMeetings are the meetings that may have decided a sign-off.
func (v *View) heldMeetings(inspectionID string) ([]Option, error) {
	list, err := store.Meetings.List(v.Tx,
		"WHERE inspection_id = ? AND kind IN (?, ?) AND held_on <> '' AND held_on <= ? ORDER BY held_on DESC",
		inspectionID, party.PartyGroup, party.LeadingGroup, v.Today)
	var out []Option
	for _, m := range list {
		out = append(out, Option{Value: m.ID, Label: string(m.HeldOn) + " " + m.Title})
	}
	return out, err
}
