package query

import (
	"slices"

	"bihuan/internal/domain/incoming"
	"bihuan/internal/store"
)

// DoubtGroup is one doubt that several cells share: it can be settled for all.
type DoubtGroup struct {
	Sort    incoming.Sort
	Text    string
	Doubt   incoming.Doubt
	Cells   int
	Choices []Option
}

// mostGroups is how many groups a page shows, mostDoubtful how many rows are
// looked through for them.
const (
	mostGroups   = 12
	mostDoubtful = 20000
)

// doubts gathers the doubts that cells share, the most frequent first.
func (b *importBuilder) doubts() error {
	if b.p.Import.State != incoming.Open || b.p.Doubtful == 0 {
		return nil
	}
	rows, err := store.ImportRows.List(b.v.Tx, "WHERE import_id = ? AND "+inDoubt+" ORDER BY seq LIMIT ?", b.p.In.ID, mostDoubtful)
	if err != nil {
		return err
	}
	type key struct {
		sort incoming.Sort
		text string
	}
	at := map[key]int{}
	var groups []DoubtGroup
	for _, r := range rows {
		for _, c := range r.Cells {
			sort := c.Field.Sort()
			if c.Doubt == "" || sort == incoming.SortRecord || sort == incoming.SortText || c.Doubt == incoming.DueFixed || c.Doubt == incoming.PlanIssued {
				continue
			}
			k := key{sort, c.Hint}
			if c.Doubt == incoming.DueEarly || c.Doubt == incoming.DueLate {
				k.text = c.Text
			}
			n, seen := at[k]
			if !seen {
				n = len(groups)
				at[k] = n
				g := DoubtGroup{Sort: sort, Text: k.text, Doubt: c.Doubt}
				for _, o := range c.Options {
					g.Choices = append(g.Choices, Option{Value: o, Label: b.words(c.Field, o)})
				}
				groups = append(groups, g)
			}
			groups[n].Cells++
		}
	}
	slices.SortStableFunc(groups, func(x, y DoubtGroup) int { return y.Cells - x.Cells })
	b.p.Doubts = groups[:min(len(groups), mostGroups)]
	return nil
}

// ImportFault is a cell of an imported file that is in doubt.
type ImportFault struct {
	File    string
	Sheet   string
	Cell    string // B12; empty in a paper
	Row     int    // of the sheet, or paragraph of the paper
	Field   incoming.Field
	Text    string
	Doubt   incoming.Doubt
	Hint    string
	Options []string // in words
}

// ImportFaults gives every cell in doubt of an import, in the order of the file.
func ImportFaults(v *View, id string) ([]ImportFault, error) {
	i, err := ImportByID(v, id)
	if err != nil {
		return nil, err
	}
	p := ImportPage{Import: i, In: ImportOf{ID: id}}
	b := importBuilder{v: v, p: &p}
	if err := b.names(); err != nil {
		return nil, err
	}
	rows, err := store.ImportRows.List(v.Tx, "WHERE import_id = ? AND "+inDoubt+" ORDER BY seq", id)
	if err != nil {
		return nil, err
	}
	out := []ImportFault{}
	for _, r := range rows {
		for _, c := range r.Cells {
			if c.Doubt == "" {
				continue
			}
			f := ImportFault{File: i.FileName, Sheet: r.Sheet, Cell: c.At, Row: r.Line, Field: c.Field, Text: c.Text, Doubt: c.Doubt, Hint: c.Hint,
				Options: []string{}}
			for _, o := range c.Options {
				if w := b.words(c.Field, o); w != "" {
					f.Options = append(f.Options, w)
				}
			}
			out = append(out, f)
		}
	}
	return out, nil
}
