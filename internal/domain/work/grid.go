package work

// GridStep is one change that an account made in the grid: all its cells, with
// what they held before and after. It is taken back as a whole.
type GridStep struct {
	ID           string
	OrgID        string
	InspectionID string
	AccountID    string
	Seq          int
	Undone       bool
	Cells        []GridCell
	Version      int
}

// GridCell is one cell of a step. People and departments stand as ids, so that
// a name that changes, or one that two bear, is taken back all the same.
type GridCell struct {
	Measure bool
	ID      string // of the problem or measure
	Column  string
	Before  string
	After   string
}

// Reversed is the cell that takes the change back.
func (c GridCell) Reversed() GridCell {
	c.Before, c.After = c.After, c.Before
	return c
}
