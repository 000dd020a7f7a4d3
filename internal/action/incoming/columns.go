package incoming

import (
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/read"
	"bihuan/internal/store"
)

// fieldIn says what the reader understands a column of a list to hold. What has
// no field of its own and is not asked for is left unread.
func fieldIn(l work.List, key string) read.Field {
	if l == work.TasksList {
		switch key {
		case "problem":
			return read.FieldProblem
		case "text":
			return read.FieldMeasures
		}
	}
	for _, pair := range fields {
		if pair.key == key {
			return pair.field
		}
	}
	return read.FieldNone
}

// keyOf is the column of the problem list that holds a field of the reader.
func keyOf(f read.Field) string {
	for _, pair := range fields {
		if pair.field == f {
			return pair.key
		}
	}
	return work.Unread
}

var fields = []struct {
	key   string
	field read.Field
}{
	{"number", read.FieldSequence}, {"aspect", read.FieldAspect}, {"item", read.FieldItem}, {"wording", read.FieldProblem},
	{"detail", read.FieldDetail}, {"cause", read.FieldCauses}, {"goal", read.FieldGoal}, {"measures", read.FieldMeasures},
	{"leader", read.FieldLeader}, {"lead", read.FieldLeadUnit}, {"assist", read.FieldSupportUnits}, {"owner", read.FieldOwners},
	{"due", read.FieldDue}, {"progress", read.FieldProgress}, {"verdict", read.FieldVerdict}, {"closed", read.FieldSignedOff},
	{work.Remark, read.FieldExtra},
}

// heads are the usual headings of a list.
func (d *Desk) heads(l work.List) map[string]string {
	if d.Heads == nil {
		return nil
	}
	return d.Heads(l)
}

// rules says to the reader what the columns of a template hold.
func (d *Desk) rules(t work.ColumnTemplate) []read.ColumnRule {
	var out []read.ColumnRule
	for _, c := range t.Columns {
		if head := c.HeadOr(d.heads(t.List)); head != "" {
			out = append(out, read.ColumnRule{Head: head, Field: fieldIn(t.List, c.Key)})
		}
	}
	return out
}

// known are the templates by which a file can be read: those of the
// organisation, and the usual columns of the lists that go out.
func (d *Desk) known(templates []work.ColumnTemplate) []work.ColumnTemplate {
	out := slices.DeleteFunc(slices.Clone(templates), func(t work.ColumnTemplate) bool { return t.List == work.DutiesList })
	if d.Heads == nil {
		return out
	}
	for _, l := range []work.List{work.ProblemsList, work.TasksList} {
		t := work.ColumnTemplate{List: l}
		for _, key := range work.ColumnKeys(l) {
			t.Columns = append(t.Columns, work.ListColumn{Key: key})
		}
		out = append(out, t)
	}
	return out
}

// headReach is how many rows of a table are searched for its head.
const headReach = 40

// suiting finds the template that knows most headings of a row of the file: at
// least two, and two thirds of the row.
func (d *Desk) suiting(templates []work.ColumnTemplate, p *read.Paper) (best work.ColumnTemplate, ok bool) {
	most, whole := 66, 0
	for _, t := range d.known(templates) {
		known := map[string]bool{}
		for _, r := range d.rules(t) {
			known[r.Head] = true
		}
		for _, table := range p.Tables {
			for _, heads := range headRows(table) {
				n := 0
				for _, h := range heads {
					if known[h] {
						n++
					}
				}
				if share := n * 100 / max(len(heads), 1); n > 1 && (share > most || share == most && n > whole) {
					best, ok, most, whole = t, true, share, n
				}
			}
		}
	}
	return best, ok
}

// headRows are the rows of a table that can be its head, without blanks: what
// stands in a row, and above it where a cell of the row is empty.
func headRows(t read.Table) [][]string {
	var out [][]string
	for n := range min(len(t.Rows), headReach) {
		var heads []string
		for col, text := range t.Rows[n].Cells {
			if text == "" && n > 0 && col < len(t.Rows[n-1].Cells) {
				text = t.Rows[n-1].Cells[col]
			}
			if text = strings.Join(strings.Fields(text), ""); text != "" {
				heads = append(heads, text)
			}
		}
		out = append(out, heads)
	}
	return out
}

// keep saves the mapping under a name as a template of the problem list. One of
// the name that there is gets the new columns; the widths that it had stay.
func (c *SaveMapping) keep(s *action.Step, name string, columns []incoming.Column) error {
	t := work.ColumnTemplate{OrgID: c.before.OrgID, Name: name, List: work.ProblemsList}
	old, err := store.ColumnTemplates.One(s.Tx, "WHERE org_id = ? AND name = ?", t.OrgID, name)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	for _, col := range columns {
		if col.Head == "" {
			continue
		}
		next := work.ListColumn{Key: keyOf(read.Field(col.Field)), Head: col.Head}
		if was := slices.IndexFunc(old.Columns, func(o work.ListColumn) bool { return o.Key == next.Key }); was >= 0 {
			next.Width = old.Columns[was].Width
		}
		t.Columns = append(t.Columns, next)
	}
	if old.ID == "" {
		t.ID = s.NewID()
		return action.Insert(s, store.ColumnTemplates, &t)
	}
	if old.List != work.ProblemsList {
		return fault.New(fault.Conflict, "columns.other-list", name)
	}
	t.ID, t.InUse, t.Version = old.ID, old.InUse, old.Version
	return action.Save(s, store.ColumnTemplates, old, &t)
}
