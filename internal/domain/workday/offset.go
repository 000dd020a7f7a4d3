package workday

import (
	"errors"
	"fmt"
)

// Unit is what an Offset counts in.
type Unit string

// The units of an offset. Open stands for a deadline that follows an event
// without a number of days set.
const (
	Open     Unit = ""
	Days     Unit = "days"     // natural days
	Workdays Unit = "workdays" // working days of the calendar
	Months   Unit = "months"   // calendar months, by the end-of-month rule
)

// longestOffset bounds the number in an offset, in any unit.
const longestOffset = 10_000

// ErrOffset is what every fault in an offset wraps.
var ErrOffset = errors.New("offset is wrong")

// Offset is a distance from a base date: 15 working days, 1 month.
type Offset struct {
	N    int  `json:"n"`
	Unit Unit `json:"unit"`
}

// Check tells what is wrong with the offset, an error that wraps ErrOffset, or
// nil: the unit is known, the number from 0 to 10000, and 0 when Open.
func (o Offset) Check() error {
	switch o.Unit {
	case Open:
		if o.N != 0 {
			return fmt.Errorf("%w: %d of no unit", ErrOffset, o.N)
		}
	case Days, Workdays, Months:
	default:
		return fmt.Errorf("%w: unit %q is none of days, workdays, months", ErrOffset, o.Unit)
	}
	if o.N < 0 || o.N > longestOffset {
		return fmt.Errorf("%w: %d is not between 0 and %d", ErrOffset, o.N, longestOffset)
	}
	return nil
}

// From is the day that lies the offset after base, and the years it rests on
// whose notice is not known (see Calendar.AddWorkdays). An open offset, and an
// offset from no date, give no date.
func (o Offset) From(base Date, c *Calendar) (due Date, unpublished []int) {
	switch o.Unit {
	case Days:
		return base.AddDays(o.N), nil
	case Workdays:
		return c.AddWorkdays(base, o.N)
	case Months:
		return base.AddMonths(o.N), nil
	}
	return "", nil
}

// Chinese is the offset in words: 15个工作日, 1个月, 10日; "" when open.
func (o Offset) Chinese() string {
	switch o.Unit {
	case Days:
		return fmt.Sprintf("%d日", o.N)
	case Workdays:
		return fmt.Sprintf("%d个工作日", o.N)
	case Months:
		return fmt.Sprintf("%d个月", o.N)
	}
	return ""
}
