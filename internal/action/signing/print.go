// Package signing is how heads approve who do not sign in: a sheet is printed,
// signed by hand, and entered with its scan by a clerk.
package signing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/signing"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Print makes a sheet for somebody who may approve the matter. It is bound to
// the matter as it stands now.
type Print struct {
	Act      signing.Act `form:"act"`
	RecordID string      `form:"record"`
	SignerID string      `form:"signer"` // account

	matter store.Matter
}

// Permission implements action.Command.
func (c *Print) Permission() org.Permission { return org.SheetEnter }

// Target implements action.Command.
func (c *Print) Target(s *action.Step) (t org.Target, err error) {
	c.matter, err = store.MatterOf(s.Tx, c.Act, c.RecordID)
	return c.matter.Target, err
}

// Run implements action.Command.
func (c *Print) Run(s *action.Step) error {
	signer, err := signerOf(s, c.matter, c.Act, c.SignerID)
	if err != nil {
		return err
	}
	sheet := signing.Sheet{ID: s.NewID(), OrgID: c.matter.Target.OrgID, InspectionID: c.matter.Target.InspectionID, Act: c.Act,
		RecordID: c.RecordID, SignerID: c.SignerID, Signer: signer.Name, Title: c.matter.Title, Summary: c.matter.Summary,
		ContentHash: c.matter.Hash, State: signing.Printed, PrintedBy: s.Actor.AccountID, PrintedName: s.Actor.Name, PrintedAt: s.Now}
	s.Return(sheet.ID)
	return action.Insert(s, store.Sheets, &sheet)
}

// signerOf gives the actor who signs: one who could approve the matter if he
// signed in, and not the clerk himself.
func signerOf(s *action.Step, m store.Matter, act signing.Act, account string) (org.Actor, error) {
	var checks fault.Checks
	a, active, err := store.ActorOf(s.Tx, account)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return a, err
	}
	switch {
	case err != nil || !active || a.OrgID != m.Target.OrgID || !org.Can(a, org.Permission(act), m.Target):
		checks.Add("signer", "field.unknown-choice")
	case s.Actor.Is(a.AccountID) || s.Actor.IsPerson(a.PersonID):
		checks.Add("signer", "sheet.self")
	}
	return a, checks.Err()
}
