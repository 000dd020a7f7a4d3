package incoming

import (
	"fmt"
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// applyProblem puts the rows of one problem and its measures into the records.
// What a person did not decide stays as it is; a record that changed since he
// looked is refused.
type applyProblem struct {
	ID  string
	Seq int
	onImport
	records *incoming.Records
}

// Permission implements action.Command.
func (c *applyProblem) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *applyProblem) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *applyProblem) Run(s *action.Step) error {
	rows, err := rowsOfProblem(s, c.ID, c.Seq)
	if err != nil {
		return err
	}
	if c.records, err = recordsOf(s, c.before, rows[0].ProblemID); err != nil {
		return err
	}
	for i := range rows {
		if err := c.unmoved(rows[i], &rows[0]); err != nil {
			return err
		}
	}
	for i := range rows {
		r := &rows[i]
		if err := c.row(s, r); err != nil {
			return inRow(err, *r)
		}
		if err := c.remember(s, r); err != nil {
			return err
		}
	}
	s.Return(c.ID)
	s.Note("%s %d", c.before.FileName, rows[0].Line)
	return nil
}

// unmoved refuses a row whose records are no longer what the person saw.
func (c *applyProblem) unmoved(r incoming.Row, parent *incoming.Row) error {
	now := r
	now.Cells = slices.Clone(r.Cells)
	if r.Kind == incoming.ProblemRow {
		parent = nil
	}
	c.records.Compare(&now, parent)
	for n, cell := range r.Cells {
		if r.Taken(cell) && (now.Cells[n].Current != cell.Current || now.Cells[n].Doubt != "") || now.State == incoming.Closed && r.State != now.State {
			return moved(r)
		}
	}
	return nil
}

// inRow says in which row of the file a rule was broken.
func inRow(err error, r incoming.Row) error {
	var c fault.Error
	if f, ok := err.(*fault.Error); ok && (f.Kind == fault.Invalid || f.Kind == fault.Conflict) {
		c = *f
		if len(f.Fields) > 0 {
			c = fault.Error{Kind: fault.Invalid, Code: f.Fields[0].Code, Args: f.Fields[0].Args}
		}
		return fault.Because(err, fault.Invalid, "incoming.row.refused", r.Line, r.Label, refusal{c})
	}
	return err
}

// refusal is a message inside a message.
type refusal struct{ f fault.Error }

// MessageKey implements the interface of package locale for words in words.
func (r refusal) MessageKey() string { return r.f.Code }

func (c *applyProblem) row(s *action.Step, r *incoming.Row) error {
	if r.Kind == incoming.ProblemRow {
		return c.problem(s, r)
	}
	switch {
	case len(r.Cells) == 0:
		if r.Choice != incoming.Take || r.State != incoming.Gone {
			return nil
		}
		return run(s, &planning.RemoveMeasure{ID: r.RecordID})
	case r.RecordID == "":
		return c.newMeasure(s, r)
	}
	return c.measure(s, r)
}

// takes are the values that go into the records, by field.
func takes(r *incoming.Row) map[incoming.Field]string {
	out := map[incoming.Field]string{}
	for _, cell := range r.Cells {
		if r.Taken(cell) {
			out[cell.Field] = cell.Value
		}
	}
	return out
}

func (c *applyProblem) problem(s *action.Step, r *incoming.Row) error {
	t := takes(r)
	p, err := store.Problems.Get(s.Tx, r.RecordID)
	if err != nil {
		return err
	}
	if has(t, incoming.Cause, incoming.Goal) {
		edit := planning.EditProblem{ID: p.ID, Version: p.Version, Cause: or(t, incoming.Cause, p.Cause), Category: p.CauseCategory,
			Goal: or(t, incoming.Goal, p.Goal), OwnerID: p.OwnerID}
		for _, k := range p.Criteria {
			edit.Criteria = append(edit.Criteria, planning.CriterionRow{ID: k.ID, Text: k.Text, Proof: string(k.Proof)})
		}
		if err := run(s, &edit); err != nil {
			return err
		}
		p.Version++
	}
	if has(t, incoming.Leader, incoming.Lead, incoming.Assist, incoming.Owner, incoming.Due) {
		assign := planning.AssignProblems{InspectionID: p.InspectionID, Rows: []planning.Seen{{ID: p.ID, Version: p.Version}},
			LeaderID: t[incoming.Leader], LeadDeptID: t[incoming.Lead], OwnerID: t[incoming.Owner], Due: t[incoming.Due], Reason: c.before.Reason}
		if v, ok := t[incoming.Assist]; ok {
			assign.AssistDepts = ptr(idList(v))
		}
		if err := run(s, &assign); err != nil {
			return err
		}
	}
	return c.progress(s, r, t, begun(p.Verdict, t), "")
}

func (c *applyProblem) measure(s *action.Step, r *incoming.Row) error {
	t := takes(r)
	m, err := store.Measures.Get(s.Tx, r.RecordID)
	if err != nil {
		return err
	}
	if has(t, incoming.Text, incoming.Leader, incoming.Lead, incoming.Assist, incoming.Owner, incoming.Due) {
		edit := planning.EditMeasure{ID: m.ID, Version: m.Version}
		edit.Kind, edit.Text, edit.Expected = string(m.Kind), or(t, incoming.Text, m.Text), m.Expected
		edit.LeaderID, edit.LeadDeptID = or(t, incoming.Leader, m.LeaderID), or(t, incoming.Lead, m.LeadDeptID)
		edit.OwnerID, edit.AssistDepts = or(t, incoming.Owner, m.OwnerID), m.AssistDepts
		if v, ok := t[incoming.Assist]; ok {
			edit.AssistDepts = idList(v)
		}
		edit.Due, edit.LongTerm, edit.Reason = or(t, incoming.Due, incoming.DueText(m.Deadline, m.Term, m.LongTerm)), m.LongTerm, c.before.Reason
		if _, ok := t[incoming.Due]; ok {
			edit.LongTerm = false // the words say it
		}
		if err := run(s, &edit); err != nil {
			return err
		}
	}
	return c.progress(s, r, t, begun(m.Verdict, t), m.ID)
}

// begun is the verdict that goes with a report: who reports has begun.
func begun(v work.Verdict, t map[incoming.Field]string) work.Verdict {
	if v == work.NotStarted && t[incoming.Progress] != "" {
		return work.UnderWay
	}
	return v
}

func (c *applyProblem) newMeasure(s *action.Step, r *incoming.Row) error {
	t := takes(r)
	if t[incoming.Text] == "" || r.Cell(incoming.Record).Doubt != "" {
		return nil
	}
	add := planning.AddMeasure{ProblemID: r.ProblemID}
	add.Kind, add.Text = string(work.KindOf(t[incoming.Text])), t[incoming.Text]
	add.LeaderID, add.LeadDeptID, add.OwnerID = t[incoming.Leader], t[incoming.Lead], t[incoming.Owner]
	add.AssistDepts, add.Due, add.Reason = idList(t[incoming.Assist]), t[incoming.Due], c.before.Reason
	if err := run(s, &add); err != nil {
		return err
	}
	m, err := store.Measures.One(s.Tx, "WHERE problem_id = ? ORDER BY seq DESC LIMIT 1", r.ProblemID)
	if err != nil {
		return err
	}
	r.RecordID = m.ID
	if err := store.ImportRows.Update(s.Tx, r); err != nil {
		return err
	}
	return c.progress(s, r, t, begun(m.Verdict, t), m.ID)
}

// progress reports what the row says of progress and verdict, as an entry of
// today.
func (c *applyProblem) progress(s *action.Step, r *incoming.Row, t map[incoming.Field]string, was work.Verdict, measureID string) error {
	if !has(t, incoming.Progress, incoming.Verdict) {
		return nil
	}
	add := carrying.AddProgress{ProblemID: r.ProblemID, MeasureID: measureID, On: s.Today, Body: t[incoming.Progress],
		Verdict: work.Verdict(or(t, incoming.Verdict, string(was)))}
	if add.Body == "" {
		add.Body = fmt.Sprintf("按“%s”第%d行更新完成情况。", c.before.FileName, r.Line)
	}
	return run(s, &add)
}

func has(t map[incoming.Field]string, fields ...incoming.Field) bool {
	return slices.ContainsFunc(fields, func(f incoming.Field) bool { _, ok := t[f]; return ok })
}

func or(t map[incoming.Field]string, f incoming.Field, otherwise string) string {
	if v, ok := t[f]; ok {
		return v
	}
	return otherwise
}

func idList(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

func ptr[T any](v T) *T { return &v }
