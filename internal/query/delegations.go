package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// DelegationPage is what somebody lets others do in his name, and what others
// let him do.
type DelegationPage struct {
	Given     []DelegationRow
	Received  []DelegationRow
	Deputies  []Option
	Delegable []org.Permission
	CanGive   bool
	Acting    string // the one in whose name the caller acts now
}

// DelegationRow is one delegation with how it stands today.
type DelegationRow struct {
	org.Delegation
	Now bool
}

// Delegations gives the caller's delegations.
func Delegations(v *View, _ struct{}) (DelegationPage, error) {
	out := DelegationPage{Acting: v.Actor.Beside.Name}
	mine := org.Target{AccountID: v.Actor.AccountID}
	out.CanGive = v.Can(org.DelegationGive, mine) && v.Actor.PersonID != ""
	var err error
	if out.Received, err = v.delegations("to_account"); err != nil {
		return out, err
	}
	if out.Given, err = v.delegations("from_account"); err != nil || !out.CanGive {
		return out, err
	}
	out.Delegable = org.Delegable(v.Actor)
	accounts, err := store.Accounts.List(v.Tx, "WHERE org_id = ? AND disabled = 0 AND person_id <> '' AND id <> ? ORDER BY name, id",
		v.Actor.OrgID, v.Actor.AccountID)
	for _, a := range accounts {
		out.Deputies = append(out.Deputies, Option{Value: a.ID, Label: a.Name})
	}
	return out, err
}

func (v *View) delegations(side string) ([]DelegationRow, error) {
	list, err := store.Delegations.List(v.Tx, "WHERE "+side+" = ? ORDER BY until_on DESC, id", v.Actor.AccountID)
	var out []DelegationRow
	for _, d := range list {
		out = append(out, DelegationRow{Delegation: d, Now: d.On(v.Today)})
	}
	return out, err
}

// delegationsAhead are those of a side that hold today or will hold.
func (v *View) delegationsAhead(side string) ([]DelegationRow, error) {
	all, err := v.delegations(side)
	return slices.DeleteFunc(all, func(d DelegationRow) bool { return !d.RevokedAt.IsZero() || d.Until < v.Today }), err
}

// MayAct gives a delegation to the caller that holds today; any other answers
// as absent.
func MayAct(v *View, id string) (org.Delegation, error) {
	d, err := store.Delegations.One(v.Tx, "WHERE id = ? AND to_account = ?", id, v.Actor.AccountID)
	if err == nil && !d.On(v.Today) {
		err = fault.New(fault.NotFound, "fault.not-found")
	}
	return d, err
}
