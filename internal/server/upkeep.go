package server

import (
	"context"
	"time"

	"bihuan/internal/job"
	"bihuan/internal/store"
)

// keepKeys is how long a repeated request is recognised.
const keepKeys = 7 * 24 * time.Hour

// queue gives the queue with the installation's own upkeep.
func (in *Installation) queue() *job.Queue {
	q := job.New(in.DB, in.Log)
	q.Every("session.forget", time.Hour, func(ctx context.Context, _ string) error {
		return in.remove(ctx, "DELETE FROM session WHERE created_at < ?", in.Config.SessionMax)
	})
	q.Every("idempotency.forget", time.Hour, func(ctx context.Context, _ string) error {
		return in.remove(ctx, "DELETE FROM idempotency WHERE at < ?", keepKeys)
	})
	q.Every("audit.checkpoint", time.Hour, func(ctx context.Context, _ string) error {
		_, err := in.Checkpoint(ctx)
		return err
	})
	in.signalJobs(q)
	return q
}

// Upkeep does all background work that is due, once.
func (in *Installation) Upkeep(ctx context.Context) error {
	q := in.queue()
	if err := q.Plan(ctx); err != nil {
		return err
	}
	for {
		if worked, err := q.RunOnce(ctx); err != nil || !worked {
			return err
		}
	}
}

// remove deletes what is older than the age.
func (in *Installation) remove(ctx context.Context, query string, age time.Duration) error {
	return in.DB.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec(query, tx.Now().Add(-age))
		return err
	})
}
