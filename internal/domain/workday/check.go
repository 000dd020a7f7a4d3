package workday

import "bihuan/internal/fault"

// Check notes a date that does not exist; an empty one is none.
func Check(c *fault.Checks, name string, d Date) {
	if d != "" && !d.Valid() {
		c.Add(name, "field.bad-date")
	}
}

// Need notes a missing or impossible date.
func Need(c *fault.Checks, name string, d Date) {
	c.Need(name, string(d))
	Check(c, name, d)
}
