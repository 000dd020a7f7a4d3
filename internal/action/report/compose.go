// Package report is what happens to the papers of an inspection: they are
// composed and frozen, submitted with the meeting that adopted them, accepted
// or returned, and taken out.
package report

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Writer composes a paper from the records of one transaction.
type Writer func(tx *store.Tx, i inspection.Inspection, kind inspection.ReportKind, cutOff workday.Date) (inspection.Composed, error)

// Compose writes a report from the records up to a cut-off and freezes it as a
// draft. An empty cut-off is today.
type Compose struct {
	InspectionID string
	Kind         inspection.ReportKind `form:"kind"`
	CutOff       workday.Date          `form:"cut_off"`
	Write        Writer                `json:"-"`

	inspection inspection.Inspection
}

// Permission implements action.Command.
func (c *Compose) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *Compose) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *Compose) Run(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("kind", string(c.Kind), string(inspection.HeadReport), string(inspection.ProgressReport))
	inspection.CheckCutOff(&checks, c.CutOff, c.inspection.FeedbackOn, s.Today)
	if err := checks.Err(); err != nil {
		return err
	}
	if c.inspection.FeedbackOn == "" {
		return fault.New(fault.Conflict, "report.before-feedback")
	}
	cutOff := c.CutOff
	if cutOff == "" {
		cutOff = s.Today
	}
	paper, err := c.Write(s.Tx, c.inspection, c.Kind, cutOff)
	if err != nil {
		return err
	}
	r := inspection.Report{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.InspectionID, Kind: c.Kind, Title: paper.Title,
		State: inspection.ReportDraft, CutOff: cutOff, Body: paper.Body, Data: paper.Data, Hash: inspection.BodyHash(paper.Body, paper.Data...), Missing: paper.Missing,
		CreatedBy: s.Actor.AccountID, CreatedName: s.Actor.Name, CreatedAt: s.Now}
	s.Return(r.ID)
	return action.Insert(s, store.Reports, &r)
}
