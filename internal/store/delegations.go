package store

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/signing"
)

// Delegations keeps org.Delegation.
var Delegations = newTable("delegation",
	"id org_id from_account from_name to_account to_name permissions reason from_on until_on at revoked_at version",
	func(d *org.Delegation) []any {
		return []any{&d.ID, &d.OrgID, &d.FromAccount, &d.FromName, &d.ToAccount, &d.ToName, js(&d.Permissions), &d.Reason,
			&d.From, &d.Until, ms(&d.At), ms(&d.RevokedAt), &d.Version}
	})

// Sheets keeps signing.Sheet.
var Sheets = newTable("signing_sheet",
	`id org_id inspection_id act record_id signer_id signer title summary content_hash state printed_by printed_name printed_at
	signed_on outcome opinion file_name file_hash file_size file_mime entered_by entered_name entered_at version`,
	func(s *signing.Sheet) []any {
		return []any{&s.ID, &s.OrgID, &s.InspectionID, &s.Act, &s.RecordID, &s.SignerID, &s.Signer, &s.Title, js(&s.Summary),
			&s.ContentHash, &s.State, &s.PrintedBy, &s.PrintedName, ms(&s.PrintedAt), &s.SignedOn, &s.Outcome, &s.Opinion,
			&s.FileName, &s.FileHash, &s.FileSize, &s.FileMIME, &s.EnteredBy, &s.EnteredName, ms(&s.EnteredAt), &s.Version}
	})

// ActorOf gives the actor of an account on the transaction's day, with the
// grants that hold then, and whether the account is in use.
func ActorOf(tx *Tx, accountID string) (a org.Actor, active bool, err error) {
	acc, err := Accounts.Get(tx, accountID)
	if err != nil {
		return a, false, err
	}
	today := tx.Today()
	a = org.Actor{AccountID: acc.ID, PersonID: acc.PersonID, OrgID: acc.OrgID, Name: acc.Name, Login: acc.Login,
		Lang: acc.Lang, Today: today, MustChange: acc.MustChange}
	grants, err := Grants.List(tx, "WHERE account_id = ? ORDER BY id", acc.ID)
	for _, g := range grants {
		if g.On(today) {
			a.Grants = append(a.Grants, g)
		}
	}
	return a, !acc.Disabled, err
}
