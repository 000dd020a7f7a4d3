package account

import (
	"context"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/store"
)

// Seen notes that a session is in use, at most once a minute. It is no record
// of the work and leaves no trace in the audit log: nobody's hours are counted.
func Seen(ctx context.Context, run *action.Runner, session string, last time.Time) error {
	now := run.DB.Now()
	if now.Sub(last) < time.Minute {
		return nil
	}
	return run.DB.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec("UPDATE session SET seen_at = ? WHERE id = ?", now, session)
		return err
	})
}
