// Package query is what can be seen: one file per page, report or figure, and
// the only place that reads for them. Every query carries the caller's scope.
package query

import (
	"context"
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Reader opens views.
type Reader struct {
	DB       *store.DB
	Calendar *workday.Calendar

	figures figures
}

// View is one caller's look at one state of the records.
type View struct {
	Tx       *store.Tx
	Actor    org.Actor
	Now      time.Time
	Today    workday.Date
	Calendar *workday.Calendar

	figures *figures
	settled settled
}

// See runs f over one state of the records, for one caller.
func (r *Reader) See(ctx context.Context, a org.Actor, f func(*View) error) error {
	return r.DB.Read(ctx, func(tx *store.Tx) error {
		calendar, err := store.CalendarOf(tx, r.Calendar)
		if err != nil {
			return err
		}
		return f(&View{Tx: tx, Actor: a, Now: tx.Now(), Today: tx.Today(), Calendar: calendar,
			figures: &r.figures})
	})
}

// Page runs one query of a page. It is See for a query that takes one input
// and gives one result.
func Page[In, Out any](ctx context.Context, r *Reader, a org.Actor, q func(*View, In) (Out, error), in In) (Out, error) {
	var out Out
	err := r.See(ctx, a, func(v *View) error {
		var err error
		out, err = q(v, in)
		return err
	})
	return out, err
}

// Can asks the permission table.
func (v *View) Can(p org.Permission, t org.Target) bool { return org.Can(v.Actor, p, t) }

// Need asks the permission table and gives the fault of a no.
func (v *View) Need(p org.Permission, t org.Target) error {
	verdict := org.May(v.Actor, p, t)
	switch {
	case verdict.Allowed:
		return nil
	case verdict.Visible:
		return fault.Because(&Refusal{p, t}, fault.Denied, "fault.denied")
	}
	return fault.Because(&Refusal{p, t}, fault.NotFound, "fault.not-found")
}

// Refusal is the permission table's no to somebody who wanted to see, on its
// way to the audit log.
type Refusal struct {
	Permission org.Permission
	Target     org.Target
}

// Error implements error; it is for the log of the server.
func (r *Refusal) Error() string { return string(r.Permission) + " refused" }

// Inspection gives an inspection that the caller may see for the purpose.
func (v *View) Inspection(id string, p org.Permission) (inspection.Inspection, org.Target, error) {
	i, err := v.inspection(id)
	if err != nil {
		return i, org.Target{}, err
	}
	t := store.TargetOf(i)
	return i, t, v.Need(p, t)
}

// Problem gives a problem that the caller may see for the purpose.
func (v *View) Problem(id string, p org.Permission) (work.Problem, org.Target, error) {
	pr, t, err := store.ProblemTarget(v.Tx, id)
	if err != nil {
		return pr, t, err
	}
	return pr, t, v.Need(p, t)
}

// Inside reports whether the caller belongs to the target's organisation.
func (v *View) Inside(t org.Target) bool { return v.Actor.Belongs(t.OrgID) }
