package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// Values of AccountsIn.State.
const (
	AccountActive   = "active"
	AccountDisabled = "disabled"
	AccountLocked   = "locked"
)

// AccountsIn asks for one page of the accounts. An empty field does not narrow.
type AccountsIn struct {
	Search string // login or name
	Org    string // an organisation, or None
	Role   org.Role
	State  string
	Page   int
}

// AccountRow is one account of the list. When and how often somebody signs in
// is not on it: people are not counted (domain.md §9).
type AccountRow struct {
	org.Account
	Organisation string
	Roles        []org.Role // held today
	Locked       bool
}

// AccountList is one page of the accounts.
type AccountList struct {
	Rows          []AccountRow
	Total         int // as filtered
	All           int
	Page          int
	Organisations []Option
	CanEdit       bool
}

// Accounts lists the accounts for the system and the security administrator.
func Accounts(v *View, in AccountsIn) (AccountList, error) {
	l := AccountList{Page: max(1, in.Page), CanEdit: v.Can(org.AccountEdit, org.Target{})}
	if err := v.Need(org.SeeAccounts, org.Target{}); err != nil {
		return l, err
	}
	var err error
	if l.All, err = v.Tx.Count("SELECT COUNT(*) FROM account"); err != nil {
		return l, err
	}
	w := v.accountsWhere(in)
	if l.Total, err = v.Tx.Count("SELECT COUNT(*) FROM account WHERE "+w.text(), w.args...); err != nil {
		return l, err
	}
	found, err := store.Accounts.List(v.Tx, "WHERE "+w.text()+" ORDER BY login LIMIT ? OFFSET ?",
		append(w.args, ListSize, (l.Page-1)*ListSize)...)
	if err != nil {
		return l, err
	}
	if l.Organisations, err = v.organisationOptions(); err != nil {
		return l, err
	}
	l.Rows, err = v.accountRows(found)
	return l, err
}

func (v *View) accountsWhere(in AccountsIn) where {
	var w where
	w.add("id <> ''")
	if in.Search != "" {
		like := "%" + escaped(in.Search) + "%"
		w.add(`(login LIKE ? ESCAPE '\' OR name LIKE ? ESCAPE '\')`, like, like)
	}
	w.equal("org_id", in.Org)
	if in.Role != "" {
		w.add(`id IN (SELECT account_id FROM role_grant WHERE role = ? AND (from_on = '' OR from_on <= ?) AND (until_on = '' OR until_on >= ?))`,
			in.Role, v.Today, v.Today)
	}
	switch in.State {
	case AccountActive:
		w.add("disabled = 0")
	case AccountDisabled:
		w.add("disabled = 1")
	case AccountLocked:
		w.add("locked_until > ?", v.Now)
	}
	return w
}

func (v *View) accountRows(found []org.Account) ([]AccountRow, error) {
	names := v.namer()
	out := make([]AccountRow, len(found))
	for i, a := range found {
		place, err := names.of(a.OrgID)
		if err != nil {
			return nil, err
		}
		out[i] = AccountRow{Account: a, Organisation: place, Locked: v.Now.Before(a.LockedUntil)}
		if out[i].Roles, err = v.rolesOf(a.ID); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// rolesOf gives the roles that an account holds today.
func (v *View) rolesOf(accountID string) ([]org.Role, error) {
	grants, err := store.Grants.List(v.Tx, "WHERE account_id = ? ORDER BY id", accountID)
	a := org.Actor{}
	for _, g := range grants {
		if g.On(v.Today) {
			a.Grants = append(a.Grants, g)
		}
	}
	return a.Roles(), err
}

func (v *View) organisationOptions() ([]Option, error) {
	all, err := store.Organisations.List(v.Tx, "ORDER BY name")
	out := make([]Option, len(all))
	for i, o := range all {
		out[i] = Option{Value: o.ID, Label: o.Name}
	}
	return out, err
}
