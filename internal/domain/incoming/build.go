package incoming

import (
	"slices"

	"bihuan/internal/domain/work"
)

// Entry is a problem as a file has it, in neutral form, with its measures.
type Entry struct {
	Sheet    string
	Line     int
	Number   int
	Mark     string
	Label    string           // first sentence of the wording
	Words    string           // all of it
	Texts    map[Field]string // what stands in its cells; a field without a column is missing
	At       map[Field]string // names of the cells
	Doubts   map[Field]Doubt  // of the reader
	Measures []Entry
	Shared   bool // the measures have their verdict from one cell, which speaks of the problem
}

// Builder turns entries into rows.
type Builder struct {
	Records *Records
	Dir     *Directory
	Fixes   []Fix
	NewID   func() string
	// Measures: the file tells of measures, so that one which it has no more is gone.
	Measures bool

	r    resolver
	rows []Row
	had  map[string]bool // records that a row has
}

var problemFields = []Field{Cause, Goal, Leader, Lead, Assist, Owner, Due, Progress, Verdict}
var measureFields = []Field{Text, Leader, Lead, Assist, Owner, Due, Progress, Verdict}

// Build gives the rows of a file, each compared with the records. What an
// earlier import brought and the file has no more comes at its problem's end.
func (b *Builder) Build(entries []Entry) []Row {
	b.r, b.had = newResolver(b.Dir, b.Fixes, b.Records.Today), map[string]bool{}
	for _, e := range entries {
		b.problem(e)
	}
	return b.rows
}

func (b *Builder) add(r Row) *Row {
	r.ID, r.Seq = b.NewID(), len(b.rows)+1
	b.rows = append(b.rows, r)
	return &b.rows[len(b.rows)-1]
}

func (b *Builder) problem(e Entry) {
	row := Row{Kind: ProblemRow, Sheet: e.Sheet, Line: e.Line, Label: e.Label}
	which := b.r.cell(Record, e.Label, "")
	if !which.Mended {
		f := b.Records.match(e)
		which.Value, which.Doubt, which.Options, which.Hint = f.value, f.doubt, f.options, e.Label
	}
	if which.Value != "" && b.had[which.Value] {
		which.Doubt, which.Options, which.Value = RecordTwice, []string{which.Value}, ""
	}
	b.had[which.Value] = true
	row.RecordID, row.ProblemID = which.Value, which.Value
	row.Cells = append(row.Cells, which)
	b.fill(&row, e, b.fieldsOf(e, which.Value))
	at := b.add(row).Seq
	b.Records.Compare(&b.rows[at-1], nil)
	known := e.Shared && b.Records.agrees(which.Value, e.Texts[Verdict])
	for _, m := range e.Measures {
		if known {
			delete(m.Texts, Verdict)
		}
		b.measure(m, at)
	}
	b.gone(at)
}

// agrees tells whether a problem stands as a text says: then its measures are
// not each asked about.
func (r *Records) agrees(problemID, text string) bool {
	p, ok := r.Problem(problemID)
	if !ok {
		return false
	}
	if Squeezed(text) == "未完成" {
		return p.Effective(r.Today) == work.NotDone
	}
	return text != "" && VerdictOf(text) == string(p.Verdict)
}

// fieldsOf leaves the verdict to the measures where there are any: a problem's
// follows from theirs.
func (b *Builder) fieldsOf(e Entry, problemID string) []Field {
	if len(e.Measures) > 0 || len(b.Records.Measures[problemID]) > 0 {
		return problemFields[:len(problemFields)-1]
	}
	return problemFields
}

func (b *Builder) fill(row *Row, e Entry, fields []Field) {
	for _, f := range fields {
		text, ok := e.Texts[f]
		if !ok {
			continue
		}
		c := b.r.cell(f, text, e.At[f])
		if d := e.Doubts[f]; d != "" && !c.Mended && (c.Doubt != "" || f != Due && f != Verdict || d == SameAsAbove || d == BadCell) {
			c.Doubt, c.Hint = d, text
			if c.Value != "" && len(c.Options) == 0 {
				c.Options = []string{c.Value}
			}
		}
		row.Cells = append(row.Cells, c)
	}
}

func (b *Builder) measure(e Entry, parent int) {
	problemID := b.rows[parent-1].ProblemID
	row := Row{Kind: MeasureRow, Sheet: e.Sheet, Line: e.Line, Label: e.Label, ParentSeq: parent, ProblemID: problemID}
	which := Cell{Field: Record, Text: e.Label}
	if problemID != "" {
		f := b.Records.matchMeasure(problemID, e.Label, b.had)
		which.Value, which.Doubt, which.Options, which.Hint = f.value, f.doubt, f.options, e.Label
	}
	row.setRecord(which.Value)
	if row.RecordID != "" {
		b.had[row.RecordID] = true
	}
	row.Cells = append(row.Cells, which)
	b.fill(&row, e, slices.DeleteFunc(slices.Clone(measureFields), func(f Field) bool {
		return row.RecordID != "" && b.rows[parent-1].says(f, e.At[f])
	}))
	b.Records.Compare(b.add(row), &b.rows[parent-1])
}

// says tells whether a cell of the file is what the records say of the problem
// already: then it is not asked about for each of its measures, which may have
// others who answer.
func (r *Row) says(f Field, at string) bool {
	c := r.Cell(f)
	return c != nil && at != "" && c.At == at && c.Doubt == "" && c.State == Untouched && c.Value != "" && f != Progress && f != Verdict
}

// setRecord says which record the row means.
func (r *Row) setRecord(value string) {
	r.RecordID = value
	if r.Kind == ProblemRow {
		r.ProblemID = value
	}
	if value == AsNew {
		r.RecordID = ""
	}
}

// gone adds the measures of a problem that an earlier import brought and the
// file has no more.
func (b *Builder) gone(parent int) {
	problem := b.rows[parent-1]
	if !b.Measures || problem.ProblemID == "" || problem.State == Closed {
		return
	}
	// A measure that a row is only asked about is not gone yet.
	asked := map[string]bool{}
	for _, r := range b.rows[parent:] {
		if c := r.Cell(Record); c != nil {
			for _, id := range c.Options {
				asked[id] = true
			}
		}
	}
	for _, m := range b.Records.Measures[problem.ProblemID] {
		if b.had[m.ID] || asked[m.ID] || b.Records.base(m.ID, Text) == nil {
			continue
		}
		b.add(Row{Kind: MeasureRow, Label: m.Text, ParentSeq: parent, ProblemID: problem.ProblemID, RecordID: m.ID,
			Sheet: problem.Sheet, State: b.Records.goneState()})
	}
}

func (r *Records) goneState() Comparison {
	if r.Issued {
		return Fixed
	}
	return Gone
}

// Compare compares a row with the records and sets its cells' states, the
// doubts about deadlines, and its own state.
func (r *Records) Compare(row *Row, parent *Row) {
	problem, known := r.Problem(row.ProblemID)
	if row.Kind == MeasureRow && parent != nil && row.ProblemID == "" {
		row.ProblemID = parent.ProblemID
		problem, known = r.Problem(row.ProblemID)
	}
	if len(row.Cells) == 0 { // gone from the file
		row.State = r.goneState()
		return
	}
	row.State = ""
	switch {
	case !known:
		row.State = Unmatched
	case problem.Closed():
		row.State = Closed
	case row.Kind == MeasureRow && row.RecordID == "" && r.base(row.ProblemID, DeclinedField(row.Label)) != nil:
		row.State = Declined
	}
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Field == Record {
			continue
		}
		c.Current = r.current(row, *c)
		c.State = Compare(c.Field, r.base(row.RecordID, c.Field), c.Current, c.Value)
		if c.Kept {
			c.State = Untouched
			continue
		}
		r.checkVerdict(row, c)
		r.checkDue(row, parent, c)
		r.checkIssued(row, c)
	}
	r.checkNew(row)
	if row.State == Closed || row.State == Declined {
		for i := range row.Cells { // nothing is asked about what stays as it is
			row.Cells[i].Doubt = ""
		}
	}
	row.Settle()
}

// checkVerdict takes 未完成 after the deadline for under way: that it is not
// done in time follows from the day.
func (r *Records) checkVerdict(row *Row, c *Cell) {
	if c.Doubt != VerdictNotDone {
		return
	}
	due := row.Cell(Due)
	text := ""
	if due != nil {
		text = due.Value
	}
	if text == "" {
		text = r.current(row, Cell{Field: Due})
	}
	if d := day(text); d != "" && d < r.Today {
		c.Value, c.Doubt, c.Options = c.Options[0], "", nil
		c.State = Compare(c.Field, r.base(row.RecordID, c.Field), c.Current, c.Value)
	}
}

// Regard is Compare for a row whose problem may have become known only now:
// a measure then looks for its record.
func (r *Records) Regard(row *Row, parent *Row) {
	if row.Kind == MeasureRow && parent != nil && row.ProblemID != parent.ProblemID {
		row.ProblemID = parent.ProblemID
		if c := row.Cell(Record); c != nil {
			f := r.matchMeasure(row.ProblemID, row.Label, map[string]bool{})
			c.Value, c.Doubt, c.Options, c.Hint = f.value, f.doubt, f.options, row.Label
			row.setRecord(f.value)
		}
	}
	r.Compare(row, parent)
}
