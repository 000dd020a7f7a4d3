package party

import (
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
