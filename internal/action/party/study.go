package party

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
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
	Library      []string        `form:"library"` // ids of rules chosen from the library
	Rules        action.Lines    `form:"rules"`
	Theory       action.Lines    `form:"theory"`
	Problems     []string        `form:"problems"`
	Causes       []string        `form:"causes"`
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
	if err := c.choose(s, c.inspection, &study); err != nil {
		return err
	}
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
	if err := c.choose(s, c.inspection, &after); err != nil {
		return err
	}
	if err := checkStudy(s, after); err != nil {
		return err
	}
	s.Return(after.ID)
	return action.Save(s, store.Studies, c.before, &after)
}

func (f *Study) fill(s party.Study) party.Study {
	s.Kind, s.Title, s.HeldOn, s.LeaderID, s.Note = f.Kind, f.Title, f.HeldOn, f.LeaderID, f.Note
	s.Participants, s.Materials = f.Participants, party.Materials(f.Rules, f.Theory)
	s.Problems, s.Causes = unique(f.Problems), unique(f.Causes)
	return s.WithLeader()
}

// choose adds the rules chosen from the library, and ties typed titles that
// stand in it to their rules.
func (f *Study) choose(s *action.Step, i inspection.Inspection, x *party.Study) error {
	library, err := store.StudyRules.List(s.Tx, "WHERE round_id = ? AND inspection_id = '' OR inspection_id = ? ORDER BY seq, id", i.RoundID, i.ID)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	var chosen []party.Material
	for _, r := range library {
		known[r.ID] = true
		if slices.Contains(f.Library, r.ID) || x.Treats(r) {
			chosen = append(chosen, party.Material{Kind: party.MaterialRule, Title: r.Title, RuleID: r.ID})
			x.Materials = slices.DeleteFunc(x.Materials, func(m party.Material) bool { return m.Is(r) })
		}
	}
	x.Materials = append(chosen, x.Materials...)
	if slices.ContainsFunc(f.Library, func(id string) bool { return !known[id] }) {
		var c fault.Checks
		c.Add("library", "field.unknown-choice")
		return c.Err()
	}
	return nil
}

// unique gives each id once, sorted.
func unique(ids []string) []string { return slices.Compact(slices.Sorted(slices.Values(ids))) }

func checkStudy(s *action.Step, study party.Study) error {
	var c fault.Checks
	study.Check(&c, s.Today)
	if err := action.CheckPeople(s, &c, study.OrgID, "led_by", study.LeaderID); err != nil {
		return err
	}
	if err := action.CheckPeople(s, &c, study.OrgID, "participants", study.Participants...); err != nil {
		return err
	}
	if err := action.CheckProblems(s, &c, study.InspectionID, "problems", study.Problems...); err != nil {
		return err
	}
	if err := checkCauses(s, &c, study.OrgID, study.Causes); err != nil {
		return err
	}
	return c.Err()
}

// checkCauses notes a code that is no cause of the organisation.
func checkCauses(s *action.Step, c *fault.Checks, orgID string, codes []string) error {
	if len(codes) == 0 {
		return nil
	}
	own, err := store.CauseCategories.List(s.Tx, "WHERE org_id = ?", orgID)
	if err != nil {
		return err
	}
	taxonomy := work.Taxonomy(own)
	for _, code := range codes {
		if !slices.ContainsFunc(taxonomy, func(x work.CauseCategory) bool { return x.Code == code }) {
			c.Add("causes", "field.unknown-choice")
		}
	}
	return nil
}
