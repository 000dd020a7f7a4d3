package query

import (
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Signed is who a session belongs to.
type Signed struct {
	Actor  org.Actor
	SeenAt time.Time
}

// SessionKey names a session and how long one may idle.
type SessionKey struct {
	ID       string
	Idle     time.Duration
	Lifetime time.Duration
}

// Session gives the actor of a session that has neither idled nor lived too
// long, with the grants that hold today; otherwise fault.SignIn.
func Session(v *View, k SessionKey) (Signed, error) {
	s, err := store.Sessions.Get(v.Tx, k.ID)
	if fault.Is(err, fault.NotFound) {
		return Signed{}, fault.New(fault.SignIn, "fault.sign-in")
	}
	if err != nil {
		return Signed{}, err
	}
	if v.Now.Sub(s.SeenAt) > k.Idle || v.Now.Sub(s.CreatedAt) > k.Lifetime {
		return Signed{}, fault.New(fault.SignIn, "account.idle")
	}
	a, err := ActorOf(v.Tx, s.AccountID)
	return Signed{Actor: a, SeenAt: s.SeenAt}, err
}

// ActorOf gives the actor of an account on the transaction's day; a disabled
// account is fault.SignIn.
func ActorOf(tx *store.Tx, accountID string) (org.Actor, error) {
	acc, err := store.Accounts.Get(tx, accountID)
	if err != nil {
		return org.Actor{}, err
	}
	if acc.Disabled {
		return org.Actor{}, fault.New(fault.SignIn, "fault.sign-in")
	}
	today := tx.Today()
	a := org.Actor{AccountID: acc.ID, PersonID: acc.PersonID, OrgID: acc.OrgID, Name: acc.Name, Login: acc.Login,
		Lang: acc.Lang, Today: today, MustChange: acc.MustChange}
	grants, err := store.Grants.List(tx, "WHERE account_id = ? ORDER BY id", acc.ID)
	for _, g := range grants {
		if g.On(today) {
			a.Grants = append(a.Grants, g)
		}
	}
	return a, err
}
