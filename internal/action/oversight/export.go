// Package oversight is what leaves a trace although it changes nothing: lists
// that are taken out of the house.
package oversight

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// RecordExport notes that somebody takes a list of an inspection out, before
// the first byte leaves.
type RecordExport struct {
	InspectionID string
	List         string // its address: problems.xlsx
	Filter       string // query of the address
}

// Permission implements action.Command.
func (c *RecordExport) Permission() org.Permission { return org.Export }

// Target implements action.Command.
func (c *RecordExport) Target(s *action.Step) (org.Target, error) {
	_, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *RecordExport) Run(s *action.Step) error {
	s.Note("%s?%s", c.List, c.Filter)
	return nil
}

// RecordPlanPaper is RecordExport for the paper of one version of the plan:
// who may see the version may take it out.
type RecordPlanPaper struct {
	InspectionID string
	VersionID    string
}

// Permission implements action.Command.
func (c *RecordPlanPaper) Permission() org.Permission { return org.SeePlan }

// Target implements action.Command.
func (c *RecordPlanPaper) Target(s *action.Step) (org.Target, error) {
	version, err := store.PlanVersions.One(s.Tx, "WHERE id = ? AND inspection_id = ?", c.VersionID, c.InspectionID)
	if err != nil {
		return org.Target{}, err
	}
	_, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	if err != nil {
		return t, err
	}
	t.Kind, t.ID = store.PlanVersions.Name(), version.ID
	t.Submitted, err = store.PlanSeen(s.Tx, version, s.Actor)
	return t, err
}

// Run implements action.Command.
func (c *RecordPlanPaper) Run(s *action.Step) error {
	s.Note("plan.docx")
	return nil
}

// RecordRoundExport is RecordExport for a list across the organisations of a
// round.
type RecordRoundExport struct {
	RoundID string
	List    string
	Filter  string
}

// Permission implements action.Command.
func (c *RecordRoundExport) Permission() org.Permission { return org.SeeRound }

// Target implements action.Command.
func (c *RecordRoundExport) Target(s *action.Step) (org.Target, error) {
	t := org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}
	for _, g := range s.Actor.Grants {
		if g.TeamID != "" {
			t.TeamID = g.TeamID
		}
	}
	_, err := store.Rounds.Get(s.Tx, c.RoundID)
	return t, err
}

// Run implements action.Command.
func (c *RecordRoundExport) Run(s *action.Step) error {
	s.Note("%s?%s", c.List, c.Filter)
	return nil
}

// RecordSampleExport is RecordExport for a sample and its check sheet.
type RecordSampleExport struct {
	SampleID string
	List     string
}

// Permission implements action.Command.
func (c *RecordSampleExport) Permission() org.Permission { return org.SampleDraw }

// Target implements action.Command.
func (c *RecordSampleExport) Target(s *action.Step) (org.Target, error) {
	_, t, err := store.SampleTarget(s.Tx, c.SampleID)
	return t, err
}

// Run implements action.Command.
func (c *RecordSampleExport) Run(s *action.Step) error {
	s.Note("%s", c.List)
	return nil
}
