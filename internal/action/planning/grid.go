package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// MostCells bounds the cells of one change in the grid.
const MostCells = 5000

// EditCells changes cells of the grid: of problems and of measures, each row
// by whoever may change that row. A cell that was changed by somebody else
// since it was seen is refused with both texts. All or none; where Lenient is
// asked, as for a pasted block, refused cells stay as they are.
type EditCells struct {
	InspectionID string     `form:"-"`
	Cells        []CellEdit `form:"cells"`
	Lenient      bool       `form:"lenient"`

	inspection inspection.Inspection
	outcomes   []CellOutcome
	step       *work.GridStep // the step that is taken back or done again
}

// CellEdit is one cell as it is wanted. Was is what it showed.
type CellEdit struct {
	Measure bool   `form:"measure"`
	ID      string `form:"id"`
	Column  string `form:"column"`
	Was     string `form:"was"`
	Value   string `form:"value"`
}

// CellOutcome is what became, or would become, of a cell.
type CellOutcome struct {
	CellEdit
	Number string // of the problem
	Before string // as the record stood
	After  string // as it reads now
	Wrong  *fault.Field
	Stale  bool // somebody else changed it since it was seen

	rawBefore, rawAfter string
}

// Changed reports whether the cell reads otherwise than before.
func (o CellOutcome) Changed() bool { return o.Wrong == nil && o.Before != o.After }

// Outcomes is what a run or a preview found, cell by cell.
func (c *EditCells) Outcomes() []CellOutcome { return c.outcomes }

// Permission implements action.Command.
func (c *EditCells) Permission() org.Permission { return org.GridEdit }

// Target implements action.Command. Which rows may be changed is asked for
// each of them.
func (c *EditCells) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	t.Departments = s.Actor.Departments(org.RoleDeptHead)
	return t, err
}

// Preview implements action.Previewer. A refused cell is no fault of the
// preview: it shows why.
func (c *EditCells) Preview(s *action.Step) error {
	_, err := c.work(s)
	return err
}

// Run implements action.Command.
func (c *EditCells) Run(s *action.Step) error {
	rows, err := c.work(s)
	if err != nil {
		return err
	}
	if err := c.refusal(); err != nil {
		return err
	}
	for _, r := range rows {
		if err := r.save(s); err != nil {
			return err
		}
	}
	s.Return(c.InspectionID)
	return c.remember(s)
}

// refusal is the fault of cells that cannot be as wanted.
func (c *EditCells) refusal() error {
	var checks fault.Checks
	stale, good := false, 0
	for _, o := range c.outcomes {
		switch {
		case o.Wrong == nil:
			good++
		case !c.Lenient:
			stale = stale || o.Stale
			checks.Add("", o.Wrong.Code, o.Wrong.Args...)
		}
	}
	if stale {
		return fault.New(fault.Conflict, "grid.stale")
	}
	if c.Lenient && good == 0 {
		return fault.New(fault.Invalid, "grid.nothing")
	}
	return checks.Err()
}

// work applies every cell to its row, without saving.
func (c *EditCells) work(s *action.Step) ([]*gridRow, error) {
	if len(c.Cells) == 0 || len(c.Cells) > MostCells {
		return nil, fault.New(fault.Invalid, "grid.most", MostCells)
	}
	b, err := newGridBook(s, c.inspection)
	if err != nil {
		return nil, err
	}
	c.outcomes = make([]CellOutcome, len(c.Cells))
	cells := map[*gridRow][]int{}
	for n, cell := range c.Cells {
		c.outcomes[n] = CellOutcome{CellEdit: cell}
		row, err := b.row(cell.Measure, cell.ID)
		if err != nil {
			return nil, err
		}
		cells[row] = append(cells[row], n)
	}
	for _, row := range b.order {
		c.apply(s, b, row, cells[row])
	}
	return b.order, nil
}

// apply sets the cells of one row. The reason of a deadline comes before the
// deadline, whatever their order.
func (c *EditCells) apply(s *action.Step, b *gridBook, row *gridRow, cells []int) {
	for _, due := range []bool{false, true} {
		for _, n := range cells {
			o := &c.outcomes[n]
			if (o.Column == work.CellDue) != due {
				continue
			}
			o.Number = row.number
			o.Before, o.rawBefore = row.shown(b, o.Column), row.raw(o.Column)
			switch {
			case !work.HasCell(o.Measure, o.Column):
				o.Wrong = &fault.Field{Code: "grid.no-cell"}
			case !row.may(s, o.Column):
				o.Wrong = &fault.Field{Code: "grid.not-yours"}
			case c.step == nil && o.Was != o.Before, c.step != nil && o.Was != o.rawBefore:
				o.Stale, o.Wrong = true, &fault.Field{Code: "grid.changed", Args: []any{o.Before, o.Value}}
			default:
				o.Wrong = row.set(s, b, o.Column, o.Value)
			}
			o.After, o.rawAfter = row.shown(b, o.Column), row.raw(o.Column)
		}
	}
}

// remember keeps the step, so that it can be taken back. What was taken back
// before it can no longer be done again.
func (c *EditCells) remember(s *action.Step) error {
	if c.step != nil {
		after := *c.step
		after.Undone = !after.Undone
		return action.Save(s, store.GridSteps, *c.step, &after)
	}
	g := work.GridStep{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID, AccountID: s.Actor.AccountID, Seq: 1}
	for _, o := range c.outcomes {
		if o.Changed() || o.Wrong == nil && o.rawBefore != o.rawAfter {
			g.Cells = append(g.Cells, work.GridCell{Measure: o.Measure, ID: o.ID, Column: o.Column, Before: o.rawBefore, After: o.rawAfter})
		}
	}
	if len(g.Cells) == 0 {
		return nil
	}
	steps, err := store.GridSteps.List(s.Tx, "WHERE inspection_id = ? AND account_id = ? ORDER BY seq DESC", g.InspectionID, g.AccountID)
	if err != nil {
		return err
	}
	for n, old := range steps {
		if n == 0 {
			g.Seq = old.Seq + 1
		}
		if old.Undone || n >= mostSteps {
			if err := action.Remove(s, store.GridSteps, old); err != nil {
				return err
			}
		}
	}
	return action.Insert(s, store.GridSteps, &g)
}

// mostSteps bounds how far an account can go back in one inspection.
const mostSteps = 100
