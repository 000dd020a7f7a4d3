package planning

import (
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveSteps keeps the dated steps of a measure. A row whose text was emptied
// takes its step away; a stored step that no row names stays as it is.
type SaveSteps struct {
	MeasureID string    `form:"-"`
	Rows      []StepRow `form:"steps"`
	onMeasure
}

// StepRow is one step as typed.
type StepRow struct {
	ID      string       `form:"id"`
	Version int          `form:"version"`
	Text    string       `form:"text"`
	Due     workday.Date `form:"due"`
	DoneOn  workday.Date `form:"done_on"`
}

// Permission implements action.Command.
func (c *SaveSteps) Permission() org.Permission { return org.StepEdit }

// Target implements action.Command.
func (c *SaveSteps) Target(s *action.Step) (org.Target, error) { return c.load(s, c.MeasureID) }

// Run implements action.Command.
func (c *SaveSteps) Run(s *action.Step) error {
	if err := open(c.problem); err != nil {
		return err
	}
	if err := c.check(s); err != nil {
		return err
	}
	stored, err := c.stored(s)
	if err != nil {
		return err
	}
	s.Return(c.problem.ID)
	for i, row := range c.Rows {
		if err := c.save(s, stored[row.ID], row, i+1); err != nil {
			return err
		}
	}
	return nil
}

func (c *SaveSteps) check(s *action.Step) error {
	var checks fault.Checks
	for i, row := range c.Rows {
		at := fmt.Sprintf("steps[%d].", i)
		checks.Max(at+"text", row.Text, action.ShortText)
		action.CheckDate(&checks, at+"due", row.Due)
		action.CheckDate(&checks, at+"done_on", row.DoneOn)
		if row.DoneOn > s.Today {
			checks.Add(at+"done_on", "field.future")
		}
	}
	return checks.Err()
}

func (c *SaveSteps) stored(s *action.Step) (map[string]work.Step, error) {
	list, err := store.Steps.List(s.Tx, "WHERE measure_id = ?", c.MeasureID)
	out := make(map[string]work.Step, len(list))
	for _, st := range list {
		out[st.ID] = st
	}
	return out, err
}

// save adds, changes or removes a step. A row for a step that is gone
// is added again rather than lost.
func (c *SaveSteps) save(s *action.Step, before work.Step, row StepRow, seq int) error {
	after := work.Step{ID: before.ID, OrgID: c.before.OrgID, MeasureID: c.MeasureID, Seq: seq, Text: row.Text,
		Due: row.Due, DoneOn: row.DoneOn, Version: before.Version}
	switch {
	case row.Text == "" && before.ID == "":
		return nil
	case row.Text == "":
		return action.Remove(s, store.Steps, before)
	case before.ID == "":
		after.ID = s.NewID()
		return action.Insert(s, store.Steps, &after)
	case after == before:
		return nil
	}
	after.Version = row.Version
	return action.Save(s, store.Steps, before, &after)
}
