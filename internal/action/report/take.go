package report

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Take hands a frozen report out; the taking is recorded. A body that is not
// the one that was frozen is refused.
type Take struct {
	ID string

	Report inspection.Report `json:"-"` // filled in
	Number string            `json:"-"` // its document number, empty for none
}

// Permission implements action.Command.
func (c *Take) Permission() org.Permission { return org.SeePapers }

// Target implements action.Command.
func (c *Take) Target(s *action.Step) (t org.Target, err error) {
	c.Report, t, err = store.ReportTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Take) Run(s *action.Step) error {
	if !c.Report.Intact() {
		return fault.New(fault.Unavailable, "report.damaged")
	}
	s.Note("%s %s SHA-256 %s", c.Report.Title, c.Report.CutOff, c.Report.Hash)
	var err error
	c.Number, err = store.NumberOf(s.Tx, c.Report.OrgID, store.Reports.Name(), c.ID)
	return err
}

// TakeCurrent composes a report from the records of the moment and hands it
// out without keeping it; the taking is recorded.
type TakeCurrent struct {
	InspectionID string
	Kind         inspection.ReportKind
	CutOff       workday.Date `form:"cut_off"`
	Write        Writer       `json:"-"`

	Paper inspection.Composed `json:"-"` // filled in

	inspection inspection.Inspection
}

// Permission implements action.Command.
func (c *TakeCurrent) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *TakeCurrent) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *TakeCurrent) Run(s *action.Step) error {
	var checks fault.Checks
	inspection.CheckCutOff(&checks, c.CutOff, c.inspection.FeedbackOn, s.Today)
	if err := checks.Err(); err != nil {
		return err
	}
	if c.CutOff == "" {
		c.CutOff = s.Today
	}
	var err error
	if c.Paper, err = c.Write(s.Tx, c.inspection, c.Kind, c.CutOff); err != nil {
		return err
	}
	s.Note("%s %s", c.Paper.Title, c.CutOff)
	return nil
}
