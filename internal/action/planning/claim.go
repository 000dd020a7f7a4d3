package planning

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ClaimMeasures is how the head of a lead department answers the issued tasks
// of his department: he claims them, or objects with a reason.
type ClaimMeasures struct {
	InspectionID string   `form:"-"`
	IDs          []string `form:"id"`
	Refuse       bool     `form:"refuse"`
	Note         string   `form:"claim_note"`

	measures []work.Measure
}

// Permission implements action.Command.
func (c *ClaimMeasures) Permission() org.Permission { return org.MeasureClaim }

// Target implements action.Command. It lies in the lead departments of all the
// measures.
func (c *ClaimMeasures) Target(s *action.Step) (org.Target, error) {
	_, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	if err != nil {
		return t, err
	}
	for _, id := range c.IDs {
		m, err := store.Measures.One(s.Tx, "WHERE id = ? AND inspection_id = ?", id, c.InspectionID)
		if err != nil {
			return t, err
		}
		c.measures = append(c.measures, m)
		t.Departments = append(t.Departments, m.LeadDeptID)
	}
	return t, nil
}

// Run implements action.Command.
func (c *ClaimMeasures) Run(s *action.Step) error {
	issued, err := store.PlanVersions.List(s.Tx, "WHERE inspection_id = ? AND state IN (?, ?) ORDER BY number DESC LIMIT 1",
		c.InspectionID, plan.Issued, plan.Claimed)
	if err != nil {
		return err
	}
	if len(issued) == 0 {
		return fault.New(fault.Conflict, "plan.not-now.claim")
	}
	if err := c.check(s); err != nil {
		return err
	}
	for _, m := range c.measures {
		after := m
		after.Claim, after.ClaimedBy, after.ClaimedAt, after.ClaimNote = work.Claimed, s.Actor.AccountID, s.Now, c.Note
		if c.Refuse {
			after.Claim = work.Refused
		}
		if err := action.Save(s, store.Measures, m, &after); err != nil {
			return err
		}
	}
	return c.finish(s, issued[0])
}

func (c *ClaimMeasures) check(s *action.Step) error {
	var checks fault.Checks
	if len(c.measures) == 0 || len(c.measures) > MostAtOnce {
		checks.Add("", "claim.rows", MostAtOnce)
	}
	checks.Max("claim_note", c.Note, action.LongText)
	if c.Refuse {
		checks.Need("claim_note", c.Note)
	}
	own := s.Actor.Departments(org.RoleDeptHead)
	for _, m := range c.measures {
		if !slices.Contains(own, m.LeadDeptID) {
			return fault.New(fault.Denied, "claim.not-yours")
		}
	}
	return checks.Err()
}

// finish moves the issued version on once every task is claimed, and back when
// one is disputed afterwards.
func (c *ClaimMeasures) finish(s *action.Step, v plan.Version) error {
	left, err := s.Tx.Count("SELECT COUNT(*) FROM measure WHERE inspection_id = ? AND claim <> ?", c.InspectionID, work.Claimed)
	if err != nil {
		return err
	}
	after := v
	after.State = plan.Issued
	if left == 0 {
		after.State = plan.Claimed
	}
	if after.State == v.State {
		return nil
	}
	return action.Save(s, store.PlanVersions, v, &after)
}
