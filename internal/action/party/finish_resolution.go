package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// FinishResolution says on which day a resolution was carried out. Version is
// that of the meeting which the person saw.
type FinishResolution struct {
	ID      string
	DoneOn  workday.Date `form:"done_on"`
	Version int          `form:"version"`
	around
	before  party.Resolution
	meeting party.Meeting
}

// Permission implements action.Command.
func (c *FinishResolution) Permission() org.Permission { return org.MeetingEdit }

// Target implements action.Command.
func (c *FinishResolution) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.before, err = store.Resolutions.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	if c.meeting, err = store.Meetings.Get(s.Tx, c.before.MeetingID); err != nil {
		return org.Target{}, err
	}
	return c.part(s, c.meeting.InspectionID, store.Resolutions.Name(), c.ID)
}

// Run saves the day. The meeting's version grows too, so that somebody who is
// editing the meeting meanwhile does not take the day away again.
func (c *FinishResolution) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Need("done_on", string(c.DoneOn))
	after := c.before
	after.DoneOn = c.DoneOn
	c.meeting.CheckDone(&checks, "done_on", c.DoneOn, s.Today)
	if err := checks.Err(); err != nil {
		return err
	}
	meeting := c.meeting
	meeting.Version = c.Version
	if err := action.Save(s, store.Meetings, c.meeting, &meeting); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	return action.Save(s, store.Resolutions, c.before, &after)
}
