package party

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AddOpinions enters opinions that came in on paper or by word, one a line.
type AddOpinions struct {
	LifeMeetingID string
	Way           party.OpinionWay `form:"way"`
	PersonID      string           `form:"person"`
	Opinions      action.Lines     `form:"opinion"`
	ReceivedOn    workday.Date     `form:"came_on"`
	About         []string         `form:"about"`
	life
}

// Permission implements action.Command.
func (c *AddOpinions) Permission() org.Permission { return org.LifeRecord }

// Target implements action.Command.
func (c *AddOpinions) Target(s *action.Step) (org.Target, error) { return c.find(s, c.LifeMeetingID) }

// Run implements action.Command.
func (c *AddOpinions) Run(s *action.Step) error {
	var checks fault.Checks
	if len(c.Opinions) == 0 {
		checks.Add("opinion", "field.required")
	}
	action.NeedDate(&checks, "came_on", c.ReceivedOn)
	if c.ReceivedOn > s.Today {
		checks.Add("came_on", "field.future")
	}
	if err := action.CheckPeople(s, &checks, c.meeting.OrgID, "person", c.PersonID); err != nil {
		return err
	}
	if err := checkAbout(s, &checks, c.meeting, c.About); err != nil {
		return err
	}
	var list []party.SolicitedOpinion
	for _, text := range c.Opinions {
		o := party.SolicitedOpinion{ID: s.NewID(), OrgID: c.meeting.OrgID, LifeMeetingID: c.meeting.ID, Way: c.Way, PersonID: c.PersonID,
			Text: text, About: c.About, ReceivedOn: c.ReceivedOn}
		o.Check(&checks)
		list = append(list, o)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	for i := range list {
		if err := action.Insert(s, store.SolicitedOpinions, &list[i]); err != nil {
			return err
		}
	}
	return nil
}

// checkAbout notes whom an opinion cannot concern: it is the body, or people
// of the organisation.
func checkAbout(s *action.Step, c *fault.Checks, m party.LifeMeeting, about []string) error {
	people := slices.DeleteFunc(slices.Clone(about), func(id string) bool { return id == party.AboutBody })
	return action.CheckPeople(s, c, m.OrgID, "about", people...)
}

// GiveOpinion is an opinion that somebody of the organisation gives himself,
// under his name, while opinions are asked for.
type GiveOpinion struct {
	LifeMeetingID string
	Opinion       string   `form:"opinion"`
	About         []string `form:"about"`
	life
}

// Permission implements action.Command.
func (c *GiveOpinion) Permission() org.Permission { return org.OpinionGive }

// Target implements action.Command.
func (c *GiveOpinion) Target(s *action.Step) (org.Target, error) { return c.find(s, c.LifeMeetingID) }

// Run implements action.Command.
func (c *GiveOpinion) Run(s *action.Step) error {
	if !c.meeting.TakesOpinions(s.Today) {
		return fault.New(fault.Conflict, "party.box.closed")
	}
	o := party.SolicitedOpinion{ID: s.NewID(), OrgID: c.meeting.OrgID, LifeMeetingID: c.meeting.ID, Way: party.Signed, PersonID: s.Actor.PersonID,
		Text: c.Opinion, About: c.About, ReceivedOn: s.Today}
	var checks fault.Checks
	o.Check(&checks)
	if err := checkAbout(s, &checks, c.meeting, c.About); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	return action.Insert(s, store.SolicitedOpinions, &o)
}

// SortOpinions says of chosen opinions whom they concern, or under which other
// opinion they go because it says the same. Their wording stays.
type SortOpinions struct {
	LifeMeetingID string
	Chosen        []string `form:"id"`
	About         []string `form:"concerns"`
	Into          string   `form:"into"` // "-" takes them out again
	life
}

// Permission implements action.Command.
func (c *SortOpinions) Permission() org.Permission { return org.LifeRecord }

// Target implements action.Command.
func (c *SortOpinions) Target(s *action.Step) (org.Target, error) { return c.find(s, c.LifeMeetingID) }

// Run implements action.Command.
func (c *SortOpinions) Run(s *action.Step) error {
	var checks fault.Checks
	if len(c.Chosen) == 0 {
		checks.Add("id", "field.required")
	}
	if len(c.About) == 0 && c.Into == "" {
		checks.Add("concerns", "field.required")
	}
	if err := checkAbout(s, &checks, c.meeting, c.About); err != nil {
		return err
	}
	list, err := store.SolicitedOpinions.List(s.Tx, "WHERE life_meeting_id = ?", c.meeting.ID)
	if err != nil {
		return err
	}
	sorted := party.Sort(&checks, list, c.Chosen, c.About, c.Into)
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	for _, o := range sorted {
		before := list[slices.IndexFunc(list, func(x party.SolicitedOpinion) bool { return x.ID == o.ID })]
		if err := action.Save(s, store.SolicitedOpinions, before, &o); err != nil {
			return err
		}
	}
	return nil
}
