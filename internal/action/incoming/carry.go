package incoming

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// earlier is what people said in the last import that was applied: what a text
// means everywhere and, of the same file, what single cells mean.
type earlier struct {
	fixes []incoming.Fix
	cells map[spot]incoming.Cell
}

// spot is a cell of a file with what stands in it.
type spot struct {
	kind  incoming.Kind
	line  int
	label string
	field incoming.Field
	text  string
}

func spotOf(r incoming.Row, c incoming.Cell) spot {
	return spot{r.Kind, r.Line, r.Label, c.Field, c.Text}
}

// earlierOf finds it; there may be none.
func earlierOf(s *action.Step, i incoming.Import) (earlier, error) {
	e := earlier{cells: map[spot]incoming.Cell{}}
	last, err := store.Imports.One(s.Tx, "WHERE inspection_id = ? AND state = ? ORDER BY applied_at DESC, id DESC LIMIT 1", i.InspectionID, incoming.Applied)
	if fault.Is(err, fault.NotFound) {
		return e, nil
	}
	if err != nil {
		return e, err
	}
	e.fixes = last.Fixes
	if last.FileHash != i.FileHash || i.FileHash == "" {
		return e, nil
	}
	rows, err := rowsOf(s, last.ID)
	for _, r := range rows {
		for _, c := range r.Cells {
			if c.Mended || c.Kept {
				e.cells[spotOf(r, c)] = c
			}
		}
	}
	return e, err
}

// say puts what was said of single cells into the rows of the same file again,
// where they are in doubt.
func (e earlier) say(records *incoming.Records, rows []incoming.Row) error {
	for n := range rows {
		r, changed := &rows[n], false
		for _, c := range r.Cells {
			was, ok := e.cells[spotOf(*r, c)]
			if !ok || c.Doubt == "" {
				continue
			}
			change := func() error { return r.Mend(c.Field, was.Value) }
			if was.Kept {
				change = func() error { return r.Retain(c.Field) }
			}
			if err := change(); err != nil {
				return err
			}
			changed = true
		}
		if changed || r.ParentSeq > 0 && rows[r.ParentSeq-1].ProblemID != r.ProblemID {
			records.Regard(r, parentOf(rows, *r))
		}
	}
	return nil
}
