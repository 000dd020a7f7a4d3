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
	i, err := store.Inspections.Get(s.Tx, c.before.InspectionID)
	if err != nil {
		return err
	}
	now, err := c.Write(s.Tx, i, c.before.Kind, s.Today)
	if err != nil {
		return err
	}
	r := inspection.Report{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.InspectionID, Kind: c.before.Kind, Title: now.Title,
		State: inspection.ReportDraft, CutOff: s.Today, CreatedBy: s.Actor.AccountID, CreatedName: s.Actor.Name, CreatedAt: s.Now}
	text := now
	if c.before.Edited() {
		if text, err = c.Texts.Merge(c.before.Base, c.before.Body, now); err != nil {
			return err
		}
		r.Base = now.Body
	}
	r.Writes(text)
	s.Return(r.ID)
	return action.Insert(s, store.Reports, &r)
}
