package party

import (
	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/signing"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// RecordConsent records the request for a life meeting and the superior
// committee's reply, each with its number, and the reply's paper. A paper that
// is kept already stays when none is sent.
type RecordConsent struct {
	ID             string
	Version        int           `form:"version"`
	ConsentAskedOn workday.Date  `form:"consent_asked_on"`
	AskNumber      string        `form:"ask_number"`
	ConsentOn      workday.Date  `form:"consent_on"`
	ConsentBy      string        `form:"consent_by"`
	ConsentNumber  string        `form:"consent_number"`
	File           carrying.File `form:"-"`
	life
}

// Target implements action.Command.
func (c *RecordConsent) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run implements action.Command.
func (c *RecordConsent) Run(s *action.Step) error {
	after := c.meeting
	after.Version, after.ConsentAskedOn, after.AskNumber = c.Version, c.ConsentAskedOn, c.AskNumber
	after.ConsentOn, after.ConsentBy, after.ConsentNumber = c.ConsentOn, c.ConsentBy, c.ConsentNumber
	var checks fault.Checks
	if c.File.Hash != "" {
		if !signing.IsProof(c.File.MIME) {
			checks.Add("file", "sheet.not-a-scan")
		}
		c.File.CheckSecrecy(&checks)
		after.ConsentFile, after.ConsentHash, after.ConsentMIME, after.ConsentSize = carrying.FileName(c.File.Name), c.File.Hash, c.File.MIME, c.File.Size
	}
	after.Check(&checks, s.Today)
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(after.ID)
	return action.Save(s, store.LifeMeetings, c.meeting, &after)
}

// TakeConsent hands the paper of the consent out; the taking is recorded.
type TakeConsent struct {
	ID string
	life
	Name, MIME, Hash string `json:"-"` // filled in
	Size             int64  `json:"-"`
}

// Permission implements action.Command.
func (c *TakeConsent) Permission() org.Permission { return org.SeeTalks }

// Target implements action.Command.
func (c *TakeConsent) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run implements action.Command.
func (c *TakeConsent) Run(s *action.Step) error {
	m := c.meeting
	if m.ConsentHash == "" {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	c.Name, c.MIME, c.Hash, c.Size = m.ConsentFile, m.ConsentMIME, m.ConsentHash, m.ConsentSize
	s.Note("%s", m.ConsentFile)
	return nil
}
