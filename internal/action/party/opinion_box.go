package party

import (
	"context"
	"crypto/rand"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/survey"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// OpenBox asks for opinions until a day: everybody inside may give his under
// his name, and the code opens a page that takes one unnamed. The code is the
// same for all, so that it tells of nobody.
type OpenBox struct {
	LifeMeetingID string
	Version       int          `form:"version"`
	Until         workday.Date `form:"box_until"`
	life
}

// Target implements action.Command.
func (c *OpenBox) Target(s *action.Step) (org.Target, error) { return c.find(s, c.LifeMeetingID) }

// Run implements action.Command.
func (c *OpenBox) Run(s *action.Step) error {
	var checks fault.Checks
	c.meeting.CheckBox(&checks, c.Until, s.Today)
	if c.meeting.Held(s.Today) {
		checks.Add("box_until", "party.box.closed")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.meeting
	after.Version, after.BoxUntil = c.Version, c.Until
	if after.BoxCode == "" {
		code, err := survey.NewCode(rand.Reader)
		if err != nil {
			return err
		}
		after.BoxCode = code
	}
	s.Return(after.ID)
	return action.Save(s, store.LifeMeetings, c.meeting, &after)
}

// unnamed is an opinion of nobody knows whom. It can only be given by
// DropOpinion, which keeps who, where and when out of the trail.
type unnamed struct {
	code, text string
	about      []string
	meeting    party.LifeMeeting
}

// Permission implements action.Command.
func (c *unnamed) Permission() org.Permission { return org.OpinionDrop }

// Target implements action.Command.
func (c *unnamed) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.meeting, err = store.LifeMeetingOfCode(s.Tx, c.code); err != nil {
		return org.Target{}, fault.Because(err, fault.NotFound, "party.box.code")
	}
	return org.Target{Kind: store.LifeMeetings.Name(), ID: c.meeting.ID, OrgID: c.meeting.OrgID, InspectionID: c.meeting.InspectionID}, nil
}

// mostUnnamed bounds what a single life meeting takes from the page.
const mostUnnamed = 1000

// Run implements action.Command. The record's id is drawn by chance: one that
// grows with time would tell the moment.
func (c *unnamed) Run(s *action.Step) error {
	if !c.meeting.TakesOpinions(s.Today) {
		return fault.New(fault.Conflict, "party.box.closed")
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM solicited_opinion WHERE life_meeting_id = ? AND way = ?", c.meeting.ID, party.Unnamed)
	if err != nil {
		return err
	}
	if n >= mostUnnamed {
		return fault.New(fault.Conflict, "party.box.full")
	}
	id, err := survey.NewCode(rand.Reader)
	if err != nil {
		return err
	}
	o := party.SolicitedOpinion{ID: "u" + id, OrgID: c.meeting.OrgID, LifeMeetingID: c.meeting.ID, Way: party.Unnamed, Text: c.text,
		About: c.about, ReceivedOn: s.Today}
	var checks fault.Checks
	o.Check(&checks)
	if err := checkAbout(s, &checks, c.meeting, c.about); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	return action.Insert(s, store.SolicitedOpinions, &o)
}

// DropOpinion takes one opinion unnamed: without account, address, idempotency
// key or time of day.
func DropOpinion(ctx context.Context, run *action.Runner, code, text string, about []string) error {
	return run.Batch(ctx, func(do action.Doer) error {
		today := workday.DateOf(run.DB.Now(), workday.Zone)
		_, err := do(today.Time(workday.Zone), action.Call{}, &unnamed{code: code, text: text, about: about})
		return err
	})
}
