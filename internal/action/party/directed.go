package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveDirected records a major matter that somebody of the leading body
// directed himself (直接督办), or changes it when ID is set.
type SaveDirected struct {
	InspectionID string
	ID           string
	Version      int          `form:"version"`
	On           workday.Date `form:"on"`
	ByID         string       `form:"by"`
	Text         string       `form:"matter"`
	Problems     []string     `form:"problems"`
	around
	before party.DirectedMatter
}

// Permission implements action.Command.
func (c *SaveDirected) Permission() org.Permission { return org.DirectedEdit }

// Target implements action.Command.
func (c *SaveDirected) Target(s *action.Step) (org.Target, error) {
	if c.ID == "" {
		return c.load(s, c.InspectionID)
	}
	var err error
	if c.before, err = store.DirectedMatters.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	return c.part(s, c.before.InspectionID, store.DirectedMatters.Name(), c.ID)
}

// Run checks and saves the matter.
func (c *SaveDirected) Run(s *action.Step) error {
	if err := c.check(s); err != nil {
		return err
	}
	after := c.before
	after.On, after.ByID, after.Text, after.Problems = c.On, c.ByID, c.Text, c.Problems
	if c.ID != "" {
		after.Version = c.Version
		s.Return(c.ID)
		return action.Save(s, store.DirectedMatters, c.before, &after)
	}
	after.ID, after.OrgID, after.InspectionID = s.NewID(), c.inspection.OrgID, c.inspection.ID
	s.Return(after.ID)
	return action.Insert(s, store.DirectedMatters, &after)
}

func (c *SaveDirected) check(s *action.Step) error {
	var checks fault.Checks
	checks.Text("matter", c.Text, action.LongText)
	checks.Need("by", c.ByID)
	action.NeedDate(&checks, "on", c.On)
	if c.On > s.Today {
		checks.Add("on", "field.future")
	}
	if c.On.Before(c.inspection.FeedbackOn) {
		checks.Add("on", "party.before-feedback", c.inspection.FeedbackOn)
	}
	if err := action.CheckPeople(s, &checks, c.inspection.OrgID, "by", c.ByID); err != nil {
		return err
	}
	if err := action.CheckProblems(s, &checks, c.inspection.ID, "problems", c.Problems...); err != nil {
		return err
	}
	return checks.Err()
}
