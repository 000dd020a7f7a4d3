package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// UndoCells takes back the caller's last change in the grid, or does again
// what he took back last. It goes the way of every change: each row by whoever
// may change it, and not over what somebody else wrote since.
type UndoCells struct {
	InspectionID string `form:"-"`
	Redo         bool   `form:"redo"`
	EditCells    `form:"-"`
}

// Permission implements action.Command.
func (c *UndoCells) Permission() org.Permission { return org.GridEdit }

// Target implements action.Command.
func (c *UndoCells) Target(s *action.Step) (org.Target, error) {
	c.EditCells.InspectionID = c.InspectionID
	return c.EditCells.Target(s)
}

// Run implements action.Command.
func (c *UndoCells) Run(s *action.Step) error {
	rest := "WHERE inspection_id = ? AND account_id = ? AND undone = 0 ORDER BY seq DESC LIMIT 1"
	if c.Redo {
		rest = "WHERE inspection_id = ? AND account_id = ? AND undone = 1 ORDER BY seq LIMIT 1"
	}
	steps, err := store.GridSteps.List(s.Tx, rest, c.InspectionID, s.Actor.AccountID)
	if err != nil {
		return err
	}
	if len(steps) == 0 {
		return fault.New(fault.Invalid, "grid.no-step")
	}
	c.step, c.Cells = &steps[0], nil
	for _, cell := range steps[0].Cells {
		if !c.Redo {
			cell = cell.Reversed()
		}
		c.Cells = append(c.Cells, CellEdit{Measure: cell.Measure, ID: cell.ID, Column: cell.Column, Was: cell.Before, Value: cell.After})
	}
	return c.EditCells.Run(s)
}
