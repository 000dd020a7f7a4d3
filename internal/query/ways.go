package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// MyWays gives how the caller wants his warnings.
func MyWays(v *View, _ struct{}) (warning.Ways, error) {
	if err := v.Need(org.WarningsOwn, org.Target{AccountID: v.Actor.AccountID}); err != nil {
		return warning.Ways{}, err
	}
	return store.WaysOf(v.Tx, v.Actor.AccountID)
}

// FeedOwner gives whose calendar link has the hash, with the grants that hold
// today; anything else is absent.
func FeedOwner(v *View, hash string) (org.Actor, error) {
	absent := fault.New(fault.NotFound, "fault.not-found")
	if hash == "" {
		return org.Actor{}, absent
	}
	w, err := store.WarningWays.One(v.Tx, "WHERE feed_hash = ?", hash)
	if err != nil {
		return org.Actor{}, err
	}
	a, active, err := store.ActorOf(v.Tx, w.ID)
	if err == nil && (!active || a.MustChange) {
		err = absent
	}
	return a, err
}

// Recipient is somebody who wants an e-mail a day.
type Recipient struct {
	Account string
	Email   string
	Lang    string
}

// Recipients lists who wants an e-mail and has not got one, or tried too
// often, today. It is for the server itself.
func Recipients(v *View, _ struct{}) ([]Recipient, error) {
	if err := v.Need(org.SignalCompute, org.Target{}); err != nil {
		return nil, err
	}
	var out []Recipient
	err := v.Tx.Each(func(scan func(...any) error) error {
		var r Recipient
		err := scan(&r.Account, &r.Email, &r.Lang)
		out = append(out, r)
		return err
	}, `SELECT w.id, w.email, a.lang FROM warning_ways w JOIN account a ON a.id = w.id
		WHERE w.digest = 1 AND w.email <> '' AND a.disabled = 0
		AND NOT EXISTS (SELECT 1 FROM sending s WHERE s.id = ? || w.id || ? AND (s.state <> ? OR s.attempts >= ?)) ORDER BY w.id`,
		warning.SendMail+"/", "/"+string(v.Today), warning.SendFailed, warning.MostAttempts)
	return out, err
}
