package planning

import (
	"errors"
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// gridBook is the rows that one change of the grid touches, with what all of
// them need.
type gridBook struct {
	directory
	tx         *store.Tx
	inspection inspection.Inspection
	schedule   schedule
	rows       map[string]*gridRow
	order      []*gridRow
}

func newGridBook(s *action.Step, i inspection.Inspection) (*gridBook, error) {
	d, err := directoryOf(s, i.OrgID)
	if err != nil {
		return nil, err
	}
	sc, err := scheduleOf(s, i.ID)
	return &gridBook{directory: d, tx: s.Tx, inspection: i, schedule: sc, rows: map[string]*gridRow{}}, err
}

// gridRow is one problem, or one measure of one, before and after.
type gridRow struct {
	measure        bool
	number         string
	closed         bool
	target         org.Target
	agreed         work.Problem // of a measure: its problem
	before, after  work.Problem
	mBefore, mNext work.Measure
	reason         string // of a deadline, as given in this change
}

// row loads a row once. One of another inspection answers as an absent one.
func (b *gridBook) row(measure bool, id string) (*gridRow, error) {
	key := "p" + id
	if measure {
		key = "m" + id
	}
	if r, ok := b.rows[key]; ok {
		return r, nil
	}
	r := &gridRow{measure: measure}
	var err error
	if measure {
		err = b.loadMeasure(r, id)
	} else {
		r.before, r.target, err = store.ProblemTarget(b.tx, id)
		r.agreed, r.after = r.before, r.before
	}
	if err == nil && r.agreed.InspectionID != b.inspection.ID {
		err = fault.New(fault.NotFound, "fault.not-found")
	}
	r.number, r.closed = r.agreed.Number, r.agreed.Closed()
	b.rows[key] = r
	b.order = append(b.order, r)
	return r, err
}

func (b *gridBook) loadMeasure(r *gridRow, id string) (err error) {
	if r.mBefore, r.target, err = store.MeasureTarget(b.tx, id); err != nil {
		return err
	}
	r.mNext = r.mBefore
	r.agreed, err = store.Problems.Get(b.tx, r.mBefore.ProblemID)
	return err
}

// may asks the permission table for one cell, as the forms do: who answers for
// a problem is the clerks' to say.
func (r *gridRow) may(s *action.Step, column string) bool {
	if r.closed {
		return false
	}
	return org.Can(s.Actor, CellPermission(r.measure, column), r.target)
}

// CellPermission is the line of the permission table that governs a cell.
func CellPermission(measure bool, column string) org.Permission {
	if measure {
		return org.MeasureEdit
	}
	switch column {
	case work.CellCause, work.CellCategory, work.CellGoal, work.CellOwner:
		return org.ProblemPlan
	}
	return org.Assign
}

func (r *gridRow) shown(b *gridBook, column string) string {
	if r.measure {
		return r.mNext.Cell(column, b)
	}
	return r.after.Cell(column, b)
}

// bare calls everything by its id.
type bare struct{}

func (bare) Person(id string) string     { return id }
func (bare) Department(id string) string { return id }
func (bare) Cause(code string) string    { return code }

// raw is what a cell holds, with ids in place of names.
func (r *gridRow) raw(column string) string {
	if r.measure {
		if column == work.CellKind {
			return string(r.mNext.Kind)
		}
		return r.mNext.Cell(column, bare{})
	}
	return r.after.Cell(column, bare{})
}

// set puts a typed text into a cell, or tells what is wrong with it.
func (r *gridRow) set(s *action.Step, b *gridBook, column, text string) *fault.Field {
	text = strings.TrimSpace(text)
	limit := action.LongText
	switch column {
	case work.CellExpected, work.CellReason, work.CellDue, work.CellLeader, work.CellOwner, work.CellLead:
		limit = action.ShortText
	}
	var checks fault.Checks
	checks.Max("", text, limit)
	if wrong := first(&checks); wrong != nil {
		return wrong
	}
	switch column {
	case work.CellCause, work.CellGoal, work.CellText, work.CellExpected, work.CellReason:
		return r.setText(column, text)
	case work.CellCategory:
		code, wrong := b.category(text, r.after.CauseCategory)
		if wrong == nil {
			r.after.CauseCategory = code
		}
		return wrong
	case work.CellKind:
		k, wrong := kind(text)
		if wrong == nil {
			r.mNext.Kind = k
		}
		return wrong
	case work.CellDue:
		return r.setDue(b, text)
	}
	return r.setWho(s, b, column, text)
}

func (r *gridRow) setText(column, text string) *fault.Field {
	switch column {
	case work.CellCause:
		r.after.Cause = text
	case work.CellGoal:
		r.after.Goal = text
	case work.CellText:
		if text == "" {
			return &fault.Field{Code: "field.required"}
		}
		r.mNext.Text = text
	case work.CellExpected:
		r.mNext.Expected, r.mNext.Results = text, work.ReadResults(text)
	case work.CellReason:
		r.reason, r.after.DeadlineReason, r.mNext.DeadlineReason = text, text, text
	}
	return nil
}

// setWho puts people and departments into the row.
func (r *gridRow) setWho(s *action.Step, b *gridBook, column, text string) *fault.Field {
	var a work.Assignment
	var id string
	var ids []string
	var wrong *fault.Field
	switch column {
	case work.CellLeader:
		id, wrong = b.person(text)
		a.LeaderID = &id
	case work.CellOwner:
		id, wrong = b.person(text)
		a.OwnerID = &id
	case work.CellLead:
		id, wrong = b.department(text)
		a.LeadDeptID = &id
	case work.CellAssist:
		ids, wrong = b.departments(text)
		a.AssistDepts = &ids
		if lead := r.lead(); slices.Contains(ids, lead) && lead != "" {
			wrong = &fault.Field{Code: "grid.assists-itself", Args: []any{b.Department(lead)}}
		}
	}
	if wrong == nil {
		r.take(a)
	}
	return wrong
}

func (r *gridRow) lead() string {
	if r.measure {
		return r.mNext.LeadDeptID
	}
	return r.after.LeadDeptID
}

func (r *gridRow) take(a work.Assignment) {
	if r.measure {
		r.mNext = a.Measure(r.mNext)
	} else {
		r.after = a.Problem(r.after)
	}
}

// setDue puts a deadline into the row, under the rules of the forms.
func (r *gridRow) setDue(b *gridBook, text string) *fault.Field {
	was, firstDay, kept := r.before.Deadline, r.before.FirstDeadline, r.before.DeadlineReason
	sc := b.schedule
	if r.measure {
		was, firstDay, kept = r.mBefore.Deadline, r.mBefore.FirstDeadline, r.mBefore.DeadlineReason
		sc.agreed = r.agreed.Deadline
	}
	var checks fault.Checks
	d := parse(&checks, text, false)
	sc.check(&checks, was, firstDay, d.Date, r.reason)
	if wrong := first(&checks); wrong != nil {
		return wrong
	}
	r.take(work.Assignment{Deadline: &d})
	reason := reasonOf(was, d.Date, kept, r.reason)
	r.after.DeadlineReason, r.mNext.DeadlineReason = reason, reason
	return nil
}

// first is the first thing wrong, or nil.
func first(checks *fault.Checks) *fault.Field {
	var f *fault.Error
	if errors.As(checks.Err(), &f) && len(f.Fields) > 0 {
		return &f.Fields[0]
	}
	return nil
}

// save keeps the row where it differs. Other cells of the row may have been
// changed since it was seen; what this change touches was not.
func (r *gridRow) save(s *action.Step) error {
	if r.measure {
		if same(r.mBefore, r.mNext) {
			return nil
		}
		return action.Save(s, store.Measures, r.mBefore, &r.mNext)
	}
	if same(r.before, r.after) {
		return nil
	}
	return action.Save(s, store.Problems, r.before, &r.after)
}
