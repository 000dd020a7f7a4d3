package planning

import (
	"cmp"
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveColumns keeps one shape of a list of the organisation: the chosen columns
// in the order of their numbers. A list is taken out in the template that is in
// use; the others are for files that come in.
type SaveColumns struct {
	InspectionID string      `form:"-"`
	ID           string      `form:"template"` // empty for a new one
	List         string      `form:"list"`
	Name         string      `form:"name"`
	Version      int         `form:"version"`
	Rows         []ColumnRow `form:"columns"`
	InUse        bool        `form:"in_use"`
	// Heads gives the usual headings of a list.
	Heads func(work.List) map[string]string `form:"-" json:"-"`

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
	s.Return(c.InspectionID)
	before, err := c.before(s)
	if err != nil {
		return err
	}
	after := before
	after.OrgID, after.Name, after.InUse, after.Columns, after.Version = c.inspection.OrgID, strings.TrimSpace(c.Name), c.InUse, c.columns(), c.Version
	if before.ID == "" {
		after.ID, after.List = s.NewID(), work.List(c.List)
	}
	if err := c.check(s, after); err != nil {
		return err
	}
	if err := c.only(s, after); err != nil {
		return err
	}
	if before.ID == "" {
		return action.Insert(s, store.ColumnTemplates, &after)
	}
	return action.Save(s, store.ColumnTemplates, before, &after)
}

// before is the template as it was; nothing for a new one.
func (c *SaveColumns) before(s *action.Step) (work.ColumnTemplate, error) {
	if c.ID == "" {
		return work.ColumnTemplate{}, nil
	}
	return store.ColumnTemplates.One(s.Tx, "WHERE id = ? AND org_id = ?", c.ID, c.inspection.OrgID)
}

func (c *SaveColumns) check(s *action.Step, t work.ColumnTemplate) error {
	var checks fault.Checks
	checks.OneOf("list", string(t.List), words(work.Lists())...)
	checks.Text("name", t.Name, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	same, err := s.Tx.Count("SELECT COUNT(*) FROM column_template WHERE org_id = ? AND name = ? AND id <> ?", t.OrgID, t.Name, t.ID)
	if err != nil {
		return err
	}
	if same > 0 {
		checks.Add("name", "columns.name-used", t.Name)
	}
	var usual map[string]string
	if c.Heads != nil {
		usual = c.Heads(t.List)
	}
	t.CheckColumns(&checks, usual)
	return checks.Err()
}

// only takes the other templates of the list out of use where this one is.
func (c *SaveColumns) only(s *action.Step, t work.ColumnTemplate) error {
	if !t.InUse {
		return nil
	}
	others, err := store.ColumnTemplates.List(s.Tx, "WHERE org_id = ? AND list = ? AND in_use = 1 AND id <> ?", t.OrgID, t.List, t.ID)
	if err != nil {
		return err
	}
	for _, o := range others {
		after := o
		after.InUse = false
		if err := action.Save(s, store.ColumnTemplates, o, &after); err != nil {
			return err
		}
	}
	return nil
}

// columns are the chosen rows in the order of their numbers; rows of one
// number stay as they stand.
func (c *SaveColumns) columns() []work.ListColumn {
	rows := slices.DeleteFunc(slices.Clone(c.Rows), func(r ColumnRow) bool { return !r.Shown })
	slices.SortStableFunc(rows, func(a, b ColumnRow) int { return cmp.Compare(a.Place, b.Place) })
	out := make([]work.ListColumn, len(rows))
	for i, r := range rows {
		out[i] = work.ListColumn{Key: r.Key, Head: strings.TrimSpace(r.Head), Width: r.Width}
	}
	return out
}

// RemoveColumns takes a template away; where it was in use the list goes out
// with the usual columns.
type RemoveColumns struct {
	InspectionID string `form:"-"`
	ID           string `form:"template"`
	Version      int    `form:"version"`

	before work.ColumnTemplate
}

// Permission implements action.Command.
func (c *RemoveColumns) Permission() org.Permission { return org.ColumnsEdit }

// Target implements action.Command.
func (c *RemoveColumns) Target(s *action.Step) (org.Target, error) {
	i, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	if err != nil {
		return t, err
	}
	c.before, err = store.ColumnTemplates.One(s.Tx, "WHERE id = ? AND org_id = ?", c.ID, i.OrgID)
	t.Kind, t.ID = store.ColumnTemplates.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *RemoveColumns) Run(s *action.Step) error {
	if c.Version != c.before.Version {
		return fault.New(fault.Conflict, "columns.stale", c.before.Name)
	}
	s.Return(c.InspectionID)
	return action.Remove(s, store.ColumnTemplates, c.before)
}
