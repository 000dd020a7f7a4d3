package regulation

import (
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// States lists the states in the order of a regulation's life.
func States() []State { return []State{Drafting, InForce, Repealed} }

// Check notes what is wrong with the regulation, under the names of its form
// fields: the dates stand in the order of its life and lie not ahead, and the
// state agrees with them.
func (r Regulation) Check(c *fault.Checks, today workday.Date) {
	c.Text("name", r.Title, fault.ShortText)
	c.Max("document_number", r.DocumentNumber, fault.ShortText)
	c.Max("note", r.Note, fault.LongText)
	oneOf(c, "change", r.Change, Changes())
	oneOf(c, "state", r.State, States())
	for _, d := range []struct {
		name string
		on   workday.Date
	}{{"started_on", r.StartedOn}, {"issued_on", r.IssuedOn}, {"repealed_on", r.RepealedOn}} {
		workday.Check(c, d.name, d.on)
		if d.on.Valid() && d.on.After(today) {
			c.Add(d.name, "field.future")
		}
	}
	if r.IssuedOn.Before(r.StartedOn) {
		c.Add("issued_on", "regulation.order")
	}
	if r.RepealedOn.Before(r.IssuedOn) {
		c.Add("repealed_on", "regulation.order")
	}
	r.checkState(c)
	r.checkLife(c, today)
}

func (r Regulation) checkState(c *fault.Checks) {
	switch r.State {
	case Drafting:
		if r.IssuedOn != "" && r.Change == Enact {
			c.Add("issued_on", "regulation.still-drafting")
		}
	case InForce:
		c.Need("issued_on", string(r.IssuedOn))
	case Repealed:
		c.Need("repealed_on", string(r.RepealedOn))
	}
}

func oneOf[T ~string](c *fault.Checks, name string, value T, list []T) {
	for _, v := range list {
		if v == value {
			return
		}
	}
	if value == "" {
		c.Need(name, "")
		return
	}
	c.Add(name, "field.unknown-value", value)
}

// When says when a regulation came, seen from the rectification: a regulation
// issued before the feedback cannot answer it.
type When string

// The answers.
const (
	Before When = "before" // issued before the feedback
	During When = "during" // issued since the feedback
	Ahead  When = "ahead"  // being drafted or revised
	Gone   When = "gone"   // repealed
)

// Whens lists the answers in the order in which papers tell them.
func Whens() []When { return []When{Before, During, Ahead, Gone} }

// When gives the answer for the day of the feedback.
func (r Regulation) When(feedback workday.Date) When {
	switch {
	case r.State == Repealed:
		return Gone
	case r.State == Drafting:
		return Ahead
	case feedback != "" && r.IssuedOn.Before(feedback):
		return Before
	}
	return During
}
