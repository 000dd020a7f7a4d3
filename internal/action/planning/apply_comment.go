package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ApplyComment adopts a comment and puts its proposed wording into the field
// that it is about, through the ordinary edit of that field.
type ApplyComment struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Seen    int    `form:"seen"` // version of the problem or measure that was shown
	Reason  string `form:"answer_reason"`

	before  plan.Comment
	problem work.Problem
	measure work.Measure
	file    plan.File
}

// Permission implements action.Command.
func (c *ApplyComment) Permission() org.Permission { return org.PlanAnswer }

// Target implements action.Command.
func (c *ApplyComment) Target(s *action.Step) (t org.Target, err error) {
	if c.before, err = store.PlanComments.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	if c.file, err = store.PlanFile(s.Tx, c.before.VersionID); err != nil {
		return t, err
	}
	_, t, err = store.InspectionTarget(s.Tx, c.file.Version.InspectionID)
	t.Kind, t.ID = store.PlanComments.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *ApplyComment) Run(s *action.Step) error {
	if err := c.file.MayAnswer(); err != nil {
		return err
	}
	switch {
	case !c.before.Applies():
		return fault.New(fault.Conflict, "comment.by-hand")
	case !c.before.AppliedAt.IsZero():
		return fault.New(fault.Conflict, "comment.applied")
	}
	if err := c.find(s); err != nil {
		return err
	}
	text, ok := plan.Reworded(c.before.Target(c.problem, c.measure), c.before.Quote, c.before.Proposed)
	if !ok {
		return fault.New(fault.Conflict, "comment.gone")
	}
	if err := c.edit(s, text); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	after.Answer, after.Reason, after.AnsweredBy, after.AnsweredAt = plan.TakenUp, c.Reason, s.Actor.AccountID, s.Now
	after.AppliedBy, after.AppliedAt = s.Actor.AccountID, s.Now
	s.Note("comment-applied %s", c.ID)
	s.Return(c.before.VersionID)
	return action.Save(s, store.PlanComments, c.before, &after)
}

func (c *ApplyComment) find(s *action.Step) (err error) {
	if c.problem, err = store.Problems.Get(s.Tx, c.before.ProblemID); err != nil || c.before.Field != "measures" {
		return err
	}
	c.measure, err = store.Measures.One(s.Tx, "WHERE id = ? AND problem_id = ?", c.before.MeasureID, c.before.ProblemID)
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.Conflict, "comment.gone")
	}
	return err
}

// edit runs the ordinary edit with the one field changed.
func (c *ApplyComment) edit(s *action.Step, text string) error {
	if c.before.Field == "measures" {
		m := &EditMeasure{ID: c.measure.ID, Version: c.Seen, measureFields: fieldsOf(c.measure)}
		m.Text = text
		if _, err := m.Target(s); err != nil {
			return err
		}
		return m.Run(s)
	}
	p := c.problem
	e := &EditProblem{ID: p.ID, Version: c.Seen, Cause: p.Cause, Category: string(p.CauseCategory), Goal: p.Goal, Criteria: rowsOf(p.Criteria), OwnerID: p.OwnerID}
	switch c.before.Field {
	case "cause":
		e.Cause = text
	case "goal":
		e.Goal = text
	case "criteria":
		e.Criteria = rowsOf(p.Criteria.Reworded(text, func() string { return "" }))
	}
	if _, err := e.Target(s); err != nil {
		return err
	}
	return e.Run(s)
}

// rowsOf is what a problem's form holds of its criteria.
func rowsOf(criteria work.Criteria) []CriterionRow {
	var out []CriterionRow
	for _, c := range criteria {
		out = append(out, CriterionRow{ID: c.ID, Text: c.Text, Proof: string(c.Proof)})
	}
	return out
}

// fieldsOf is what a measure's form holds when nothing is changed.
func fieldsOf(m work.Measure) measureFields {
	return measureFields{Kind: string(m.Kind), Text: m.Text, Expected: m.Expected, LeaderID: m.LeaderID, LeadDeptID: m.LeadDeptID,
		AssistDepts: m.AssistDepts, OwnerID: m.OwnerID, Due: workday.Deadline{Date: m.Deadline, Term: m.Term}.String(), LongTerm: m.LongTerm}
}
