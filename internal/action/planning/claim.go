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
// of his department: he claims them, objects with a reason, or asks first. With
// All, they are all tasks of his departments that he has not claimed.
type ClaimMeasures struct {
	InspectionID string   `form:"-"`
	IDs          []string `form:"id"`
	All          bool     `form:"all"`
	Refuse       bool     `form:"refuse"`
	Ask          bool     `form:"ask"`
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
	if c.All {
		if err := c.rest(s); err != nil {
			return t, err
		}
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

// rest names the tasks of the actor's departments that are not claimed yet.
func (c *ClaimMeasures) rest(s *action.Step) error {
	for _, id := range s.Actor.Departments(org.RoleDeptHead) {
		list, err := store.Measures.List(s.Tx, "WHERE inspection_id = ? AND lead_dept_id = ? AND claim <> ? ORDER BY id",
			c.InspectionID, id, work.Claimed)
		if err != nil {
			return err
		}
		for _, m := range list {
			c.IDs = append(c.IDs, m.ID)
		}
	}
	return nil
}

// Run implements action.Command.
func (c *ClaimMeasures) Run(s *action.Step) error {
	issued, ok, err := store.IssuedPlan(s.Tx, c.InspectionID)
	if err != nil {
		return err
	}
	if !ok {
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
		if c.Ask {
			after.Claim = work.Asked
			if err := c.ask(s, m); err != nil {
				return err
			}
		}
		if err := action.Save(s, store.Measures, m, &after); err != nil {
			return err
		}
	}
	if err := c.received(s, issued); err != nil {
		return err
	}
	return settleClaims(s, issued)
}

// ask keeps the question for the rectification office.
func (c *ClaimMeasures) ask(s *action.Step, m work.Measure) error {
	return action.Insert(s, store.TaskQuestions, &plan.Question{ID: s.NewID(), OrgID: m.OrgID, InspectionID: m.InspectionID,
		MeasureID: m.ID, DepartmentID: m.LeadDeptID, Question: c.Note, AskedBy: s.Actor.AccountID, AskedName: s.Actor.Name, AskedAt: s.Now})
}

// received notes that a department which answers has the paper in hand.
func (c *ClaimMeasures) received(s *action.Step, issued plan.Version) error {
	for _, id := range s.Actor.Departments(org.RoleDeptHead) {
		open, err := store.Recipients.List(s.Tx, `WHERE inspection_id = ? AND department_id = ? AND received_on = ''
			AND copy_id IN (SELECT id FROM issued_copy WHERE version_id = ?)`, c.InspectionID, id, issued.ID)
		if err != nil {
			return err
		}
		for _, r := range open {
			after := r
			after.ReceivedOn, after.Receiver, after.By, after.At = s.Today, s.Actor.Name, s.Actor.AccountID, s.Now
			if err := action.Save(s, store.Recipients, r, &after); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *ClaimMeasures) check(s *action.Step) error {
	var checks fault.Checks
	if len(c.measures) == 0 || len(c.measures) > MostAtOnce {
		checks.Add("", "claim.rows", MostAtOnce)
	}
	checks.Max("claim_note", c.Note, action.LongText)
	if c.Refuse || c.Ask {
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

// settleClaims moves the issued version on once every task is claimed, and back
// when one is not, or no longer.
func settleClaims(s *action.Step, v plan.Version) error {
	left, err := s.Tx.Count("SELECT COUNT(*) FROM measure WHERE inspection_id = ? AND cycle = 0 AND origin = '' AND claim <> ?", v.InspectionID, work.Claimed)
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
