package report

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Revise makes a new draft of a returned report: composed from the records of
// today, with what people had written in it. What was sent stays as it was sent.
type Revise struct {
	ID    string `form:"-"`
	Write Writer `form:"-" json:"-"`
	Texts Texts  `form:"-" json:"-"`

	before inspection.Report
}

// Permission implements action.Command.
func (c *Revise) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *Revise) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ReportTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Revise) Run(s *action.Step) error {
	switch {
	case c.before.State != inspection.ReportReturned:
		return fault.New(fault.Conflict, "report.not-returned")
	case c.before.Imported():
		return fault.New(fault.Conflict, "report.not-composed")
	}
	r := inspection.Report{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.InspectionID, Kind: c.before.Kind,
		State: inspection.ReportDraft, CutOff: s.Today, CreatedBy: s.Actor.AccountID, CreatedName: s.Actor.Name, CreatedAt: s.Now}
	if err := again(s, c.before, &r, c.Write, c.Texts); err != nil {
		return err
	}
	s.Return(r.ID)
	return action.Insert(s, store.Reports, &r)
}

// again writes a report from the records up to its cut-off, with what people
// had written in an earlier state of it.
func again(s *action.Step, before inspection.Report, r *inspection.Report, compose Writer, texts Texts) error {
	i, err := store.Inspections.Get(s.Tx, before.InspectionID)
	if err != nil {
		return err
	}
	now, err := compose(s.Tx, i, r.Kind, r.CutOff)
	if err != nil {
		return err
	}
	text := now
	if before.Edited() {
		if text, err = texts.Merge(before.Base, before.Body, now); err != nil {
			return err
		}
		r.Base = now.Body
	}
	r.Title = now.Title
	r.Writes(text)
	return nil
}
