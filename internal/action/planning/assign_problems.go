package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// MostAtOnce bounds the problems of one bulk assignment.
const MostAtOnce = 500

// AssignProblems says who answers for several problems of one inspection and
// by when, all or none. An empty field leaves that part as it is.
type AssignProblems struct {
	InspectionID string    `form:"-"`
	Rows         []Seen    `form:"rows"`
	LeaderID     string    `form:"leader_id"` // or ByPortfolio: each by its own lead department
	LeadDeptID   string    `form:"lead_dept_id"`
	OwnerID      string    `form:"owner_id"`
	AssistDepts  *[]string `form:"-"` // nil leaves them as they are
	Due          string    `form:"due"`
	Reason       string    `form:"due_reason"`
	Measures     bool      `form:"with_measures"` // the same for their measures

	changes []Reassigned
}

// Seen is a record and the version that the person saw.
type Seen struct {
	ID      string `form:"id"`
	Version int    `form:"version"`
}

// Permission implements action.Command.
func (c *AssignProblems) Permission() org.Permission { return org.Assign }

// Target implements action.Command.
func (c *AssignProblems) Target(s *action.Step) (org.Target, error) {
	_, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *AssignProblems) Run(s *action.Step) error {
	if err := c.Preview(s); err != nil {
		return err
	}
	note(s, c.Reason)
	for _, ch := range c.changes {
		if err := action.Save(s, store.Problems, ch.Before, &ch.After); err != nil {
			return err
		}
		for _, m := range ch.Measures {
			if err := action.Save(s, store.Measures, m.Before, &m.After); err != nil {
				return err
			}
		}
	}
	return nil
}

// Reassigned is what the assignment does to one problem and its measures.
type Reassigned struct {
	Before, After work.Problem
	Measures      []ReassignedMeasure
}

// ReassignedMeasure is what the assignment does to one measure.
type ReassignedMeasure struct{ Before, After work.Measure }

// Changes is what a preview found.
func (c *AssignProblems) Changes() []Reassigned { return c.changes }

// Preview implements action.Previewer.
func (c *AssignProblems) Preview(s *action.Step) error {
	sc, err := scheduleOf(s, c.InspectionID)
	if err != nil {
		return err
	}
	var checks fault.Checks
	if len(c.Rows) == 0 || len(c.Rows) > MostAtOnce {
		checks.Add("", "assign.rows", MostAtOnce)
	}
	if c.LeaderID == "" && c.LeadDeptID == "" && c.OwnerID == "" && c.Due == "" && c.AssistDepts == nil {
		checks.Add("", "assign.nothing")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	for _, row := range c.Rows {
		ch, err := c.one(s, &checks, sc, row)
		if err != nil {
			return err
		}
		c.changes = append(c.changes, ch)
	}
	return checks.Err()
}

func (c *AssignProblems) one(s *action.Step, checks *fault.Checks, sc schedule, row Seen) (Reassigned, error) {
	before, err := store.Problems.One(s.Tx, "WHERE id = ? AND inspection_id = ?", row.ID, c.InspectionID)
	if err != nil {
		return Reassigned{}, err
	}
	if err := open(before); err != nil {
		return Reassigned{}, err
	}
	a := c.assignment(checks)
	if err := resolve(s, checks, before.OrgID, before.LeadDeptID, &a); err != nil {
		return Reassigned{}, err
	}
	ch := Reassigned{Before: before, After: a.Problem(before)}
	ch.After.Version = row.Version
	ch.After.DeadlineReason = reasonOf(before.Deadline, ch.After.Deadline, before.DeadlineReason, c.Reason)
	if err := asIssued(s, c.InspectionID, problemChanged(before, ch.After)); err != nil {
		return ch, err
	}
	sc.check(checks, before.Deadline, before.FirstDeadline, ch.After.Deadline, c.Reason)
	if !c.Measures {
		return ch, nil
	}
	measures, err := store.Measures.List(s.Tx, "WHERE problem_id = ? ORDER BY seq", before.ID)
	for _, m := range measures {
		to := ReassignedMeasure{Before: m, After: a.Measure(m)}
		to.After.DeadlineReason = reasonOf(m.Deadline, to.After.Deadline, m.DeadlineReason, c.Reason)
		sc.check(checks, m.Deadline, m.FirstDeadline, to.After.Deadline, c.Reason)
		ch.Measures = append(ch.Measures, to)
	}
	return ch, err
}

func (c *AssignProblems) assignment(checks *fault.Checks) work.Assignment {
	a := work.Assignment{LeaderID: given(c.LeaderID), LeadDeptID: given(c.LeadDeptID), OwnerID: given(c.OwnerID), AssistDepts: c.AssistDepts}
	if c.Due != "" {
		d := parse(checks, c.Due, false)
		a.Deadline = &d
	}
	return a
}

func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
