package workday

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"
)

// ErrNotice is what every fault in a holiday notice wraps.
var ErrNotice = errors.New("holiday notice is wrong")

// Notice is what the State Council announces for one year: the days off, and
// the weekend days that are worked instead (调休).
type Notice struct {
	Year     int       `json:"year"`
	Source   string    `json:"source"` // title, number and date of the notice
	Holidays []Holiday `json:"holidays"`
	MakeUp   []Date    `json:"makeUp"` // Saturdays and Sundays that are worked
}

// Holiday is a run of days off, From and To included.
type Holiday struct {
	Name string `json:"name"`
	From Date   `json:"from"`
	To   Date   `json:"to"`
}

// Calendar answers which days are worked. A year without a notice falls back
// on Monday to Friday, and every answer that rests on such a year says so.
// A Calendar does not change after it is made and may be shared.
type Calendar struct {
	notices map[int]Notice
	off     map[Date]string
	makeUp  map[Date]bool
}

// Day is what a Calendar knows of one day.
type Day struct {
	Date      Date
	Workday   bool
	Holiday   string // name of the statutory holiday, "" on other days
	MakeUp    bool   // a weekend day that is worked instead of another
	Published bool   // whether the notice of the day's year is known
}

// NewCalendar makes a calendar of the notices; where two are for one year the
// later counts. A fault in a notice is an error that wraps ErrNotice.
func NewCalendar(notices ...Notice) (*Calendar, error) {
	c := &Calendar{notices: map[int]Notice{}, off: map[Date]string{}, makeUp: map[Date]bool{}}
	for _, n := range notices {
		if err := n.check(); err != nil {
			return nil, err
		}
		c.notices[n.Year] = n
	}
	for _, n := range c.notices {
		c.enter(n)
	}
	for d := range c.makeUp {
		if name, both := c.off[d]; both {
			return nil, fmt.Errorf("%w: %s is a day off (%s) and a make-up workday", ErrNotice, d, name)
		}
	}
	return c, nil
}

// With is the calendar extended by more notices; a notice replaces the one
// known for its year. The calendar itself stays as it is.
func (c *Calendar) With(notices ...Notice) (*Calendar, error) {
	return NewCalendar(append(c.Notices(), notices...)...)
}

// Notices are the notices that the calendar rests on, by year.
func (c *Calendar) Notices() []Notice {
	var all []Notice
	for _, year := range slices.Sorted(maps.Keys(c.notices)) {
		all = append(all, c.notices[year])
	}
	return all
}

// Published tells whether the notice of the year is known.
func (c *Calendar) Published(year int) bool {
	_, known := c.notices[year]
	return known
}

// Day is what is known of day d.
func (c *Calendar) Day(d Date) Day {
	name, off := c.off[d]
	weekday := d.Weekday()
	weekend := weekday == time.Saturday || weekday == time.Sunday
	return Day{
		Date:      d,
		Workday:   d.Valid() && !off && (!weekend || c.makeUp[d]),
		Holiday:   name,
		MakeUp:    c.makeUp[d],
		Published: c.Published(d.Year()),
	}
}

// IsWorkday tells whether d is worked; Day tells also whether its year is
// published. No date is not worked.
func (c *Calendar) IsWorkday(d Date) bool { return c.Day(d).Workday }

// AddWorkdays is the n-th working day after d, d itself not counted; the n-th
// before it when n is negative; d itself when n is 0. Unpublished lists, in
// order, the years passed through whose notice is not known, so that the
// result may still change. No date stays none.
func (c *Calendar) AddWorkdays(d Date, n int) (result Date, unpublished []int) {
	if !d.Valid() {
		return "", nil
	}
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	years := map[int]bool{}
	for result = d; n > 0 && result != LastDate && result != FirstDate; {
		result = result.AddDays(step)
		day := c.Day(result)
		if !day.Published {
			years[result.Year()] = true
		}
		if day.Workday {
			n--
		}
	}
	return result, slices.Sorted(maps.Keys(years))
}

func (c *Calendar) enter(n Notice) {
	for _, h := range n.Holidays {
		for d := h.From; d <= h.To; d = d.AddDays(1) {
			c.off[d] = h.Name
		}
	}
	for _, d := range n.MakeUp {
		c.makeUp[d] = true
	}
}
