package signing

import (
	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	closings "bihuan/internal/action/closing"
	"bihuan/internal/action/handover"
	"bihuan/internal/action/planning"
	"bihuan/internal/action/report"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/signing"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Enter records what was signed on paper: the approval is the signer's, the
// scan is its proof, and the clerk is named as the one who entered it. A sheet
// whose matter changed after it was printed is refused, and so is everything
// that would be refused to the signer or to the clerk himself on his own work.
type Enter struct {
	ID        string       `form:"-"`
	Version   int          `form:"version"`
	SignedOn  workday.Date `form:"signed_on"`
	Agree     bool         `form:"agree"`
	Opinion   string       `form:"opinion"`
	MeetingID string       `form:"meeting"`
	FileName  string       `form:"-"`
	FileHash  string       `form:"-"`
	FileSize  int64        `form:"-"`
	FileMIME  string       `form:"-"`
	Files     report.Files `form:"-" json:"-"` // of a report that goes up

	before signing.Sheet
	matter store.Matter
}

// Permission implements action.Command.
func (c *Enter) Permission() org.Permission { return org.SheetEnter }

// Target implements action.Command.
func (c *Enter) Target(s *action.Step) (t org.Target, err error) {
	if c.before, err = store.Sheets.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	_, t, err = store.InspectionTarget(s.Tx, c.before.InspectionID)
	t.Kind, t.ID = store.Sheets.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *Enter) Run(s *action.Step) (err error) {
	if c.matter, err = store.MatterOf(s.Tx, c.before.Act, c.before.RecordID); err != nil {
		return err
	}
	if err := c.before.MayEnter(c.matter.Hash); err != nil {
		return err
	}
	if err := c.check(s); err != nil {
		return err
	}
	signer, err := signerOf(s, c.matter, c.before.Act, c.before.SignerID)
	if err != nil {
		return err
	}
	if err := action.Through(s, org.OnPaper(signer, s.Actor, c.SignedOn), c.approval()); err != nil {
		return err
	}
	after := c.before
	after.Version, after.State, after.SignedOn, after.Opinion, after.Outcome = c.Version, signing.Entered, c.SignedOn, c.Opinion, "refuse"
	if c.Agree {
		after.Outcome = "agree"
	}
	after.FileName, after.FileHash, after.FileSize, after.FileMIME = carrying.FileName(c.FileName), c.FileHash, c.FileSize, c.FileMIME
	after.EnteredBy, after.EnteredName, after.EnteredAt = s.Actor.AccountID, s.Actor.Name, s.Now
	s.Return(c.before.InspectionID)
	return action.Save(s, store.Sheets, c.before, &after)
}

func (c *Enter) check(s *action.Step) error {
	var checks fault.Checks
	action.NeedDate(&checks, "signed_on", c.SignedOn)
	printed := workday.DateOf(c.before.PrintedAt, workday.Zone)
	if c.SignedOn.Valid() && (c.SignedOn < printed || c.SignedOn > s.Today) {
		checks.Add("signed_on", "sheet.day", printed, s.Today)
	}
	checks.Max("opinion", c.Opinion, action.LongText)
	if c.FileHash == "" || c.FileSize == 0 {
		checks.Add("file", "field.required")
	} else if !signing.IsProof(c.FileMIME) {
		checks.Add("file", "sheet.not-a-scan")
	}
	if !c.Agree && !c.mayRefuse() {
		checks.Add("agree", "sheet.only-agree")
	}
	return checks.Err()
}

// mayRefuse reports whether the act knows a no; an adoption, a submission and
// a hand-over that nobody agreed to simply do not happen.
func (c *Enter) mayRefuse() bool {
	return c.before.Act == signing.Signoff || c.before.Act == signing.Extension || c.before.Act == signing.Amendment
}

// approval is the command that the signer would have given himself.
func (c *Enter) approval() action.Command {
	id, version := c.before.RecordID, c.matter.Version
	switch c.before.Act {
	case signing.AdoptPlan:
		return &planning.AdoptPlan{ID: id, Version: version, MeetingID: c.MeetingID}
	case signing.Signoff:
		outcome := closing.Return
		if c.Agree {
			outcome = closing.Agree
		}
		return &closings.Decide{ID: id, Version: version, Outcome: outcome, Reason: c.Opinion, MeetingID: c.MeetingID}
	case signing.Extension:
		return &carrying.DecideExtension{ID: id, Version: version, Agree: c.Agree, Opinion: c.Opinion}
	case signing.Amendment:
		return &planning.DecideAmendment{ID: id, Version: version, Agree: c.Agree, Opinion: c.Opinion}
	case signing.Report:
		return &report.Submit{ID: id, Version: version, MeetingID: c.MeetingID, Files: c.Files}
	}
	return &handover.Confirm{ID: id, Note: c.Opinion}
}

// TakeProof hands the scan of a signed sheet out; the taking is recorded.
type TakeProof struct {
	ID string

	Sheet signing.Sheet `json:"-"` // filled in
}

// Permission implements action.Command.
func (c *TakeProof) Permission() org.Permission { return org.SheetSee }

// Target implements action.Command.
func (c *TakeProof) Target(s *action.Step) (t org.Target, err error) {
	if c.Sheet, err = store.Sheets.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	_, t, err = store.InspectionTarget(s.Tx, c.Sheet.InspectionID)
	t.Kind, t.ID = store.Sheets.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *TakeProof) Run(s *action.Step) error {
	if c.Sheet.FileHash == "" {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	s.Note("%s", c.Sheet.FileName)
	return nil
}
