package party

import (
	"slices"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// OpinionWay is how an opinion came in.
type OpinionWay string

// The ways.
const (
	Unnamed OpinionWay = "unnamed" // from a box or the page without account: nobody knows from whom
	Signed  OpinionWay = "signed"  // under somebody's name
)

// OpinionWays lists the ways.
func OpinionWays() []OpinionWay { return []OpinionWay{Unnamed, Signed} }

// AboutBody stands among the people whom an opinion concerns for the leading
// body as a whole.
const AboutBody = "body"

// SolicitedOpinion is one opinion that was asked for before a life meeting
// (征求意见). Its wording is never altered.
type SolicitedOpinion struct {
	ID            string
	OrgID         string
	LifeMeetingID string
	Way           OpinionWay
	PersonID      string // who signed it; empty where it is unnamed
	Text          string
	About         []string     // people whom it concerns, or AboutBody
	MergedInto    string       // the opinion of the table that says the same; empty where it stands for itself
	ReceivedOn    workday.Date // the day, never the hour
	Version       int
}

// For reports whether the opinion is to be handed to the person: it concerns
// him, or the body of which he is a member.
func (o SolicitedOpinion) For(person string) bool {
	return slices.Contains(o.About, AboutBody) || person != "" && slices.Contains(o.About, person)
}

// Check notes what is wrong with an opinion. Nothing tells of whom an unnamed
// one is.
func (o SolicitedOpinion) Check(c *fault.Checks) {
	known(c, "way", o.Way, OpinionWays())
	c.Text("opinion", o.Text, fault.LongText)
	switch {
	case o.Way == Unnamed && o.PersonID != "":
		c.Add("person", "party.opinion.unnamed")
	case o.Way == Signed:
		c.Need("person", o.PersonID)
	}
}

// TakesOpinions reports whether opinions can still come in by themselves.
func (m LifeMeeting) TakesOpinions(today workday.Date) bool {
	return m.BoxCode != "" && m.BoxUntil >= today && !m.Held(today)
}

// CheckBox notes until when opinions cannot be asked for: the past, or a day
// after the meeting.
func (m LifeMeeting) CheckBox(c *fault.Checks, until, today workday.Date) {
	workday.Need(c, "box_until", until)
	if until.Valid() && until < today {
		c.Add("box_until", "party.box.past", string(today))
	}
	if until.After(m.HeldOn) {
		c.Add("box_until", "party.life.after-meeting", string(m.HeldOn))
	}
}
