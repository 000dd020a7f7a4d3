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
	Acting   string // delegation under which the person wants to act; empty for himself
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
	if err != nil {
		return Signed{}, err
	}
	a, err = acting(v.Tx, a, k.Acting)
	return Signed{Actor: a, SeenAt: s.SeenAt}, err
}

// ActorOf gives the actor of an account on the transaction's day; a disabled
// account is fault.SignIn.
func ActorOf(tx *store.Tx, accountID string) (org.Actor, error) {
	a, active, err := store.ActorOf(tx, accountID)
	if err == nil && !active {
		return org.Actor{}, fault.New(fault.SignIn, "fault.sign-in")
	}
	return a, err
}

// acting gives the actor in another's name where a delegation to him holds
// today; otherwise he acts for himself.
func acting(tx *store.Tx, a org.Actor, delegation string) (org.Actor, error) {
	if delegation == "" {
		return a, nil
	}
	d, err := store.Delegations.One(tx, "WHERE id = ? AND to_account = ?", delegation, a.AccountID)
	if fault.Is(err, fault.NotFound) || err == nil && !d.On(tx.Today()) {
		return a, nil
	}
	if err != nil {
		return a, err
	}
	principal, active, err := store.ActorOf(tx, d.FromAccount)
	if err != nil || !active {
		return a, err
	}
	return d.For(a, principal), nil
}
