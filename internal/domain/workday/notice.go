package workday

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
)

// longestHoliday is more days than any statutory holiday has; a longer run is
// taken for a typing error.
const longestHoliday = 15

// ParseNotices reads notices from JSON, the form in which an administrator
// brings a new year onto a server without internet: a list of objects with
// year, source, holidays (name, from, to) and makeUp. Faults wrap ErrNotice.
func ParseNotices(data []byte) ([]Notice, error) {
	var notices []Notice
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&notices); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotice, err)
	}
	if dec.More() {
		return nil, fmt.Errorf("%w: text after the list", ErrNotice)
	}
	for _, n := range notices {
		if err := n.check(); err != nil {
			return nil, err
		}
	}
	return notices, nil
}

// check tells what is wrong with a notice, nil when nothing is.
func (n Notice) check() error {
	if n.Year < 1949 || n.Year > 9998 {
		return fmt.Errorf("%w: year %d", ErrNotice, n.Year)
	}
	if len(n.Holidays) == 0 {
		return fmt.Errorf("%w: %d has no holidays", ErrNotice, n.Year)
	}
	for _, h := range n.Holidays {
		if err := n.checkHoliday(h); err != nil {
			return err
		}
	}
	for _, d := range n.MakeUp {
		if !n.covers(d) {
			return fmt.Errorf("%w: make-up workday %q does not belong to %d", ErrNotice, d, n.Year)
		}
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			return fmt.Errorf("%w: make-up workday %s is a %s, which is worked anyway", ErrNotice, d, w)
		}
	}
	return nil
}

func (n Notice) checkHoliday(h Holiday) error {
	switch {
	case h.Name == "":
		return fmt.Errorf("%w: a holiday of %d has no name", ErrNotice, n.Year)
	case !n.covers(h.From) || !n.covers(h.To):
		return fmt.Errorf("%w: %s %q to %q does not belong to %d", ErrNotice, h.Name, h.From, h.To, n.Year)
	case h.To < h.From:
		return fmt.Errorf("%w: %s ends on %s before it begins on %s", ErrNotice, h.Name, h.To, h.From)
	case h.From.DaysUntil(h.To) >= longestHoliday:
		return fmt.Errorf("%w: %s from %s to %s is too long", ErrNotice, h.Name, h.From, h.To)
	}
	return nil
}

// covers tells whether a notice may speak of day d: its own year, and the days
// around New Year that have been joined to a holiday across the boundary.
func (n Notice) covers(d Date) bool {
	if !d.Valid() {
		return false
	}
	return d.Year() == n.Year || d.Year() == n.Year-1 && d.Month() == 12 || d.Year() == n.Year+1 && d.Month() == 1
}
