package server

import (
	"context"
	"time"

	"bihuan/internal/action/incoming"
	"bihuan/internal/action/oversight"
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
	in.outgoingJobs(q)
	q.Every("upload.forget", time.Hour, in.forgetUploads)
	q.Handle(oversight.PackageJob, in.makePackage)
	q.Every("package.forget", time.Hour, in.forgetPackages)
	q.Every("preview.sweep", time.Hour, func(context.Context, string) error { return in.Previews.Sweep(keepPreviews) })
	q.Handle(incoming.ReadJob, in.Desk.ReadFile)
	q.Handle(incoming.ApplyJob, in.Desk.Apply)
	return q
}

// keepPreviews is how many bytes of previews are kept.
const keepPreviews = 2 << 30

// keepUploads is how long a file in parts may wait for its rest.
const keepUploads = 48 * time.Hour

// forgetUploads removes the parts of files that nobody finished, and the
// records of those that arrived long ago.
func (in *Installation) forgetUploads(ctx context.Context, _ string) error {
	if err := in.remove(ctx, "DELETE FROM upload WHERE at < ?", keepUploads); err != nil {
		return err
	}
	ids, err := in.Files.Parts()
	if err != nil {
		return err
	}
	for _, id := range ids {
		n := 0
		err := in.DB.Read(ctx, func(tx *store.Tx) (err error) {
			n, err = tx.Count("SELECT COUNT(*) FROM upload WHERE id = ?", id)
			return err
		})
		if err != nil {
			return err
		}
		if n == 0 {
			if err := in.Files.Discard(id); err != nil {
				return err
			}
		}
	}
	return nil
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
