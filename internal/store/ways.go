package store

import (
	"fmt"

	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// WarningWays keeps warning.Ways.
var WarningWays = newTable("warning_ways", "id email digest feed_hash feed_at version",
	func(w *warning.Ways) []any {
		return []any{&w.ID, &w.Email, &w.Digest, &w.FeedHash, ms(&w.FeedAt), &w.Version}
	})

// Robots keeps warning.Robot.
var Robots = newTable("robot", "id org_id round_id name kind address secret stopped by_id version",
	func(r *warning.Robot) []any {
		return []any{&r.ID, &r.OrgID, &r.RoundID, &r.Name, &r.Kind, &r.Address, &r.Secret, &r.Stopped, &r.By, &r.Version}
	})

// Sendings keeps warning.Sending.
var Sendings = newTable("sending", "id kind to_id on_day state attempts reason at",
	func(s *warning.Sending) []any {
		return []any{&s.ID, &s.Kind, &s.To, &s.On, &s.State, &s.Attempts, &s.Reason, ms(&s.At)}
	})

// WaysOf gives how an account wants its warnings; where nothing was chosen,
// ways without a version.
func WaysOf(tx *Tx, accountID string) (warning.Ways, error) {
	w, err := WarningWays.Get(tx, accountID)
	if fault.Is(err, fault.NotFound) {
		return warning.Ways{ID: accountID}, nil
	}
	return w, err
}

// Begin takes a sending for this day before it goes out. ok is false where it
// is done, may be done, or was tried too often: then nothing goes out.
func Begin(tx *Tx, kind, to string, day workday.Date) (s warning.Sending, ok bool, err error) {
	s = warning.Sending{ID: kind + "/" + to + "/" + string(day), Kind: kind, To: to, On: day, State: warning.SendBegun, Attempts: 1, At: tx.Now()}
	res, err := tx.Exec(`INSERT INTO sending (id, kind, to_id, on_day, state, attempts, reason, at) VALUES (?, ?, ?, ?, ?, 1, '', ?)
		ON CONFLICT (id) DO NOTHING`, s.ID, kind, to, day, s.State, s.At)
	if err != nil {
		return s, false, fmt.Errorf("begin sending: %w", err)
	}
	if n, err := res.RowsAffected(); err != nil || n == 1 {
		return s, err == nil, err
	}
	res, err = tx.Exec("UPDATE sending SET state = ?, attempts = attempts + 1, at = ? WHERE id = ? AND state = ? AND attempts < ?",
		warning.SendBegun, tx.Now(), s.ID, warning.SendFailed, warning.MostAttempts)
	if err != nil {
		return s, false, fmt.Errorf("begin sending: %w", err)
	}
	n, err := res.RowsAffected()
	return s, n == 1, err
}

// End notes how a sending ended.
func End(tx *Tx, id string, state warning.SendState, reason string) error {
	_, err := tx.Exec("UPDATE sending SET state = ?, reason = ?, at = ? WHERE id = ? AND state = ?", state, reason, tx.Now(), id, warning.SendBegun)
	return err
}
