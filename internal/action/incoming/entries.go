package incoming

import (
	"slices"
	"strconv"
	"strings"

	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/workday"
	"bihuan/internal/read"
)

// fieldOf says which field of a record a column fills.
var fieldOf = map[read.Field]incoming.Field{read.FieldCauses: incoming.Cause, read.FieldGoal: incoming.Goal, read.FieldMeasures: incoming.Text,
	read.FieldLeader: incoming.Leader, read.FieldLeadUnit: incoming.Lead, read.FieldSupportUnits: incoming.Assist,
	read.FieldOwners: incoming.Owner, read.FieldDue: incoming.Due, read.FieldProgress: incoming.Progress,
	read.FieldVerdict: incoming.Verdict, read.FieldSignedOff: incoming.Verdict}

// doubtOf says what a warning of the reader about a cell means here.
var doubtOf = map[string]incoming.Doubt{"due.unclear": incoming.DueUnclear, "due.no-year": incoming.DueNoYear,
	"due.impossible": incoming.DueImpossible, "verdict.unknown": incoming.VerdictUnknown,
	"ledger.same-as-above": incoming.SameAsAbove, "cell.error": incoming.BadCell, "cell.no-value": incoming.BadCell}

// place is a cell of a sheet.
type place struct{ sheet, cell string }

// taker turns a paper into entries.
type taker struct {
	letters map[string]map[incoming.Field]string // column letters by sheet
	doubts  map[place]incoming.Doubt
}

func understandingOf(p *read.Paper) understanding {
	t := taker{letters: map[string]map[incoming.Field]string{}, doubts: map[place]incoming.Doubt{}}
	u := understanding{kind: string(p.Kind)}
	for _, table := range p.Tables {
		if table.LeftOut {
			continue
		}
		letters := map[incoming.Field]string{}
		for _, c := range table.Columns {
			u.columns = append(u.columns, incoming.Column{Sheet: table.Sheet, Number: c.Number, Letter: c.Letter(), Head: c.Head,
				Field: string(c.Field), Why: string(c.Why), Sample: sample(table, c.Number)})
			if f, ok := fieldOf[c.Field]; ok && letters[f] == "" {
				letters[f] = c.Letter()
			}
		}
		t.letters[table.Sheet] = letters
	}
	for _, w := range p.Warnings {
		if d, ok := doubtOf[w.Code]; ok && w.Source.Cell() != "" {
			t.doubts[place{w.Source.Sheet, w.Source.Cell()}] = d
		}
	}
	p.Walk(func(n *read.Node, _ int) {
		if n.Kind == read.NodeProblem || len(n.Measures) > 0 || n.Causes != "" || n.Goal != "" {
			u.entries = append(u.entries, t.problem(n))
		}
	})
	for _, e := range u.entries {
		u.measures = u.measures || len(e.Measures) > 0
	}
	return u
}

// sample is the first text in a column below the head.
func sample(t read.Table, number int) string {
	for _, r := range t.Rows {
		if r.Role == read.RowData && number <= len(r.Cells) && strings.TrimSpace(r.Cells[number-1]) != "" {
			text := []rune(strings.TrimSpace(r.Cells[number-1]))
			return string(text[:min(len(text), 40)])
		}
	}
	return ""
}

func (t taker) problem(n *read.Node) incoming.Entry {
	e := t.entry(n.Source)
	e.Number, e.Mark, e.Label, e.Words = n.Number, n.Mark, n.Title, n.Wording
	t.put(&e, incoming.Cause, n.Causes)
	t.put(&e, incoming.Goal, n.Goal)
	t.duty(&e, n.Leader, n.LeadUnit, n.SupportUnits, n.Owners, n.Due)
	t.put(&e, incoming.Verdict, n.Verdict)
	measures := slices.Clone(n.Measures)
	e.Shared = sharesCell(measures)
	if len(measures) > 1 && onlyFirstReports(measures) {
		t.put(&e, incoming.Progress, measures[0].Progress)
		measures[0].Progress = ""
	}
	for _, m := range measures {
		if m.Text == "" {
			t.put(&e, incoming.Progress, m.Progress)
			continue
		}
		e.Measures = append(e.Measures, t.measure(m, n.Source))
	}
	return e
}

// sharesCell tells whether several measures have their verdict from one cell,
// which speaks of the problem as a whole.
func sharesCell(all []read.Measure) bool {
	for _, m := range all {
		if m.Source != all[0].Source || m.Verdict != all[0].Verdict {
			return false
		}
	}
	return len(all) > 1
}

// onlyFirstReports tells whether what is reported stands at the first of
// several measures: it is about the problem.
func onlyFirstReports(all []read.Measure) bool {
	for i, m := range all {
		if i > 0 && m.Progress != "" || m.Source != all[0].Source {
			return false
		}
	}
	return all[0].Progress != ""
}

func (t taker) measure(m read.Measure, parent read.Source) incoming.Entry {
	at := m.Source
	if at.Row == 0 {
		at = parent
	}
	e := t.entry(at)
	e.Label = m.Text
	t.put(&e, incoming.Text, m.Text)
	t.duty(&e, m.Leader, m.LeadUnit, m.SupportUnits, m.Owners, m.Due)
	t.put(&e, incoming.Progress, m.Progress)
	t.put(&e, incoming.Verdict, m.Verdict)
	return e
}

func (t taker) entry(at read.Source) incoming.Entry {
	line := at.Row
	if line == 0 {
		line = at.Paragraph
	}
	return incoming.Entry{Sheet: at.Sheet, Line: line, Texts: map[incoming.Field]string{}, At: map[incoming.Field]string{},
		Doubts: map[incoming.Field]incoming.Doubt{}}
}

func (t taker) duty(e *incoming.Entry, leader, lead string, assist, owners []string, due read.Due) {
	t.put(e, incoming.Leader, leader)
	t.put(e, incoming.Lead, lead)
	t.put(e, incoming.Assist, strings.Join(assist, "、"))
	t.put(e, incoming.Owner, strings.Join(owners, "、"))
	t.put(e, incoming.Due, dueWords(due))
}

// put notes the text of a field; one that a ledger has no column for and that
// says nothing is no cell.
func (t taker) put(e *incoming.Entry, f incoming.Field, text string) {
	text = strings.TrimSpace(text)
	letter := t.letters[e.Sheet][f]
	if text == "" && letter == "" {
		return
	}
	e.Texts[f] = text
	if letter == "" {
		return
	}
	cell := place{e.Sheet, letter + strconv.Itoa(e.Line)}
	e.At[f] = cell.cell
	if d, ok := t.doubts[cell]; ok {
		e.Doubts[f] = d
	}
}

// dueWords is a deadline in the paper's words, or its day where these cannot be
// read as one.
func dueWords(d read.Due) string {
	if _, err := workday.ParseDeadline(d.Term); d.Term == "" || err != nil && d.Date != "" {
		return d.Date
	}
	return d.Term
}
