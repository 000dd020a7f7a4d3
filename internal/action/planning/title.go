package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// NamePlan gives the plan its title, the one that every page and paper uses.
// What is issued keeps the title under which it was issued.
type NamePlan struct {
	InspectionID string `form:"-"`
	Version      int    `form:"version"`
	Title        string `form:"plan_title"`

	before inspection.Inspection
}

// Permission implements action.Command.
func (c *NamePlan) Permission() org.Permission { return org.PlanDraft }

// Target implements action.Command.
func (c *NamePlan) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *NamePlan) Run(s *action.Step) error {
	issued, err := s.Tx.Count("SELECT COUNT(*) FROM plan_version WHERE inspection_id = ? AND state IN (?, ?)",
		c.InspectionID, plan.Issued, plan.Claimed)
	if err != nil {
		return err
	}
	if issued > 0 {
		return fault.New(fault.Conflict, "plan.title.issued")
	}
	var checks fault.Checks
	checks.Text("plan_title", c.Title, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.PlanTitle = c.Version, c.Title
	s.Return(c.InspectionID)
	return action.Save(s, store.Inspections, c.before, &after)
}
