package report

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Outcomes of a joint review.
const (
	Accept = "accept"
	Return = "return"
)

// Decide accepts a submitted report or returns it with an opinion. A returned
// one stays as it was sent; the organisation composes a new one.
type Decide struct {
	ID      string
	Version int    `form:"version"`
	Outcome string `form:"outcome"`
	Opinion string `form:"opinion"`

	before inspection.Report
}

// Permission implements action.Command.
func (c *Decide) Permission() org.Permission { return org.ReportDecide }

// Target implements action.Command.
func (c *Decide) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ReportTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Decide) Run(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("outcome", c.Outcome, Accept, Return)
	checks.Max("opinion", c.Opinion, action.LongText)
	if c.Outcome == Return {
		checks.Need("opinion", c.Opinion)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	if err := c.before.CheckDecision(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.State, after.Opinion = c.Version, inspection.ReportAccepted, c.Opinion
	if c.Outcome == Return {
		after.State = inspection.ReportReturned
	}
	after.DecidedBy, after.DecidedName, after.DecidedOn = s.Actor.AccountID, s.Actor.Name, s.Today
	if err := action.Save(s, store.Reports, c.before, &after); err != nil {
		return err
	}
	s.Return(c.ID)
	return reported(s, c.before.InspectionID)
}
