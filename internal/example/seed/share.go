package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// share sends the plan to the inspection office and the team.
func (t *tale) share(day workday.Date) {
	t.add(day, evening, t.clerk(), "", func(*action.Step) (action.Command, error) {
		return &sharePlan{inspectionID: t.inspectionID()}, nil
	})
}

// sharePlan lets the inspection office see the plan from now on.
type sharePlan struct {
	inspectionID string
	before       inspection.Inspection
}

// Permission implements action.Command.
func (c *sharePlan) Permission() org.Permission { return org.PlanDraft }

// Target implements action.Command.
func (c *sharePlan) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.InspectionTarget(s.Tx, c.inspectionID)
	return t, err
}

// Run implements action.Command.
func (c *sharePlan) Run(s *action.Step) error {
	after := c.before
	after.PlanSharedOn = s.Today
	return action.Save(s, store.Inspections, c.before, &after)
}
