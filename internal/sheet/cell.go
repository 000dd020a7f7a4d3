package sheet

import (
	"strconv"
	"time"
)

type kind uint8

const (
	blank kind = iota
	text
	number
	percent
	date
)

// Cell is one value. The zero Cell is empty.
type Cell struct {
	kind  kind
	text  string
	num   float64
	day   time.Time
	group string
	refs  []string
}

// Text is a cell that stays text whatever it begins with: = + - and @ start no
// formula in it.
func Text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{kind: text, text: s}
}

// Int is a whole number.
func Int(n int) Cell { return Cell{kind: number, num: float64(n)} }

// Number is a number, shown with the decimals that it has.
func Number(f float64) Cell { return Cell{kind: number, num: f} }

// Percent is a share between 0 and 1, shown in per cent with two decimals.
func Percent(share float64) Cell { return Cell{kind: percent, num: share} }

// Date is a day; the time of day is dropped. The zero time is an empty cell.
func Date(day time.Time) Cell {
	if day.IsZero() {
		return Cell{}
	}
	return Cell{kind: date, day: day}
}

// In names the group that the cell belongs to, for columns that [Column.Merge]:
// two things of the same name stay apart when their groups differ. Without it
// the shown text is the group.
func (c Cell) In(group string) Cell {
	c.group = group
	return c
}

// From adds opaque ids of the records on which the cell rests. A workbook does
// not show them; a paper's table carries them on.
func (c Cell) From(refs ...string) Cell {
	c.refs = append(c.refs, refs...)
	return c
}

// String is the cell as a reader sees it.
func (c Cell) String() string {
	switch c.kind {
	case text:
		return c.text
	case number:
		return strconv.FormatFloat(c.num, 'f', -1, 64)
	case percent:
		return strconv.FormatFloat(c.num*100, 'f', 2, 64) + "%"
	case date:
		return c.day.Format("2006-01-02")
	default:
		return ""
	}
}

// value is what the workbook stores; days become midnight without a zone.
func (c Cell) value() any {
	switch c.kind {
	case text:
		return c.text
	case number, percent:
		return c.num
	case date:
		return time.Date(c.day.Year(), c.day.Month(), c.day.Day(), 0, 0, 0, 0, time.UTC)
	default:
		return nil
	}
}

// key tells the groups of a merged column apart.
func (c Cell) key() string {
	if c.group != "" {
		return "\x00" + c.group
	}
	return c.String()
}
