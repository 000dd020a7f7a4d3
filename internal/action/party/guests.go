package party

import (
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveGuests makes the invitations to a life meeting what was entered. Version
// is that of the meeting which the person saw.
type SaveGuests struct {
	LifeMeetingID string
	Version       int     `form:"version"`
	Guests        []Guest `form:"guests"`
	life
}

// Guest is one row; a blank one does not count.
type Guest struct {
	Body      party.GuestBody `form:"body"`
	People    string          `form:"people"`
	InvitedOn workday.Date    `form:"invited_on"`
	Attended  bool            `form:"attended"`
}

// Target implements action.Command.
func (c *SaveGuests) Target(s *action.Step) (org.Target, error) { return c.find(s, c.LifeMeetingID) }

// Run implements action.Command. The meeting's version grows, so that two
// people's rows do not mix.
func (c *SaveGuests) Run(s *action.Step) error {
	var checks fault.Checks
	var guests []party.Guest
	for i, row := range c.Guests {
		g := party.Guest{ID: s.NewID(), OrgID: c.meeting.OrgID, LifeMeetingID: c.meeting.ID, Seq: i + 1, Body: row.Body, People: row.People,
			InvitedOn: row.InvitedOn, Attended: row.Attended}
		if g.Blank() {
			continue
		}
		g.Check(&checks, c.meeting, s.Today, func(part string) string { return fmt.Sprintf("guests[%d].%s", i, part) })
		guests = append(guests, g)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	meeting := c.meeting
	meeting.Version = c.Version
	if err := action.Save(s, store.LifeMeetings, c.meeting, &meeting); err != nil {
		return err
	}
	return c.replace(s, guests)
}

func (c *SaveGuests) replace(s *action.Step, guests []party.Guest) error {
	s.Return(c.meeting.ID)
	old, err := store.LifeGuests.List(s.Tx, "WHERE life_meeting_id = ?", c.meeting.ID)
	if err != nil {
		return err
	}
	for _, g := range old {
		if err := action.Remove(s, store.LifeGuests, g); err != nil {
			return err
		}
	}
	for i := range guests {
		if err := action.Insert(s, store.LifeGuests, &guests[i]); err != nil {
			return err
		}
	}
	return nil
}
