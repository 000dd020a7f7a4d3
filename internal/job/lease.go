package job

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"bihuan/internal/store"
)

// lease is one server's right to do a job until a time. The number of the
// attempt is its token: who comes back with an older one has lost the job.
type lease struct {
	id, kind, payload string
	attempt           int
	until             int64 // of the lease before, milliseconds
}

// errLost reports that somebody else took the job in between.
var errLost = errors.New("job taken by another server")

// due reports whether a job of the kinds waits, without taking the write lock.
func due(ctx context.Context, db *store.DB, kinds []string) (bool, error) {
	found := false
	err := db.Read(ctx, func(tx *store.Tx) error {
		_, err := next(tx, kinds)
		found = err == nil
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return found, err
}

// next finds the oldest due job of the kinds, or sql.ErrNoRows.
func next(tx *store.Tx, kinds []string) (lease, error) {
	var l lease
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(kinds)), ", ")
	args := []any{tx.Now(), tx.Now()}
	for _, k := range kinds {
		args = append(args, k)
	}
	err := tx.QueryRow(`SELECT id, kind, payload, attempts, lease_until FROM job
		WHERE done_at = 0 AND run_at <= ? AND lease_until <= ? AND kind IN (`+marks+`)
		ORDER BY run_at, id LIMIT 1`, args...).Scan(&l.id, &l.kind, &l.payload, &l.attempt, &l.until)
	if err != nil {
		return l, fmt.Errorf("next job: %w", err)
	}
	return l, nil
}

// take leases the next job. It gives sql.ErrNoRows when nothing is due and
// errLost when another server was faster.
func take(ctx context.Context, db *store.DB, kinds []string, length time.Duration) (lease, error) {
	var l lease
	err := db.Write(ctx, func(tx *store.Tx) error {
		var err error
		if l, err = next(tx, kinds); err != nil {
			return err
		}
		return own(tx, "UPDATE job SET lease_until = ?, attempts = attempts + 1 WHERE id = ? AND attempts = ? AND lease_until = ?",
			tx.Now().Add(length), l.id, l.attempt, l.until)
	})
	l.attempt++
	return l, err
}

// own runs an update that must meet exactly the row that we hold.
func own(tx *store.Tx, query string, args ...any) error {
	res, err := tx.Exec(query, args...)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n != 1 {
		return errLost
	}
	return err
}

// renew keeps the job for another length of time, for as long as it is worked on.
func (l lease) renew(ctx context.Context, db *store.DB, length time.Duration) error {
	return db.Write(ctx, func(tx *store.Tx) error {
		return own(tx, "UPDATE job SET lease_until = ? WHERE id = ? AND attempts = ? AND done_at = 0", tx.Now().Add(length), l.id, l.attempt)
	})
}

// keep renews the lease until the context ends. It ends the work by lost where
// somebody else took the job, or where nothing could be renewed for a whole
// lease: then somebody else may.
func (l lease) keep(ctx context.Context, db *store.DB, length time.Duration, lost func()) {
	tick := time.NewTicker(length / renewals)
	defer tick.Stop()
	for failed := 0; failed < renewals; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		switch err := l.renew(ctx, db, length); {
		case errors.Is(err, errLost):
			lost()
			return
		case err != nil:
			failed++
		default:
			failed = 0
		}
	}
	lost()
}

// finish notes that the job is over; reason is empty for success.
func (l lease) finish(tx *store.Tx, reason string) error {
	return own(tx, "UPDATE job SET done_at = ?, lease_until = 0, last_error = ? WHERE id = ? AND attempts = ?",
		tx.Now(), reason, l.id, l.attempt)
}

// again plans the next attempt; reason says why the last failed, if it did.
func (l lease) again(tx *store.Tx, after time.Duration, reason string) error {
	return own(tx, "UPDATE job SET run_at = ?, lease_until = 0, last_error = ? WHERE id = ? AND attempts = ?",
		tx.Now().Add(after), reason, l.id, l.attempt)
}
