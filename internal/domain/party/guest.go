package party

import (
	"slices"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// GuestBody is a body whose people sit in on a life meeting.
type GuestBody string

// The bodies that are usually invited, and any other.
const (
	GuestOffice       GuestBody = "office"       // 巡察办
	GuestDiscipline   GuestBody = "discipline"   // 纪委监委
	GuestOrganisation GuestBody = "organisation" // 组织部
	GuestOther        GuestBody = "other"
)

// GuestBodies lists the bodies in order.
func GuestBodies() []GuestBody {
	return []GuestBody{GuestOffice, GuestDiscipline, GuestOrganisation, GuestOther}
}

// Guest is an invitation to sit in on a life meeting (列席).
type Guest struct {
	ID            string
	OrgID         string
	LifeMeetingID string
	Seq           int
	Body          GuestBody
	People        string // who comes, as written; of another body also its name
	InvitedOn     workday.Date
	Attended      bool
}

// Blank reports whether nothing is said of the body.
func (g Guest) Blank() bool { return g.People == "" && g.InvitedOn == "" && !g.Attended }

// Check notes what is wrong with an invitation to the meeting. name gives the
// form field of a part.
func (g Guest) Check(c *fault.Checks, m LifeMeeting, today workday.Date, name func(string) string) {
	known(c, name("body"), g.Body, GuestBodies())
	c.Max(name("people"), g.People, fault.ShortText)
	if g.Body == GuestOther {
		c.Need(name("people"), g.People)
	}
	workday.Check(c, name("invited_on"), g.InvitedOn)
	notAfter(c, name("invited_on"), g.InvitedOn, today)
	if g.InvitedOn.After(m.HeldOn) {
		c.Add(name("invited_on"), "party.life.after-meeting", string(m.HeldOn))
	}
	if g.Attended && !m.Held(today) {
		c.Add(name("attended"), "party.guest.not-held")
	}
}

// Uninvited lists the bodies that should sit in and are not invited.
func Uninvited(guests []Guest) []GuestBody {
	var out []GuestBody
	for _, b := range GuestBodies() {
		if b != GuestOther && !slices.ContainsFunc(guests, func(g Guest) bool { return g.Body == b && g.InvitedOn != "" }) {
			out = append(out, b)
		}
	}
	return out
}
