package planning

import (
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Amend asks for a change of the plan after its issue (变更申请). The records
// change when it is agreed; the issued copy never does.
type Amend struct {
	ProblemID string     `form:"-"`
	MeasureID string     `form:"measure"`
	Field     plan.Field `form:"field"`
	Text      string     `form:"becomes"` // the new wording
	LeaderID  string     `form:"leader_id"`
	LeadID    string     `form:"lead_dept_id"`
	Reason    string     `form:"reason"`

	problem work.Problem
	measure *work.Measure
}

// Permission implements action.Command.
func (c *Amend) Permission() org.Permission { return org.AmendAsk }

// Target implements action.Command.
func (c *Amend) Target(s *action.Step) (t org.Target, err error) {
	if c.problem, t, err = store.ProblemTarget(s.Tx, c.ProblemID); err != nil || c.MeasureID == "" {
		return t, err
	}
	m, err := store.Measures.One(s.Tx, "WHERE id = ? AND problem_id = ?", c.MeasureID, c.ProblemID)
	c.measure = &m
	return t, err
}

// Run implements action.Command.
func (c *Amend) Run(s *action.Step) error {
	issued, ok, err := store.IssuedPlan(s.Tx, c.problem.InspectionID)
	if err != nil {
		return err
	}
	if !ok {
		return fault.New(fault.Conflict, "amendment.not-issued")
	}
	if err := open(c.problem); err != nil {
		return err
	}
	a := plan.Amendment{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, VersionID: issued.ID,
		ProblemID: c.problem.ID, MeasureID: c.MeasureID, Field: c.Field, Reason: c.Reason, State: plan.AmendmentAsked,
		AskedBy: s.Actor.AccountID, AskedName: s.Actor.Name, AskedAt: s.Now}
	if err := c.fill(s, &a); err != nil {
		return err
	}
	waiting, err := s.Tx.Count("SELECT COUNT(*) FROM amendment WHERE problem_id = ? AND measure_id = ? AND field = ? AND state = ?",
		a.ProblemID, a.MeasureID, a.Field, plan.AmendmentAsked)
	if err != nil {
		return err
	}
	if waiting > 0 && a.Field != plan.FieldNew {
		return fault.New(fault.Conflict, "amendment.waiting")
	}
	s.Return(c.problem.InspectionID)
	return action.Insert(s, store.Amendments, &a)
}

// fill works out from what to what the field changes.
func (c *Amend) fill(s *action.Step, a *plan.Amendment) error {
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.LongText)
	allowed := plan.ProblemFields()
	if c.measure != nil {
		allowed = plan.MeasureFields()
	}
	if !slices.Contains(allowed, c.Field) {
		checks.Add("field", "field.unknown-choice")
	}
	if err := c.values(s, &checks, a); err != nil {
		return err
	}
	if checks.Err() == nil && a.Was == a.Becomes && a.Field != plan.FieldDrop {
		checks.Add("becomes", "amendment.same")
	}
	return checks.Err()
}

func (c *Amend) values(s *action.Step, checks *fault.Checks, a *plan.Amendment) error {
	p, m := c.problem, work.Measure{LeaderID: c.problem.LeaderID, LeadDeptID: c.problem.LeadDeptID}
	if c.measure != nil {
		m = *c.measure
	}
	switch c.Field {
	case plan.FieldLeader:
		a.Was, a.Becomes = m.LeaderID, c.LeaderID
		checks.Need("leader_id", c.LeaderID)
		return c.named(s, checks, a, "person", "leader_id", action.CheckPeople)
	case plan.FieldLead:
		a.Was, a.Becomes = m.LeadDeptID, c.LeadID
		checks.Need("lead_dept_id", c.LeadID)
		return c.named(s, checks, a, "department", "lead_dept_id", action.CheckDepartments)
	case plan.FieldDrop:
		a.Was, a.WasText = m.Text, m.Text
		return nil
	}
	checks.Text("becomes", c.Text, action.LongText)
	a.Was = map[plan.Field]string{plan.FieldCause: p.Cause, plan.FieldGoal: p.Goal, plan.FieldCriteria: p.Criteria.String(),
		plan.FieldText: m.Text, plan.FieldExpected: m.Expected}[c.Field]
	a.Becomes = strings.TrimSpace(c.Text)
	a.WasText, a.BecomesText = a.Was, a.Becomes
	return nil
}

// named checks an id and keeps both ids in words.
func (c *Amend) named(s *action.Step, checks *fault.Checks, a *plan.Amendment, table, field string,
	check func(*action.Step, *fault.Checks, string, string, ...string) error) error {
	if err := check(s, checks, c.problem.OrgID, field, a.Becomes); err != nil {
		return err
	}
	names := map[string]string{}
	err := s.Tx.Each(func(scan func(...any) error) error {
		var id, name string
		err := scan(&id, &name)
		names[id] = name
		return err
	}, "SELECT id, name FROM "+table+" WHERE org_id = ? AND id IN (?, ?)", c.problem.OrgID, a.Was, a.Becomes)
	a.WasText, a.BecomesText = names[a.Was], names[a.Becomes]
	return err
}
