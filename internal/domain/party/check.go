package party

import (
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// known notes a value outside the list.
func known[T ~string](c *fault.Checks, name string, value T, list []T) {
	allowed := make([]string, len(list))
	for i, v := range list {
		allowed[i] = string(v)
	}
	if value == "" {
		c.Need(name, "")
		return
	}
	c.OneOf(name, string(value), allowed...)
}

// notBefore notes an impossible date, or one before another, with the code.
func notBefore(c *fault.Checks, name string, d, earliest workday.Date, code string) {
	workday.Check(c, name, d)
	if d.Valid() && d.Before(earliest) {
		c.Add(name, code, string(earliest))
	}
}

// notAfter notes the date of something that is said to have happened, but only
// will.
func notAfter(c *fault.Checks, name string, d, today workday.Date) {
	if d.Valid() && d.After(today) {
		c.Add(name, "party.future", string(today))
	}
}

// happened notes a missing or impossible date, or one that lies ahead.
func happened(c *fault.Checks, name string, d, today workday.Date) {
	workday.Need(c, name, d)
	notAfter(c, name, d, today)
}
