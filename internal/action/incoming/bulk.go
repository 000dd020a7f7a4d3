package incoming

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// FixAll says what a text means in all cells of its sort: all 张三 are 张三丰,
// all 综合科 are 办公室. It holds also for what is read again.
type FixAll struct {
	ID      string        `form:"-"`
	Version int           `form:"version"`
	Sort    incoming.Sort `form:"sort"`
	Text    string        `form:"text"`
	Value   string        `form:"value"`
	Typed   string        `form:"typed"`
	onImport
}

// Permission implements action.Command.
func (c *FixAll) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *FixAll) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *FixAll) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	if c.Value == "" && c.Typed != "" {
		var err error
		if c.Value, err = meant(s, c.before, c.Sort, c.Typed); err != nil {
			return err
		}
	}
	var checks fault.Checks
	checks.Need("text", c.Text)
	checks.Need("value", c.Value)
	if err := checks.Err(); err != nil {
		return err
	}
	if err := check(s, c.before, "", fieldOfSort[c.Sort], c.Value, false); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	after.Fixes = append(append([]incoming.Fix(nil), c.before.Fixes...), incoming.Fix{Sort: c.Sort, Text: c.Text, Value: c.Value})
	s.Return(c.ID)
	if err := action.Save(s, store.Imports, c.before, &after); err != nil {
		return err
	}
	return eachRow(s, c.before, func(r *incoming.Row) (bool, error) { return c.fix(r) })
}

// fieldOfSort is a field by which a value of a sort is checked.
var fieldOfSort = map[incoming.Sort]incoming.Field{incoming.SortPerson: incoming.Owner, incoming.SortDepartment: incoming.Lead,
	incoming.SortVerdict: incoming.Verdict, incoming.SortDue: incoming.Due, incoming.SortText: incoming.Cause}

func (c *FixAll) fix(r *incoming.Row) (changed bool, err error) {
	for _, cell := range r.Cells {
		mine := cell.Field.Sort() == c.Sort && cell.Field != incoming.Record && cell.Doubt != ""
		if mine && (incoming.Squeezed(cell.Text) == incoming.Squeezed(c.Text) || cell.Hint == c.Text) {
			if err := r.Mend(cell.Field, c.Value); err != nil {
				return false, err
			}
			changed = true
		}
	}
	return changed, nil
}

// MendRows gives one field of all chosen rows the same value: the deadline, the
// leader, the lead department.
type MendRows struct {
	ID      string         `form:"-"`
	Version int            `form:"version"`
	Rows    []string       `form:"id"`
	Field   incoming.Field `form:"field"`
	Value   string         `form:"value"`
	Typed   string         `form:"typed"`
	onImport
}

// Permission implements action.Command.
func (c *MendRows) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *MendRows) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command. A row that has no such field gets it.
func (c *MendRows) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	if c.Value == "" && c.Typed != "" {
		var err error
		if c.Value, err = meant(s, c.before, c.Field.Sort(), c.Typed); err != nil {
			return err
		}
	}
	chosen := map[string]bool{}
	for _, id := range c.Rows {
		chosen[id] = true
	}
	var checks fault.Checks
	checks.OneOf("field", string(c.Field), string(incoming.Due), string(incoming.Leader), string(incoming.Lead), string(incoming.Owner))
	checks.Need("value", c.Value)
	if len(chosen) == 0 {
		checks.Add("id", "incoming.rows.none")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	if err := check(s, c.before, "", c.Field, c.Value, false); err != nil {
		return err
	}
	s.Return(c.ID)
	return eachRow(s, c.before, func(r *incoming.Row) (bool, error) {
		if !chosen[r.ID] || len(r.Cells) == 0 {
			return false, nil
		}
		if r.Cell(c.Field) == nil {
			r.Cells = append(r.Cells, incoming.Cell{Field: c.Field})
		}
		return true, r.Mend(c.Field, c.Value)
	})
}

// eachRow changes rows of an import and compares those that changed again.
func eachRow(s *action.Step, i incoming.Import, change func(*incoming.Row) (bool, error)) error {
	records, err := recordsOf(s, i, "")
	if err != nil {
		return err
	}
	rows, err := rowsOf(s, i.ID)
	if err != nil {
		return err
	}
	for n := range rows {
		r := &rows[n]
		changed, err := change(r)
		if err != nil {
			return err
		}
		if !changed {
			continue
		}
		records.Regard(r, parentOf(rows, *r))
		if err := store.ImportRows.Update(s.Tx, r); err != nil {
			return err
		}
	}
	s.Note("%s", i.FileName)
	return nil
}
