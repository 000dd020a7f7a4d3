package report

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// BringBack keeps a .docx of a report that was edited elsewhere, with what it
// says otherwise than the report as it stands.
type BringBack struct {
	ID       string // of the report
	BaseHash string // of the body that it was compared with
	FileName string
	FileHash string
	FileSize int64
	Edits    []inspection.Edit

	report inspection.Report
}

// Permission implements action.Command.
func (c *BringBack) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *BringBack) Target(s *action.Step) (t org.Target, err error) {
	c.report, t, err = store.ReportTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *BringBack) Run(s *action.Step) error {
	if c.report.Hash != c.BaseHash {
		return fault.New(fault.Conflict, "edited.moved")
	}
	if len(c.Edits) == 0 {
		return fault.New(fault.Conflict, "edited.same")
	}
	f := inspection.EditedFile{ID: s.NewID(), OrgID: c.report.OrgID, InspectionID: c.report.InspectionID, ReportID: c.ID, BaseHash: c.BaseHash,
		FileName: c.FileName, FileHash: c.FileHash, FileSize: c.FileSize, Edits: c.Edits,
		BroughtBy: s.Actor.AccountID, BroughtName: s.Actor.Name, BroughtAt: s.Now}
	s.Return(f.ID)
	return action.Insert(s, store.EditedFiles, &f)
}

// Editor puts the accepted edits into the body of a report and gives what that
// lacks.
type Editor func(body []byte, edits []inspection.Edit) ([]byte, []string, error)

// TakeOver puts accepted edits into the report: into a draft itself, of one
// that went up into a new draft. What was sent stays as it was sent.
type TakeOver struct {
	ID      string `form:"-"` // of the edited file
	Version int    `form:"version"`
	Accept  []int  `form:"accept"` // places in the list of edits
	Edit    Editor `json:"-" form:"-"`

	file   inspection.EditedFile
	report inspection.Report
}

// Permission implements action.Command.
func (c *TakeOver) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *TakeOver) Target(s *action.Step) (t org.Target, err error) {
	c.file, c.report, t, err = store.EditedFileTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *TakeOver) Run(s *action.Step) error {
	if err := c.check(); err != nil {
		return err
	}
	after := c.file
	after.Version, after.Edits = c.Version, nil
	after.Edits = append(after.Edits, c.file.Edits...)
	for _, n := range c.Accept {
		after.Edits[n].Accepted = true
	}
	body, missing, err := c.Edit(c.report.Body, after.Edits)
	if err != nil {
		return err
	}
	if after.MadeID, err = c.keep(s, body, missing); err != nil {
		return err
	}
	s.Return(after.MadeID)
	return action.Save(s, store.EditedFiles, c.file, &after)
}

func (c *TakeOver) check() error {
	switch {
	case c.file.MadeID != "":
		return fault.New(fault.Conflict, "edited.taken")
	case c.report.Hash != c.file.BaseHash || !c.report.Intact():
		return fault.New(fault.Conflict, "edited.moved")
	}
	var checks fault.Checks
	if len(c.Accept) == 0 {
		checks.Add("accept", "edited.none-chosen")
	}
	for _, n := range c.Accept {
		if n < 0 || n >= len(c.file.Edits) || !c.file.Edits[n].Takes() {
			checks.Add("accept", "field.unknown-choice")
		}
	}
	return checks.Err()
}

// keep saves the new body and gives the report that has it.
func (c *TakeOver) keep(s *action.Step, body []byte, missing []string) (string, error) {
	after := c.report
	if !after.Edited() {
		after.Base = after.Body
	}
	after.Writes(inspection.Composed{Body: body, Missing: missing})
	if c.report.State == inspection.ReportDraft {
		return after.ID, action.Save(s, store.Reports, c.report, &after)
	}
	made := inspection.Report{ID: s.NewID(), OrgID: after.OrgID, InspectionID: after.InspectionID, Kind: after.Kind, Title: after.Title,
		State: inspection.ReportDraft, CutOff: after.CutOff, Body: after.Body, Base: after.Base, Data: after.Data, Hash: after.Hash, Missing: missing,
		CreatedBy: s.Actor.AccountID, CreatedName: s.Actor.Name, CreatedAt: s.Now}
	return made.ID, action.Insert(s, store.Reports, &made)
}
