// Package workday knows China's calendar of work: dates without a time of
// day, statutory holidays and make-up workdays, offsets and terms from which
// deadlines are made, and the warning ladder before a deadline. It reads no
// clock and does no I/O: today always comes in from outside.
package workday

import (
	"errors"
	"fmt"
	"time"
)

// Date is a day of the Gregorian calendar written YYYY-MM-DD, or "" for none.
// Dates compare in time order as strings, and "" comes before every day. Take
// Dates from ParseDate, NewDate or DateOf; a string of another shape behaves
// as "".
type Date string

const (
	// FirstDate and LastDate bound every Date; arithmetic stops at them, so
	// that string order never breaks.
	FirstDate Date = "0001-01-01"
	LastDate  Date = "9999-12-31"
)

// ErrDate is what every failure to read a date wraps.
var ErrDate = errors.New("not a date")

const layout = "2006-01-02"

// ParseDate reads YYYY-MM-DD. An empty text is no date and no error; a day
// that does not exist (2026-02-30) is an error that wraps ErrDate.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return "", nil
	}
	d := Date(text)
	if !d.Valid() {
		return "", fmt.Errorf("%w: %q is not a day of the form YYYY-MM-DD", ErrDate, text)
	}
	return d, nil
}

// NewDate makes the date of a year, month and day, or an error that wraps
// ErrDate when there is no such day.
func NewDate(year, month, day int) (Date, error) {
	return ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
}

// DateOf is the day on which the instant t falls in location loc
// (Asia/Shanghai for the product).
func DateOf(t time.Time, loc *time.Location) Date {
	return fromTime(t.In(loc))
}

// Valid tells whether d names an existing day; "" does not.
func (d Date) Valid() bool {
	_, ok := d.utc()
	return ok
}

// IsZero tells whether d is no date.
func (d Date) IsZero() bool { return d == "" }

// String is d as it is stored: YYYY-MM-DD or "".
func (d Date) String() string { return string(d) }

// Before tells whether d is an earlier day than other; false when either is no
// date.
func (d Date) Before(other Date) bool { return d != "" && other != "" && d < other }

// After tells whether d is a later day than other; see Before.
func (d Date) After(other Date) bool { return other.Before(d) }

// Year is the calendar year, 0 for no date.
func (d Date) Year() int {
	t, ok := d.utc()
	if !ok {
		return 0
	}
	return t.Year()
}

// Month is the month of the year, 1 to 12, 0 for no date.
func (d Date) Month() int {
	t, ok := d.utc()
	if !ok {
		return 0
	}
	return int(t.Month())
}

// Day is the day of the month, 1 to 31, 0 for no date.
func (d Date) Day() int {
	t, ok := d.utc()
	if !ok {
		return 0
	}
	return t.Day()
}

// Weekday is the day of the week; no date answers Sunday.
func (d Date) Weekday() time.Weekday {
	t, _ := d.utc()
	return t.Weekday()
}

// Time is midnight at the start of d in location loc, the zero time for no
// date.
func (d Date) Time(loc *time.Location) time.Time {
	t, ok := d.utc()
	if !ok {
		return time.Time{}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, loc)
}

// utc is d as midnight in UTC, where every day has 24 hours.
func (d Date) utc() (time.Time, bool) {
	t, err := time.Parse(layout, string(d))
	if err != nil || t.Year() < 1 {
		return time.Time{}, false
	}
	return t, true
}

// fromTime keeps the calendar day of t, within FirstDate and LastDate.
func fromTime(t time.Time) Date {
	switch {
	case t.Year() < 1:
		return FirstDate
	case t.Year() > 9999:
		return LastDate
	}
	return Date(t.Format(layout))
}
