package warning

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Rules are what a round sets for warnings beside its ladder.
type Rules struct {
	Kinds []Kind `json:"kinds"` // optional kinds that are warned of; nil: all
	Wait  int    `json:"wait"`  // working days that a decision may wait; 0: the shipped number
	Near  int    `json:"near"`  // working days before a short term ends; 0: the shipped number
}

// The shipped numbers.
const (
	shippedWait = 3
	shippedNear = 3
	most        = 60
)

// Warns reports whether the round warns of the kind.
func (r Rules) Warns(k Kind) bool {
	return k == Problem || k == Measure || r.Kinds == nil || slices.Contains(r.Kinds, k)
}

// Chosen lists the optional kinds that are warned of.
func (r Rules) Chosen() []Kind {
	return slices.DeleteFunc(Optional(), func(k Kind) bool { return !r.Warns(k) })
}

// WaitDays is how many working days a decision may wait.
func (r Rules) WaitDays() int { return cmp.Or(r.Wait, shippedWait) }

// NearDays is how many working days before its end a short term is warned of.
func (r Rules) NearDays() int { return cmp.Or(r.Near, shippedNear) }

// Check notes what is wrong with the rules.
func (r Rules) Check(c *fault.Checks) {
	for _, k := range r.Kinds {
		if !slices.Contains(Optional(), k) {
			c.Add("warns", "field.unknown-choice")
		}
	}
	if r.Wait < 0 || r.Wait > most {
		c.Add("wait_days", "warning.days.bad", most)
	}
	if r.Near < 0 || r.Near > most {
		c.Add("near_days", "warning.days.bad", most)
	}
}

// Term is where a short term stands: red and step 1 after its end, yellow and
// step 0 in its last working days; false before.
func (r Rules) Term(due, today workday.Date, c *workday.Calendar) (workday.Colour, int, bool) {
	if due == "" {
		return workday.NoColour, 0, false
	}
	if due < today {
		return workday.Red, 1, true
	}
	until, _ := c.AddWorkdays(today, r.NearDays())
	return workday.Yellow, 0, due <= until
}

// Waited is where a decision stands that was asked for on a day: by when it
// should have been taken, yellow on that day, red after it; false before.
func (r Rules) Waited(since, today workday.Date, c *workday.Calendar) (workday.Date, workday.Colour, int, bool) {
	due, _ := c.AddWorkdays(since, r.WaitDays())
	switch {
	case due == "" || today < due:
		return due, workday.NoColour, 0, false
	case today == due:
		return due, workday.Yellow, 0, true
	}
	return due, workday.Red, 1, true
}
