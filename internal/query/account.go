package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// States of a grant on a day.
const (
	GrantNow   = "now"
	GrantLater = "later"
	GrantOver  = "over"
)

// GrantRow is one grant of an account.
type GrantRow struct {
	org.Grant
	Organisation string
	Department   string
	Team         string
	State        string
}

// AccountPage is one account with its rights.
type AccountPage struct {
	AccountRow
	Person      string
	Grants      []GrantRow
	Roles       []org.Role // that may be granted: those that fit the organisation
	Departments []Option
	Teams       []Option
	People      []Option
	Self        bool // the caller's own account
	CanEdit     bool
	CanGrant    bool
}

// Account gives one account to the system and the security administrator.
func Account(v *View, id string) (AccountPage, error) {
	p := AccountPage{Self: id == v.Actor.AccountID, CanEdit: v.Can(org.AccountEdit, org.Target{}), CanGrant: v.Can(org.GrantEdit, org.Target{})}
	if err := v.Need(org.SeeAccounts, org.Target{}); err != nil {
		return p, err
	}
	a, err := store.Accounts.Get(v.Tx, id)
	if err != nil {
		return p, err
	}
	rows, err := v.accountRows([]org.Account{a})
	if err != nil {
		return p, err
	}
	p.AccountRow = rows[0]
	if p.Person, err = v.namer().of(a.PersonID); err != nil {
		return p, err
	}
	if p.Grants, err = v.grantRows(id); err != nil {
		return p, err
	}
	return p, v.accountChoices(&p)
}

func (v *View) grantRows(accountID string) ([]GrantRow, error) {
	grants, err := store.Grants.List(v.Tx, "WHERE account_id = ? ORDER BY from_on DESC, id", accountID)
	if err != nil {
		return nil, err
	}
	names := v.namer()
	out := make([]GrantRow, len(grants))
	for i, g := range grants {
		out[i] = GrantRow{Grant: g, State: GrantOver}
		switch {
		case g.On(v.Today):
			out[i].State = GrantNow
		case v.Today.Before(g.From):
			out[i].State = GrantLater
		}
		for id, name := range map[string]*string{g.OrgID: &out[i].Organisation, g.DepartmentID: &out[i].Department, g.TeamID: &out[i].Team} {
			if *name, err = names.of(id); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// accountChoices fills in what the forms offer.
func (v *View) accountChoices(p *AccountPage) error {
	kind, err := v.kindOf(p.OrgID)
	if err != nil {
		return err
	}
	for _, r := range org.Roles() {
		if r.Administrator() || p.OrgID != "" && r.Fits(kind) {
			p.Roles = append(p.Roles, r)
		}
	}
	choices, err := v.ChoicesOf(p.OrgID)
	if err != nil {
		return err
	}
	p.Departments, p.People = choices.Departments, choices.People
	if kind != org.Office {
		return nil
	}
	return v.Tx.Each(func(scan func(...any) error) error {
		var o Option
		err := scan(&o.Value, &o.Label)
		p.Teams = append(p.Teams, o)
		return err
	}, "SELECT team.id, team.name FROM team JOIN round ON round.id = team.round_id WHERE round.ends >= ? ORDER BY round.year DESC, round.number DESC, team.number", v.Today)
}

func (v *View) kindOf(orgID string) (org.Kind, error) {
	if orgID == "" {
		return "", nil
	}
	o, err := store.Organisations.Get(v.Tx, orgID)
	return o.Kind, err
}

// NewAccount is the form of a new account: first its organisation is chosen,
// then the person.
type NewAccount struct {
	Org           string
	Organisations []Option
	People        []Option
}

// AccountForm gives the form of a new account in an organisation; orgID is
// empty for the administrators, who belong to none.
func AccountForm(v *View, orgID string) (NewAccount, error) {
	f := NewAccount{Org: orgID}
	if err := v.Need(org.AccountEdit, org.Target{}); err != nil {
		return f, err
	}
	var err error
	if f.Organisations, err = v.organisationOptions(); err != nil {
		return f, err
	}
	choices, err := v.ChoicesOf(orgID)
	f.People = choices.People
	return f, err
}
