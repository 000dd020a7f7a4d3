package publication

import (
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Way is how an opinion came, and how its sender was told the answer.
type Way string

// The ways.
const (
	Telephone Way = "telephone"
	Letter    Way = "letter"
	Mail      Way = "mail"
	Visit     Way = "visit"
)

// Ways lists the ways.
func Ways() []Way { return []Way{Telephone, Letter, Mail, Visit} }

// Opinion is what somebody said about a published version. Who it was is no
// matter of the log: it stays with those who work on the opinion.
type Opinion struct {
	ID            string
	OrgID         string
	InspectionID  string
	PublicationID string
	Way           Way
	ReceivedOn    workday.Date
	Sender        string `json:"-"` // empty for nobody who gave a name
	Contact       string `json:"-"`
	Text          string
	ProblemID     string // the problem that it is about; may be empty
	DepartmentID  string // that works on it
	Due           workday.Date
	AssignedOn    workday.Date
	Answer        string
	AnsweredOn    workday.Date
	AnsweredBy    string
	Answerer      string // name of that account
	Told          Way    // how the sender was told; empty where nobody could be
	Version       int
}

// OpinionState is how far an opinion is.
type OpinionState string

// The states.
const (
	Received OpinionState = "received"
	Assigned OpinionState = "assigned"
	Late     OpinionState = "late"
	Answered OpinionState = "answered"
)

// State is how far the opinion is on a day.
func (o Opinion) State(today workday.Date) OpinionState {
	switch {
	case o.AnsweredOn != "":
		return Answered
	case o.Due != "" && o.Due < today:
		return Late
	case o.AssignedOn != "":
		return Assigned
	}
	return Received
}

// Check notes what is wrong with an opinion as it was written down. An opinion
// cannot have come before what it is about was published.
func (o Opinion) Check(c *fault.Checks, published, today workday.Date) {
	c.OneOf("way", string(o.Way), words(Ways())...)
	workday.Need(c, "came_on", o.ReceivedOn)
	switch {
	case o.ReceivedOn > today:
		c.Add("came_on", "field.future")
	case o.ReceivedOn.Valid() && o.ReceivedOn < published:
		c.Add("came_on", "opinion.before-publication", published)
	}
	c.Max("sender", o.Sender, fault.ShortText)
	c.Max("contact", o.Contact, fault.ShortText)
	c.Text("said", o.Text, fault.LongText)
}

// CheckAssignment notes what is wrong with who works on it, until when.
func (o Opinion) CheckAssignment(c *fault.Checks) {
	c.Need("department", o.DepartmentID)
	workday.Need(c, "answer_by", o.Due)
	if o.Due.Valid() && o.Due < o.ReceivedOn {
		c.Add("answer_by", "field.date-order")
	}
}

// CheckAnswer notes what is wrong with an answer. A sender who left a way to
// reach him must be told.
func (o Opinion) CheckAnswer(c *fault.Checks) {
	c.Text("answer", o.Answer, fault.LongText)
	if o.Told != "" {
		c.OneOf("told", string(o.Told), words(Ways())...)
	} else if o.Contact != "" {
		c.Add("told", "opinion.told-needed")
	}
}
