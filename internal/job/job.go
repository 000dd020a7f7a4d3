// Package job is a small queue in the database: a job is inserted in the
// transaction of the change that causes it, leased by one server, whose lease
// is renewed while it works, retried with growing pauses, and kept with its
// last error when it is given up.
//
// A job is done at least once: a server that dies after the work and before
// the note of it leaves the job to the next. Handlers must bear being repeated.
package job

import (
	"fmt"
	"time"

	"bihuan/internal/store"
)

// Job is one piece of background work.
type Job struct {
	ID      string
	Kind    string // names the handler
	Payload string // what the handler needs, JSON
	RunAt   time.Time
}

// Insert queues a job in the transaction: it exists if and only if the
// transaction commits.
func Insert(tx *store.Tx, j Job) error {
	_, err := tx.Exec(insertQ, j.ID, j.Kind, j.Payload, j.RunAt)
	if err != nil {
		return fmt.Errorf("insert job %s: %w", j.Kind, err)
	}
	return nil
}

const insertQ = `INSERT INTO job (id, kind, payload, run_at, attempts, lease_until, last_error, done_at)
	VALUES (?, ?, ?, ?, 0, 0, '', 0)`

// Counts tells how the queue stands.
type Counts struct {
	Waiting int // due or planned, periodic ones included
	Failing int // waiting after a failed attempt
	GivenUp int // failed too often; the last error is kept
}

// Count counts the jobs of the queue.
func Count(tx *store.Tx) (Counts, error) {
	var c Counts
	err := tx.QueryRow(`SELECT COALESCE(SUM(CASE WHEN done_at = 0 THEN 1 ELSE 0 END), 0),
		COALESCE(SUM(CASE WHEN done_at = 0 AND last_error <> '' THEN 1 ELSE 0 END), 0),
		COALESCE(SUM(CASE WHEN done_at <> 0 AND last_error <> '' THEN 1 ELSE 0 END), 0) FROM job`).
		Scan(&c.Waiting, &c.Failing, &c.GivenUp)
	if err != nil {
		return c, fmt.Errorf("count jobs: %w", err)
	}
	return c, nil
}
