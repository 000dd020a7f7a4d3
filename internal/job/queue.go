package job

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"sort"
	"strings"
	"time"

	"bihuan/internal/store"
)

// Handler does one job. It must end when the context does.
type Handler func(ctx context.Context, payload string) error

// kindOf is how jobs of one kind are done.
type kindOf struct {
	do    Handler
	every time.Duration // 0 for a job that is done once
}

const (
	leaseTime   = 5 * time.Minute
	renewals    = 5             // of a lease, within its time
	longest     = 2 * time.Hour // of one attempt
	maxAttempts = 10
	firstPause  = 10 * time.Second
	maxPause    = time.Hour
	keepDone    = 30 * 24 * time.Hour
	maxReason   = 500 // bytes of an error that are kept
)

// errNeverEnds stands for a job whose attempts all ended with the server.
var errNeverEnds = errors.New("the server ended during every attempt")

// Queue does the jobs of a database. Register every kind before Start or
// RunOnce; a job of an unknown kind is left for a program that knows it.
type Queue struct {
	db    *store.DB
	log   *slog.Logger
	kinds map[string]kindOf
	names []string
	loop  loop
}

// New gives a queue that knows only how to forget jobs done long ago.
func New(db *store.DB, log *slog.Logger) *Queue {
	q := &Queue{db: db, log: log, kinds: map[string]kindOf{}}
	q.Every("job.forget", 24*time.Hour, func(ctx context.Context, _ string) error { return forget(ctx, db) })
	return q
}

// Handle registers the handler of a kind.
func (q *Queue) Handle(kind string, do Handler) { q.register(kind, kindOf{do: do}) }

// Every registers a kind that is done again and again, on one of all servers.
// A failed round waits for the next one.
func (q *Queue) Every(kind string, period time.Duration, do Handler) {
	q.register(kind, kindOf{do: do, every: period})
}

func (q *Queue) register(kind string, k kindOf) {
	if _, known := q.kinds[kind]; !known {
		q.names = append(q.names, kind)
		sort.Strings(q.names)
	}
	q.kinds[kind] = k
}

// Plan puts the periodic kinds into the database where they are missing.
func (q *Queue) Plan(ctx context.Context) error {
	return q.db.Write(ctx, func(tx *store.Tx) error {
		for _, name := range q.names {
			if q.kinds[name].every == 0 {
				continue
			}
			if _, err := tx.Exec(insertQ+" ON CONFLICT (id) DO NOTHING", "every:"+name, name, "", tx.Now()); err != nil {
				return fmt.Errorf("plan %s: %w", name, err)
			}
		}
		return nil
	})
}

// RunOnce does the oldest due job. It reports whether there was one; the
// job's own failure is noted in the queue and the log and is no error here.
func (q *Queue) RunOnce(ctx context.Context) (bool, error) {
	if found, err := due(ctx, q.db, q.names); err != nil || !found {
		return false, err
	}
	l, err := take(ctx, q.db, q.names, leaseTime)
	switch {
	case errors.Is(err, sql.ErrNoRows), errors.Is(err, errLost):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("lease job: %w", err)
	}
	failure := q.attempt(ctx, l)
	// Settling is short and must happen even when the server is stopping.
	err = q.db.Write(context.WithoutCancel(ctx), func(tx *store.Tx) error {
		if failure != nil && ctx.Err() != nil {
			return l.again(tx, 0, "")
		}
		return settle(tx, q.kinds[l.kind], l, failure)
	})
	if errors.Is(err, errLost) {
		return true, nil
	}
	return true, err
}

func (q *Queue) attempt(ctx context.Context, l lease) (err error) {
	k := q.kinds[l.kind]
	if k.every == 0 && l.attempt > maxAttempts {
		return errNeverEnds
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	go l.keep(ctx, q.db, leaseTime, cancel)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
		if err != nil && !errors.Is(err, context.Canceled) { // a stop is no failure
			q.log.Warn("job failed", "kind", l.kind, "id", l.id, "attempt", l.attempt, "error", err)
		}
	}()
	return k.do(ctx, l.payload)
}

// settle notes how an attempt ended and what comes next.
func settle(tx *store.Tx, k kindOf, l lease, failure error) error {
	reason := ""
	if failure != nil {
		reason = short(failure.Error())
	}
	switch {
	case k.every > 0:
		return l.again(tx, k.every, reason)
	case failure != nil && l.attempt < maxAttempts:
		return l.again(tx, pause(l.attempt), reason)
	}
	return l.finish(tx, reason)
}

// short makes a text fit to be kept: not long, valid UTF-8, no NUL.
func short(s string) string {
	s = s[:min(len(s), maxReason)]
	return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
}

// pause is how long a job waits after its nth failed attempt: 10 s, 20 s, 40 s
// … at most an hour.
func pause(attempt int) time.Duration {
	return min(firstPause<<min(attempt-1, 12), maxPause)
}

// forget deletes jobs that were done well long ago; those given up stay.
func forget(ctx context.Context, db *store.DB) error {
	return db.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec("DELETE FROM job WHERE done_at > 0 AND done_at < ? AND last_error = ''", tx.Now().Add(-keepDone))
		return err
	})
}
