package closing

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// follow puts what must be kept up under follow-up, from the sign-off on and in
// the rhythm of the round.
func follow(s *action.Step, kase closing.Case, p *work.Problem) error {
	longTerm := p.LongTerm || slices.ContainsFunc(kase.Measures, func(m work.Measure) bool { return m.LongTerm })
	rule, ok, err := store.FollowRuleOf(s.Tx, p.InspectionID)
	if err != nil || !ok || !longTerm {
		return err
	}
	p.FollowDue = closing.After(rule, p.ClosedOn, p.ClosedOn, s.Calendar)
	return nil
}

// RecordFollowUp answers the follow-up that is due: is it still kept up, and
// what shows it.
type RecordFollowUp struct {
	ProblemID string       `form:"problem"`
	Version   int          `form:"version"`
	On        workday.Date `form:"on"`
	Kept      closing.Kept `form:"kept"`
	Body      string       `form:"body"`
	Proof     []string     `form:"proof"`

	before work.Problem
}

// Permission implements action.Command.
func (c *RecordFollowUp) Permission() org.Permission { return org.FollowUpRecord }

// Target implements action.Command.
func (c *RecordFollowUp) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ProblemTarget(s.Tx, c.ProblemID)
	return t, err
}

// Run implements action.Command.
func (c *RecordFollowUp) Run(s *action.Step) error {
	rule, ok, err := store.FollowRuleOf(s.Tx, c.before.InspectionID)
	if err != nil {
		return err
	}
	if !ok || c.before.FollowDue == "" {
		return fault.New(fault.Conflict, "follow.none-due")
	}
	due, ok := closing.Answering(rule, c.before.ClosedOn, c.before.FollowDue, s.Today, s.Calendar)
	if !ok {
		return fault.New(fault.Conflict, "follow.early", due)
	}
	f := closing.FollowUp{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.InspectionID, ProblemID: c.ProblemID,
		Cycle: c.before.Cycle, Due: due, On: c.On, Kept: c.Kept, Body: c.Body, Proof: c.Proof,
		By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	var checks fault.Checks
	f.Check(&checks, c.before.ClosedOn, s.Today)
	if err := checkProof(s, &checks, "proof", c.ProblemID, c.Proof); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	if err := action.Insert(s, store.FollowUps, &f); err != nil {
		return err
	}
	after := c.before
	after.Version, after.FollowDue = c.Version, closing.After(rule, c.before.ClosedOn, due, s.Calendar)
	s.Return(c.ProblemID)
	return action.Save(s, store.Problems, c.before, &after)
}
