package query

import (
	"strings"

	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// ImportList is the ledgers and plans that were brought in, newest first.
type ImportList struct {
	Inspection inspection.Inspection
	Rows       []incoming.Import
	Templates  []work.ColumnTemplate
	Problems   int // of the confirmed feedback; none before
}

// Imports lists the imports of an inspection, for those who may import.
func Imports(v *View, inspectionID string) (ImportList, error) {
	i, _, err := v.Inspection(inspectionID, org.LedgerImport)
	if err != nil {
		return ImportList{}, err
	}
	l := ImportList{Inspection: i}
	if l.Rows, err = store.Imports.List(v.Tx, "WHERE inspection_id = ? ORDER BY imported_at DESC, id DESC", inspectionID); err != nil {
		return l, err
	}
	if l.Templates, err = store.ColumnTemplatesOf(v.Tx, i.OrgID); err != nil {
		return l, err
	}
	l.Problems, err = v.Tx.Count("SELECT COUNT(*) FROM problem WHERE inspection_id = ?", inspectionID)
	return l, err
}

// ImportOf asks for an import with a part of its rows.
type ImportOf struct {
	ID     string
	State  incoming.Comparison // rows that stand so
	Only   string              // "doubt": in doubt; "waits": a person has to decide
	Search string
	Page   int // from 1
}

// ImportRows is how many rows a page shows.
const ImportRows = 50

// ImportPage is one import with the rows that are asked for.
type ImportPage struct {
	Inside
	Inspection inspection.Inspection
	Import     incoming.Import
	In         ImportOf
	Rows       []ImportRow
	Found      int // rows as filtered
	Total      int
	States     map[incoming.Comparison]int
	Doubtful   int // rows with cells in doubt
	Waiting    int // rows that a person has to decide
	Doubts     []DoubtGroup
	Choices    Choices
	Problems   []Option // all, where they are not too many for a list
}

// ImportRow is a row with its values in words.
type ImportRow struct {
	incoming.Row
	Above  string // wording of the problem, for a measure
	Number string // of the problem that it means
	Fields []ImportCell
	Same   int // cells that are as in the records
}

// ImportCell is a cell in words.
type ImportCell struct {
	incoming.Cell
	Means   string // the value
	Has     string // the records' value
	Choices []Option
}

// ImportByID gives one import, for those who may import.
func ImportByID(v *View, id string) (incoming.Import, error) {
	i, err := store.Imports.Get(v.Tx, id)
	if err != nil {
		return i, err
	}
	_, _, err = v.Inspection(i.InspectionID, org.LedgerImport)
	return i, err
}

// Import gives the page of an import.
func Import(v *View, in ImportOf) (ImportPage, error) {
	i, err := ImportByID(v, in.ID)
	if err != nil {
		return ImportPage{}, err
	}
	p := ImportPage{Inside: Inside{i.InspectionID}, Import: i, In: in, States: map[incoming.Comparison]int{}}
	if p.Inspection, err = store.Inspections.Get(v.Tx, i.InspectionID); err != nil {
		return p, err
	}
	if p.Choices, err = v.ChoicesOf(i.OrgID); err != nil {
		return p, err
	}
	b := importBuilder{v: v, p: &p}
	for _, step := range []func() error{b.names, b.count, b.rows, b.doubts} {
		if err := step(); err != nil {
			return p, err
		}
	}
	return p, nil
}

// waits is the condition of rows that a person has to decide.
const waits = "choice = '' AND state IN ('changed', 'conflict', 'gone')"

// inDoubt is the condition of rows with something in doubt.
const inDoubt = "(doubts > 0 AND state <> 'closed' AND state <> 'declined')"

// where is the condition for the rows that are asked for.
func (in ImportOf) where() (string, []any) {
	where, args := "WHERE import_id = ?", []any{in.ID}
	if in.State != "" {
		where += " AND state = ?"
		args = append(args, in.State)
	}
	switch in.Only {
	case "doubt":
		where += " AND " + inDoubt
	case "waits":
		where += " AND " + waits
	}
	if in.Search != "" {
		where += ` AND label LIKE ? ESCAPE '\'`
		args = append(args, "%"+strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(in.Search)+"%")
	}
	return where, args
}

type importBuilder struct {
	v        *View
	p        *ImportPage
	name     Names
	problems map[string]string // id → number and title
	numbers  map[string]string
	measures map[string]string
}

func (b *importBuilder) names() error {
	var err error
	if b.name, err = b.v.NamesOf(b.p.Import.OrgID); err != nil {
		return err
	}
	b.problems, b.numbers, b.measures = map[string]string{}, map[string]string{}, map[string]string{}
	err = b.v.Tx.Each(func(scan func(...any) error) error {
		var id, number, title string
		err := scan(&id, &number, &title)
		b.problems[id], b.numbers[id] = number+" "+title, number
		if len(b.p.Problems) <= mostProblems {
			b.p.Problems = append(b.p.Problems, Option{Value: id, Label: number + " " + title})
		}
		return err
	}, "SELECT id, number, title FROM problem WHERE inspection_id = ? ORDER BY seq, id", b.p.Import.InspectionID)
	if len(b.p.Problems) > mostProblems {
		b.p.Problems = nil
	}
	return err
}

// mostProblems is how many problems a list to pick from may have.
const mostProblems = 400

func (b *importBuilder) count() error {
	p := b.p
	err := b.v.Tx.Each(func(scan func(...any) error) error {
		var state incoming.Comparison
		var n int
		err := scan(&state, &n)
		p.States[state] = n
		p.Total += n
		return err
	}, "SELECT state, COUNT(*) FROM ledger_row WHERE import_id = ? GROUP BY state", p.In.ID)
	if err != nil {
		return err
	}
	if p.Doubtful, err = b.v.Tx.Count("SELECT COUNT(*) FROM ledger_row WHERE import_id = ? AND "+inDoubt, p.In.ID); err != nil {
		return err
	}
	if p.Waiting, err = b.v.Tx.Count("SELECT COUNT(*) FROM ledger_row WHERE import_id = ? AND "+waits, p.In.ID); err != nil {
		return err
	}
	where, args := p.In.where()
	p.Found, err = b.v.Tx.Count("SELECT COUNT(*) FROM ledger_row "+where, args...)
	return err
}

func (b *importBuilder) rows() error {
	p := b.p
	p.In.Page = min(max(p.In.Page, 1), max(1, (p.Found+ImportRows-1)/ImportRows))
	where, args := p.In.where()
	rows, err := store.ImportRows.List(b.v.Tx, where+" ORDER BY seq LIMIT ? OFFSET ?", append(args, ImportRows, (p.In.Page-1)*ImportRows)...)
	if err != nil {
		return err
	}
	if err := b.readMeasures(rows); err != nil {
		return err
	}
	above := map[int]string{}
	for _, r := range rows {
		if r.Kind == incoming.ProblemRow {
			above[r.Seq] = r.Label
		}
	}
	for _, r := range rows {
		if r.ParentSeq > 0 && above[r.ParentSeq] == "" {
			parent, err := store.ImportRows.One(b.v.Tx, "WHERE import_id = ? AND seq = ?", p.In.ID, r.ParentSeq)
			if err != nil {
				return err
			}
			above[r.ParentSeq] = parent.Label
		}
		p.Rows = append(p.Rows, b.row(r, above[r.ParentSeq]))
	}
	return nil
}

// readMeasures reads the wordings of the measures that the rows mean or may mean.
func (b *importBuilder) readMeasures(rows []incoming.Row) error {
	for _, r := range rows {
		if r.Kind != incoming.MeasureRow || r.ProblemID == "" {
			continue
		}
		for _, c := range r.Cells {
			for _, id := range append([]string{c.Value}, c.Options...) {
				if c.Field != incoming.Record || id == "" || id == incoming.AsNew || b.measures[id] != "" {
					continue
				}
				m, err := store.Measures.List(b.v.Tx, "WHERE id = ? AND problem_id = ?", id, r.ProblemID)
				if err != nil {
					return err
				}
				if len(m) == 1 {
					b.measures[id] = m[0].Text
				}
			}
		}
	}
	return nil
}

func (b *importBuilder) row(r incoming.Row, above string) ImportRow {
	out := ImportRow{Row: r, Above: above, Number: b.numbers[r.ProblemID]}
	for _, c := range r.Cells {
		shown := c.Doubt != "" || c.Field != incoming.Record && (c.State != incoming.Untouched || c.Kept)
		if !shown {
			if c.Field != incoming.Record {
				out.Same++
			}
			continue
		}
		cell := ImportCell{Cell: c, Means: b.words(c.Field, c.Value), Has: b.words(c.Field, c.Current)}
		for _, o := range c.Options {
			cell.Choices = append(cell.Choices, Option{Value: o, Label: b.words(c.Field, o)})
		}
		out.Fields = append(out.Fields, cell)
	}
	return out
}

// words is a value as people say it.
func (b *importBuilder) words(f incoming.Field, value string) string {
	switch f.Sort() {
	case incoming.SortPerson:
		return b.name.Person(value)
	case incoming.SortDepartment:
		var names []string
		for _, id := range strings.Split(value, ",") {
			if missing, ok := strings.CutPrefix(id, incoming.Missing); ok {
				names = append(names, missing+"？")
			} else if id != "" {
				names = append(names, b.name.Department(id))
			}
		}
		return strings.Join(names, "、")
	case incoming.SortRecord:
		if value == incoming.AsNew {
			return ""
		}
		return b.problems[value] + b.measures[value]
	}
	return value
}
