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

// LifeMeeting is what a person enters about a life meeting, step by step.
type LifeMeeting struct {
	Kind           party.LifeKind `form:"kind"`
	Theme          string         `form:"theme"`
	Branch         string         `form:"branch"`
	ConsentAskedOn workday.Date   `form:"consent_asked_on"`
	AskNumber      string         `form:"ask_number"`
	ConsentOn      workday.Date   `form:"consent_on"`
	ConsentBy      string         `form:"consent_by"`
	ConsentNumber  string         `form:"consent_number"`
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
	Studies        []string       `form:"studies"`
	CircularOn     workday.Date   `form:"circular_on"`
	Circle         []string       `form:"circle"`
}

// AddLifeMeeting records a life meeting of an inspection. Whoever begins its
// file is named in its circle.
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
	m := c.fill(party.LifeMeeting{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID, Circle: c.Circle})
	if s.Actor.Beside.AccountID == "" {
		m = m.Naming(s.Actor.PersonID)
	}
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
// and criticisms made must still fit its day. Who is named is said by those
// who may know it all themselves.
func (c *EditLifeMeeting) Run(s *action.Step) error {
	after := c.fill(c.meeting)
	after.Version = c.Version
	if org.Can(s.Actor, org.LifeRead, c.at) {
		after.Circle = c.Circle
		if slices.Contains(c.meeting.Circle, s.Actor.PersonID) {
			after = after.Naming(s.Actor.PersonID)
		}
	}
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
	at      org.Target // with its circle
}

// Permission implements action.Command.
func (l *life) Permission() org.Permission { return org.LifeEdit }

func (l *life) find(s *action.Step, id string) (org.Target, error) {
	var err error
	if l.meeting, err = store.LifeMeetings.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	if l.inspection, err = store.Inspections.Get(s.Tx, l.meeting.InspectionID); err != nil {
		return org.Target{}, err
	}
	l.at, err = store.LifeTarget(s.Tx, l.meeting, s.Today)
	return l.at, err
}

func (f *LifeMeeting) fill(m party.LifeMeeting) party.LifeMeeting {
	m.Kind, m.Theme, m.Branch, m.Note = f.Kind, f.Theme, f.Branch, f.Note
	m.ConsentAskedOn, m.ConsentOn, m.ConsentBy, m.PlanOn = f.ConsentAskedOn, f.ConsentOn, f.ConsentBy, f.PlanOn
	m.StudyOn, m.OpinionsOn, m.Opinions, m.PapersOn = f.StudyOn, f.OpinionsOn, f.Opinions, f.PapersOn
	m.HeldOn, m.HostID, m.ReportOn = f.HeldOn, f.HostID, f.ReportOn
	m.HeadAsMember, m.HeadCommented = f.HeadAsMember, f.HeadCommented
	m.AskNumber, m.ConsentNumber, m.Studies, m.CircularOn = f.AskNumber, f.ConsentNumber, f.Studies, f.CircularOn
	return m
}

func checkLife(s *action.Step, m party.LifeMeeting) error {
	var c fault.Checks
	m.Check(&c, s.Today)
	if err := action.CheckPeople(s, &c, m.OrgID, "host", m.HostID); err != nil {
		return err
	}
	if err := action.CheckPeople(s, &c, m.OrgID, "circle", m.Circle...); err != nil {
		return err
	}
	if err := checkStudies(s, &c, m); err != nil {
		return err
	}
	if err := checkMember(s, &c, m); err != nil {
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

// checkStudies notes a study session that is none of the inspection's.
func checkStudies(s *action.Step, c *fault.Checks, m party.LifeMeeting) error {
	for _, id := range m.Studies {
		n, err := s.Tx.Count("SELECT COUNT(*) FROM study WHERE id = ? AND inspection_id = ?", id, m.InspectionID)
		if err != nil {
			return err
		}
		if n == 0 {
			c.Add("studies", "field.unknown-choice")
		}
	}
	return nil
}

// checkMember notes a head who is said to take part as an ordinary member and
// to be the host.
func checkMember(s *action.Step, c *fault.Checks, m party.LifeMeeting) error {
	if !m.HeadAsMember || m.HostID == "" {
		return nil
	}
	posts, err := store.Posts.List(s.Tx, "WHERE org_id = ? AND person_id = ?", m.OrgID, m.HostID)
	if err != nil {
		return err
	}
	if org.Held(posts, m.Day(s.Today))[m.HostID].Rank == org.RankSecretary {
		c.Add("host", "party.life.head-hosts")
	}
	return nil
}
