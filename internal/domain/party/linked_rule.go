package party

import (
	"fmt"
	"regexp"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Check notes what is wrong with the linked work, under the names of its form
// fields. A plan may reach into the future, what happened may not.
func (l LinkedWork) Check(c *fault.Checks, today workday.Date) {
	known(c, "kind", l.Kind, LinkedKinds())
	c.Text("name", l.Title, fault.ShortText)
	c.Max("body", l.Body, fault.LongText)
	workday.Need(c, "on", l.On)
	if l.Kind != LinkedPlan && l.Kind != LinkedTarget {
		notAfter(c, "on", l.On, today)
	}
	notBefore(c, "until", l.Until, l.On, "party.order")
}

// number is how the value of a figure is written.
var number = regexp.MustCompile(`^-?[0-9]{1,12}(\.[0-9]{1,4})?$`)

// CheckFigures notes what is wrong with the figures as they were typed: each
// has a name, a number and a unit. Blank rows do not count.
func CheckFigures(c *fault.Checks, typed []LinkedFigure) {
	for i, f := range typed {
		if f.Blank() {
			continue
		}
		row := func(part string) string { return fmt.Sprintf("figures[%d].%s", i, part) }
		c.Text(row("name"), f.Name, fault.ShortText)
		c.Text(row("unit"), f.Unit, fault.ShortText)
		if !number.MatchString(f.Value) {
			c.Add(row("value"), "party.linked.number")
		}
	}
}
