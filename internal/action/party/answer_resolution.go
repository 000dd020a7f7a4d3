package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AnswerResolution says how a resolution was carried out and on which day, or
// why it is not yet. Version is that of the meeting which the person saw.
type AnswerResolution struct {
	ID      string
	Answer  string       `form:"answer"`
	DoneOn  workday.Date `form:"done_on"` // empty: not yet
	Version int          `form:"version"`
	around
	before  party.Resolution
	meeting party.Meeting
}

// Permission implements action.Command.
func (c *AnswerResolution) Permission() org.Permission { return org.ResolutionAnswer }

// Target implements action.Command: it is the department's and the person's
// whom the resolution names.
func (c *AnswerResolution) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.before, err = store.Resolutions.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	if c.meeting, err = store.Meetings.Get(s.Tx, c.before.MeetingID); err != nil {
		return org.Target{}, err
	}
	t, err := c.part(s, c.meeting.InspectionID, store.Resolutions.Name(), c.ID)
	return store.ResolutionTarget(t, c.before), err
}

// Run saves the answer. The meeting's version grows too, so that somebody who
// is editing the meeting meanwhile does not take the answer away again.
func (c *AnswerResolution) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("answer", c.Answer, fault.LongText)
	c.meeting.CheckDone(&checks, "done_on", c.DoneOn, s.Today)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.DoneOn, after.Answer, after.AnsweredOn, after.AnsweredName = c.DoneOn, c.Answer, s.Today, s.Actor.Name
	meeting := c.meeting
	meeting.Version = c.Version
	if err := action.Save(s, store.Meetings, c.meeting, &meeting); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	return action.Save(s, store.Resolutions, c.before, &after)
}
