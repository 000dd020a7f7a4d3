package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Study is what a person enters about a study session.
type Study struct {
	Kind         party.StudyKind `form:"kind"`
	Title        string          `form:"name"`
	HeldOn       workday.Date    `form:"held_on"`
	LeaderID     string          `form:"led_by"`
	Participants []string        `form:"participants"`
	Rules        action.Lines    `form:"rules"`
	Theory       action.Lines    `form:"theory"`
	Note         string          `form:"note"`
}

// AddStudy records a study session of an inspection.
type AddStudy struct {
	InspectionID string
	Study        `form:"study"`
	around
}

// Permission implements action.Command.
func (c *AddStudy) Permission() org.Permission { return org.StudyEdit }

// Target implements action.Command.
func (c *AddStudy) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run checks and saves the session.
func (c *AddStudy) Run(s *action.Step) error {
	study := c.fill(party.Study{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID})
	if err := checkStudy(s, study); err != nil {
		return err
	}
	s.Return(study.ID)
	return action.Insert(s, store.Studies, &study)
}

// EditStudy changes a study session. Version is the one that the person saw.
type EditStudy struct {
	ID      string
	Version int `form:"version"`
	Study   `form:"study"`
	around
	before party.Study
}

// Permission implements action.Command.
func (c *EditStudy) Permission() org.Permission { return org.StudyEdit }

// Target implements action.Command.
func (c *EditStudy) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.before, err = store.Studies.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	return c.part(s, c.before.InspectionID, store.Studies.Name(), c.ID)
}

// Run checks and saves the session.
func (c *EditStudy) Run(s *action.Step) error {
	after := c.fill(c.before)
	after.Version = c.Version
	if err := checkStudy(s, after); err != nil {
		return err
	}
	s.Return(after.ID)
	return action.Save(s, store.Studies, c.before, &after)
}

func (f *Study) fill(s party.Study) party.Study {
	s.Kind, s.Title, s.HeldOn, s.LeaderID, s.Note = f.Kind, f.Title, f.HeldOn, f.LeaderID, f.Note
	s.Participants, s.Materials = f.Participants, party.Materials(f.Rules, f.Theory)
	return s.WithLeader()
}

func checkStudy(s *action.Step, study party.Study) error {
	var c fault.Checks
	study.Check(&c, s.Today)
	if err := action.CheckPeople(s, &c, study.OrgID, "led_by", study.LeaderID); err != nil {
		return err
	}
	if err := action.CheckPeople(s, &c, study.OrgID, "participants", study.Participants...); err != nil {
		return err
	}
	return c.Err()
}
