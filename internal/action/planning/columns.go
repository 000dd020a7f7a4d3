package planning

import (
	"cmp"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveColumns keeps how the organisation wants one of its lists: the chosen
// columns in the order of their numbers. Usual takes the template away.
type SaveColumns struct {
	InspectionID string      `form:"-"`
	List         string      `form:"list"`
	Version      int         `form:"version"`
	Rows         []ColumnRow `form:"columns"`
	Usual        bool        `form:"usual"`

	inspection inspection.Inspection
}

// ColumnRow is one column as typed.
type ColumnRow struct {
	Key   string `form:"key"`
	Shown bool   `form:"shown"`
	Place int    `form:"place"`
	Head  string `form:"head"`
	Width int    `form:"width"`
}

// Permission implements action.Command.
func (c *SaveColumns) Permission() org.Permission { return org.ColumnsEdit }

// Target implements action.Command.
func (c *SaveColumns) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *SaveColumns) Run(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("list", c.List, words(work.Lists())...)
	if err := checks.Err(); err != nil {
		return err
	}
	before, err := store.ColumnTemplate(s.Tx, c.inspection.OrgID, work.UseExport, work.List(c.List))
	if err != nil {
		return err
	}
	s.Return(c.InspectionID)
	if c.Usual {
		if before.ID == "" {
			return nil
		}
		return action.Remove(s, store.ColumnTemplates, before)
	}
	after := before
	after.Columns, after.Version = c.columns(), c.Version
	after.CheckColumns(&checks)
	if err := checks.Err(); err != nil {
		return err
	}
	if before.ID == "" {
		after.ID = s.NewID()
		return action.Insert(s, store.ColumnTemplates, &after)
	}
	return action.Save(s, store.ColumnTemplates, before, &after)
}

// columns are the chosen rows in the order of their numbers; rows of one
// number stay as they stand.
func (c *SaveColumns) columns() []work.ListColumn {
	rows := slices.DeleteFunc(slices.Clone(c.Rows), func(r ColumnRow) bool { return !r.Shown })
	slices.SortStableFunc(rows, func(a, b ColumnRow) int { return cmp.Compare(a.Place, b.Place) })
	out := make([]work.ListColumn, len(rows))
	for i, r := range rows {
		out[i] = work.ListColumn{Key: r.Key, Head: r.Head, Width: r.Width}
	}
	return out
}
