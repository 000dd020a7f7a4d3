package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// LifeMeeting is what a person enters about a life meeting, step by step.
type LifeMeeting struct {
	Kind           party.LifeKind `form:"kind"`
	Theme          string         `form:"theme"`
	Branch         string         `form:"branch"`
	ConsentAskedOn workday.Date   `form:"consent_asked_on"`
	ConsentOn      workday.Date   `form:"consent_on"`
	ConsentBy      string         `form:"consent_by"`
	PlanOn         workday.Date   `form:"plan_on"`
	StudyOn        workday.Date   `form:"study_on"`
	OpinionsOn     workday.Date   `form:"opinions_on"`
	Opinions       int            `form:"opinions"`
	PapersOn       workday.Date   `form:"papers_on"`
	HeldOn         workday.Date   `form:"held_on"`
	HostID         string         `form:"host"`
	ReportOn       workday.Date   `form:"report_on"`
	HeadAsMember   bool           `form:"head_as_member"`
	HeadCommented  bool           `form:"head_commented"`
	Note           string         `form:"note"`
}

// AddLifeMeeting records a life meeting of an inspection.
type AddLifeMeeting struct {
	InspectionID string
	LifeMeeting  `form:"life"`
	around
}

// Permission implements action.Command.
func (c *AddLifeMeeting) Permission() org.Permission { return org.LifeEdit }

// Target implements action.Command.
func (c *AddLifeMeeting) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run checks and saves the meeting.
func (c *AddLifeMeeting) Run(s *action.Step) error {
	m := c.fill(party.LifeMeeting{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID})
	if err := checkLife(s, m); err != nil {
		return err
	}
	s.Return(m.ID)
	if err := action.Insert(s, store.LifeMeetings, &m); err != nil {
		return err
	}
	return lifeHeld(s, m.InspectionID)
}

// EditLifeMeeting changes a life meeting. Version is the one that the person
// saw.
type EditLifeMeeting struct {
	ID          string
	Version     int `form:"version"`
	LifeMeeting `form:"life"`
	life
}

// Target implements action.Command.
func (c *EditLifeMeeting) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run checks and saves the meeting with what belongs to it: papers reviewed
// and criticisms made must still fit its day.
func (c *EditLifeMeeting) Run(s *action.Step) error {
	after := c.fill(c.meeting)
	after.Version = c.Version
	if err := checkLife(s, after); err != nil {
		return err
	}
	if err := checkLifeParts(s, after); err != nil {
		return err
	}
	s.Return(after.ID)
	if err := action.Save(s, store.LifeMeetings, c.meeting, &after); err != nil {
		return err
	}
	return lifeHeld(s, after.InspectionID)
}

// lifeHeld keeps with the inspection on which day its special democratic life
// meeting was held: the first one, none before it.
func lifeHeld(s *action.Step, inspectionID string) error {
	held, err := store.LifeMeetings.List(s.Tx, "WHERE inspection_id = ? AND kind = ? AND held_on <> '' AND held_on <= ? ORDER BY held_on LIMIT 1",
		inspectionID, party.DemocraticLife, s.Today)
	if err != nil {
		return err
	}
	before, err := store.Inspections.Get(s.Tx, inspectionID)
	if err != nil {
		return err
	}
	after := before
	after.LifeMeetingOn = ""
	if len(held) > 0 {
		after.LifeMeetingOn = held[0].HeldOn
	}
	if after.LifeMeetingOn == before.LifeMeetingOn {
		return nil
	}
	return action.Save(s, store.Inspections, before, &after)
}

// life is what the commands on a stored life meeting have in common.
type life struct {
	around
	meeting party.LifeMeeting
}

// Permission implements action.Command.
func (l *life) Permission() org.Permission { return org.LifeEdit }

func (l *life) find(s *action.Step, id string) (org.Target, error) {
	var err error
	if l.meeting, err = store.LifeMeetings.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	return l.part(s, l.meeting.InspectionID, store.LifeMeetings.Name(), id)
}

func (f *LifeMeeting) fill(m party.LifeMeeting) party.LifeMeeting {
	m.Kind, m.Theme, m.Branch, m.Note = f.Kind, f.Theme, f.Branch, f.Note
	m.ConsentAskedOn, m.ConsentOn, m.ConsentBy, m.PlanOn = f.ConsentAskedOn, f.ConsentOn, f.ConsentBy, f.PlanOn
	m.StudyOn, m.OpinionsOn, m.Opinions, m.PapersOn = f.StudyOn, f.OpinionsOn, f.Opinions, f.PapersOn
	m.HeldOn, m.HostID, m.ReportOn = f.HeldOn, f.HostID, f.ReportOn
	m.HeadAsMember, m.HeadCommented = f.HeadAsMember, f.HeadCommented
	return m
}

func checkLife(s *action.Step, m party.LifeMeeting) error {
	var c fault.Checks
	m.Check(&c, s.Today)
	if err := action.CheckPeople(s, &c, m.OrgID, "host", m.HostID); err != nil {
		return err
	}
	return c.Err()
}

// checkLifeParts refuses a day of the meeting that its papers and criticisms
// contradict.
func checkLifeParts(s *action.Step, m party.LifeMeeting) error {
	papers, err := store.SelfPapers.List(s.Tx, "WHERE life_meeting_id = ?", m.ID)
	if err != nil {
		return err
	}
	made, err := s.Tx.Count("SELECT COUNT(*) FROM criticism WHERE life_meeting_id = ?", m.ID)
	if err != nil {
		return err
	}
	var c fault.Checks
	for _, p := range papers {
		if p.ReviewedOn.After(m.HeldOn) {
			c.Add("held_on", "party.life.papers-later", string(p.ReviewedOn))
			break
		}
	}
	if made > 0 && !m.Held(s.Today) {
		c.Add("held_on", "party.life.criticised", made)
	}
	return c.Err()
}
