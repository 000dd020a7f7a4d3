// Package issuing is the issue (印发) of papers that are written from the
// records: kept for ever as they went out, with what they rest on, or put
// before the one who signs them for issue.
package issuing

import (
	"bytes"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/register"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Printer writes a paper for somebody from the records of one transaction.
type Printer func(tx *store.Tx, by org.Actor, ask inspection.PaperAsk) (inspection.PrintedPaper, error)

// Issue issues a paper as the records write it now, or puts it before the one
// who signs it for issue. A paper with missing places does not go out; one that
// was issued before needs a reason, and has to say something else.
type Issue struct {
	inspection.PaperAsk
	Reason string      `form:"issue_reason"`
	Print  Printer     `form:"-" json:"-"`
	Keep   action.Keep `form:"-" json:"-"`
}

// Permission implements action.Command.
func (c *Issue) Permission() org.Permission { return c.Kind.IssuedWith() }

// Target implements action.Command.
func (c *Issue) Target(s *action.Step) (org.Target, error) {
	return store.PaperTarget(s.Tx, c.InspectionID, c.RoundID)
}

// Run implements action.Command.
func (c *Issue) Run(s *action.Step) error {
	if !c.Kind.Issuable() {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	before, err := store.VersionsOfPaper(s.Tx, c.PaperAsk)
	if err != nil {
		return err
	}
	p, err := c.Print(s.Tx, s.Actor, c.PaperAsk)
	if err != nil {
		return err
	}
	if err := c.check(before, p); err != nil {
		return err
	}
	r := inspection.IssuedPaper{ID: s.NewID(), OrgID: p.OrgID, InspectionID: c.InspectionID, RoundID: c.RoundID, Kind: c.Kind, Of: c.Of,
		Number: len(before) + 1, Reason: c.Reason, State: inspection.IssueDone, Title: p.Title, DocNumber: p.Number, On: p.On, CutOff: p.CutOff,
		Outline: p.Outline, Body: p.Body, Data: p.Data, FileName: fileName(p), By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	if c.Kind.Signed() {
		r.State = inspection.IssueProposed
	}
	if err := c.minutes(s, &r); err != nil {
		return err
	}
	if r.FileHash, r.FileSize, err = c.Keep(s.Tx.Context(), p.Docx); err != nil {
		return err
	}
	r.Hash = r.Seal()
	s.Note("%s SHA-256 %s", r.Title, r.Hash)
	s.Return(r.ID)
	if err := action.Insert(s, store.IssuedPapers, &r); err != nil {
		return err
	}
	return bind(s, r)
}

func fileName(p inspection.PrintedPaper) string {
	if p.Number == "" {
		return p.Title + ".docx"
	}
	return p.Title + "（" + p.Number + "）.docx"
}

// check refuses a paper that waits already, lacks something, or says what the
// last one said.
func (c *Issue) check(before []inspection.IssuedPaper, p inspection.PrintedPaper) error {
	if len(p.Missing) > 0 {
		return fault.New(fault.Conflict, "issued-paper.missing", len(p.Missing), strings.Join(p.Missing, "、"))
	}
	for _, b := range before {
		switch b.State {
		case inspection.IssueProposed:
			return fault.New(fault.Conflict, "issued-paper.waits", b.Name)
		case inspection.IssueDone:
			if bytes.Equal(b.Body, p.Body) && b.DocNumber == p.Number {
				return fault.New(fault.Conflict, "issued-paper.same", b.Number)
			}
			var checks fault.Checks
			checks.Text("issue_reason", c.Reason, action.ShortText)
			return checks.Err()
		}
	}
	return nil
}

// minutes go out as they were approved: who approved them signed them for issue.
func (c *Issue) minutes(s *action.Step, r *inspection.IssuedPaper) error {
	if c.Kind != inspection.Minutes {
		return nil
	}
	m, err := store.Meetings.Get(s.Tx, c.Of)
	if err != nil {
		return err
	}
	if m.ApprovedOn == "" {
		return fault.New(fault.Conflict, "issued-paper.minutes")
	}
	r.SignedBy, r.SignedName, r.SignedAt = m.ApprovedBy, m.ApprovedName, m.ApprovedOn.Time(workday.Zone)
	return nil
}

// bind binds the number of the register to an issued paper, where it was held
// for a paper of this title and no record bears it yet.
func bind(s *action.Step, p inspection.IssuedPaper) error {
	if p.State != inspection.IssueDone || p.DocNumber == "" {
		return nil
	}
	was, err := store.RegisterEntries.One(s.Tx, "WHERE org_id = ? AND number = ? AND state <> ?", p.OrgID, p.DocNumber, register.Voided)
	if fault.Is(err, fault.NotFound) || err == nil && was.RecordID != "" {
		return nil
	}
	if err != nil {
		return err
	}
	e := was
	e.State, e.Kind, e.RecordID = register.Used, store.IssuedPapers.Name(), p.ID
	if e.On == "" {
		e.On = p.On
	}
	return action.Save(s, store.RegisterEntries, was, &e)
}
