package sheet

import (
	"iter"
	"time"
)

// Workbook is one or more sheets.
type Workbook struct {
	Sheets []Sheet
	// Title and Author go into the file's properties, Created too unless zero.
	Title, Author string
	Created       time.Time
}

// Sheet is one table.
type Sheet struct {
	// Name is the name on the tab; what a workbook does not allow there is
	// replaced, and names that clash get a number.
	Name string
	// Title stands over the table, Subtitle under it at the left, Unit at the
	// right. Empty ones take no row.
	Title, Subtitle, Unit string
	Columns               []Column
	// Rows yields the rows in order; an error ends the writing. Rows shorter
	// than the columns are filled up, longer ones are an error.
	Rows iter.Seq2[[]Cell, error]
	// Total, where not empty, is a last row in bold.
	Total []Cell
	// FreezeColumns is how many columns stay in view beside the head.
	FreezeColumns int
}

// Column is one column of a table.
type Column struct {
	// Head holds the heading and above it those of the groups that the column
	// is in: {"完成情况", "已完成"}. Equal groups side by side are merged, and a
	// short head reaches down.
	Head []string
	// Width is in half-width characters; 0 means 12.
	Width float64
	Align Align
	// Merge makes one cell of neighbours of the same group down the column, as
	// long as the columns before it that merge stay in theirs.
	Merge bool
}

// Align is where the text of a column stands. Auto centres numbers and dates
// and puts text to the left.
type Align uint8

// Alignments of a column.
const (
	Auto Align = iota
	Left
	Center
	Right
)

// Rows makes a sequence of rows that are at hand.
func Rows(rows [][]Cell) iter.Seq2[[]Cell, error] {
	return func(yield func([]Cell, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}
