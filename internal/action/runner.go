package action

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bihuan/internal/audit"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/job"
	"bihuan/internal/store"
)

// Runner carries commands out.
type Runner struct {
	DB       *store.DB
	Calendar *workday.Calendar
	NewID    func() string
}

// Outcomes in the audit log.
const (
	Done   = "done"
	Denied = "denied"
)

// Do runs one command. The error is fault.NotFound for what the actor may not
// even know of, fault.Denied for what he may not do, and otherwise what the
// command or the database says. A denial is audited; where that fails, or
// where the audit entry of the change cannot be written, nothing happens.
func (r *Runner) Do(ctx context.Context, call Call, cmd Command) (Result, error) {
	var res Result
	err := r.DB.Write(ctx, func(tx *store.Tx) error {
		var err error
		res, err = r.do(tx, call, cmd)
		return err
	})
	var d *denial
	if errors.As(err, &d) {
		return Result{}, r.recordDenial(ctx, call, cmd.Permission(), d)
	}
	return res, err
}

// Batch runs several commands in one transaction: all or none. f is handed a
// function that does one command at a point in time.
func (r *Runner) Batch(ctx context.Context, f func(do Doer) error) error {
	return r.DB.Write(ctx, func(tx *store.Tx) error {
		return f(func(at time.Time, call Call, cmd Command) (Result, error) {
			return r.do(tx.At(at), call, cmd)
		})
	})
}

// Together runs several commands in one transaction, now: all or none.
func (r *Runner) Together(ctx context.Context, f func(do func(Call, Command) (Result, error)) error) error {
	return r.DB.Write(ctx, func(tx *store.Tx) error {
		return f(func(call Call, cmd Command) (Result, error) { return r.do(tx, call, cmd) })
	})
}

// Doer does one command of a batch as of a point in time.
type Doer func(at time.Time, call Call, cmd Command) (Result, error)

func (r *Runner) do(tx *store.Tx, call Call, cmd Command) (Result, error) {
	hash, err := contentHash(cmd)
	if err != nil {
		return Result{}, err
	}
	if res, seen, err := replay(tx, call, hash); seen || err != nil {
		return res, err
	}
	s, err := r.step(tx, call)
	if err != nil {
		return Result{}, err
	}
	target, err := allowed(s, cmd)
	if err != nil {
		return Result{}, err
	}
	if err := cmd.Run(s); err != nil {
		return Result{}, err
	}
	return r.finish(s, call, cmd.Permission(), target, hash)
}

func (r *Runner) step(tx *store.Tx, call Call) (*Step, error) {
	calendar, err := store.CalendarOf(tx, r.Calendar)
	return &Step{Tx: tx, Now: tx.Now(), Today: tx.Today(), Actor: call.Actor, Calendar: calendar, NewID: r.NewID}, err
}

// allowed loads the target and asks the permission table.
func allowed(s *Step, cmd Command) (org.Target, error) {
	target, err := cmd.Target(s)
	if err != nil {
		return target, err
	}
	if v := org.May(s.Actor, cmd.Permission(), target); !v.Allowed {
		return target, &denial{target: target, visible: v.Visible}
	}
	return target, nil
}

func (r *Runner) finish(s *Step, call Call, p org.Permission, t org.Target, hash string) (Result, error) {
	if t.ID == "" {
		t.ID = s.result
	}
	entry, err := s.entry(call, p, t, Done, s.detail)
	if err != nil {
		return Result{}, err
	}
	if _, err := audit.Append(s.Tx, entry); err != nil {
		return Result{}, fault.Because(err, fault.Unavailable, "fault.audit")
	}
	if err := remember(s.Tx, call, hash, s.result); err != nil {
		return Result{}, err
	}
	return Result{ID: s.result}, nil
}

// denial is the table's no, on its way out of the transaction.
type denial struct {
	target  org.Target
	visible bool
}

func (d *denial) Error() string { return "denied" }

// Unwrap lets a batch, which has no second transaction, report the denial as
// an ordinary fault.
func (d *denial) Unwrap() error { return d.fault() }

func (d *denial) fault() error {
	if d.visible {
		return fault.New(fault.Denied, "fault.denied")
	}
	return fault.New(fault.NotFound, "fault.not-found")
}

func (r *Runner) recordDenial(ctx context.Context, call Call, p org.Permission, d *denial) error {
	if err := r.Refused(ctx, call, p, d.target); err != nil {
		return err
	}
	return d.fault()
}

// Refused audits that somebody was not let see or do something.
func (r *Runner) Refused(ctx context.Context, call Call, p org.Permission, t org.Target) error {
	err := r.DB.Write(ctx, func(tx *store.Tx) error {
		entry, err := (&Step{}).entry(call, p, t, Denied, "")
		if err != nil {
			return err
		}
		_, err = audit.Append(tx, entry)
		return err
	})
	if err != nil {
		return fault.Because(err, fault.Unavailable, "fault.audit")
	}
	return nil
}

func enqueue(s *Step, kind, payload string) error {
	if err := job.Insert(s.Tx, job.Job{ID: s.NewID(), Kind: kind, Payload: payload, RunAt: s.Now}); err != nil {
		return fmt.Errorf("queue %s: %w", kind, err)
	}
	return nil
}
