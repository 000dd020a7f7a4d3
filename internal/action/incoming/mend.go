package incoming

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// MendCell gives one cell the value that a person chose or typed, or leaves the
// records' version of it.
type MendCell struct {
	ID     string         `form:"-"` // of the row
	Seen   int            `form:"version"`
	Field  incoming.Field `form:"field"`
	Value  string         `form:"value"`
	Typed  string         `form:"typed"` // in words, where nothing is chosen
	Retain bool           `form:"retain"`
	onRow
}

// onRow is what commands on one row have in common.
type onRow struct {
	row incoming.Row
	onImport
}

func (o *onRow) load(s *action.Step, id string) (org.Target, error) {
	var err error
	if o.row, err = store.ImportRows.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	return o.onImport.load(s, o.row.ImportID)
}

// Permission implements action.Command.
func (c *MendCell) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *MendCell) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *MendCell) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	if c.Seen != c.row.Version {
		return fault.New(fault.Conflict, "incoming.row.stale")
	}
	if c.Value == "" && c.Typed != "" {
		var err error
		if c.Value, err = meant(s, c.before, c.Field.Sort(), c.Typed); err != nil {
			return err
		}
	}
	if err := check(s, c.before, c.row.ProblemID, c.Field, c.Value, c.Retain); err != nil {
		return err
	}
	after := c.row
	after.Cells = append([]incoming.Cell(nil), c.row.Cells...)
	change := func() error { return after.Mend(c.Field, c.Value) }
	if c.Retain {
		change = func() error { return after.Retain(c.Field) }
	}
	if err := change(); err != nil {
		return err
	}
	s.Return(c.row.ID)
	s.Note("%s %d", c.before.FileName, c.row.Line)
	return c.saveWithRest(s, after)
}

// saveWithRest saves the row and compares what hangs on it again: the measures
// of its problem.
func (c *MendCell) saveWithRest(s *action.Step, row incoming.Row) error {
	rows := []incoming.Row{row}
	if c.Field == incoming.Record && row.Kind == incoming.ProblemRow {
		under, err := store.ImportRows.List(s.Tx, "WHERE import_id = ? AND parent_seq = ? ORDER BY seq", row.ImportID, row.Seq)
		if err != nil {
			return err
		}
		rows = append(rows, under...)
	}
	records, err := recordsOf(s, c.before, row.ProblemID)
	if err != nil {
		return err
	}
	parent := &rows[0]
	if row.Kind == incoming.MeasureRow {
		above, err := store.ImportRows.One(s.Tx, "WHERE import_id = ? AND seq = ?", row.ImportID, row.ParentSeq)
		if err != nil {
			return err
		}
		parent = &above
	}
	for i := range rows {
		r := &rows[i]
		if r.Kind == incoming.ProblemRow {
			records.Compare(r, nil)
		} else {
			records.Regard(r, parent)
		}
		if err := store.ImportRows.Update(s.Tx, r); err != nil {
			return err
		}
	}
	return nil
}
