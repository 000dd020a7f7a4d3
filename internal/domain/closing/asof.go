package closing

import (
	"slices"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Past is everything that was recorded of one problem and moved its verdict,
// its sign-off or its deadline.
type Past struct {
	Measures     []work.Measure
	Progress     []work.Progress // in the order of recording
	Applications []Application
	Reopenings   []Reopening // in the order of recording
	Extensions   []work.Extension
}

// AsOf gives a problem as it stood at the end of a day: its verdict, sign-off
// and deadline. Where nothing happened later it is the problem as it is.
// Progress counts for the day that it speaks of, everything else for the day
// on which it was decided.
func AsOf(p work.Problem, h Past, day workday.Date) work.Problem {
	if !h.movedAfter(p, day) {
		return p
	}
	p.Verdict = work.Derived(h.verdict("", "", day), h.measuresOn(day))
	p.ClosedOn, p.ReopenedOn = h.closed(day)
	switch {
	case p.ClosedOn != "":
		p.Verdict = work.Done
	case p.ReopenedOn != "" && !h.reported(p.ReopenedOn, day):
		p.Verdict = work.UnderWay
	}
	p.Deadline = h.deadline(p.Deadline, day)
	return p
}

func (h Past) movedAfter(p work.Problem, day workday.Date) bool {
	return p.ClosedOn > day || p.ReopenedOn > day ||
		slices.ContainsFunc(h.Progress, func(e work.Progress) bool { return e.On > day }) ||
		slices.ContainsFunc(h.Extensions, func(e work.Extension) bool { return agreedAfter(e, day) })
}

func (h Past) measuresOn(day workday.Date) []work.Measure {
	out := slices.Clone(h.Measures)
	for i := range out {
		out[i].Verdict = h.verdict(out[i].ID, work.NotStarted, day)
	}
	return out
}

// verdict is the newest one reported for a measure, or for the problem as a
// whole where measureID is empty.
func (h Past) verdict(measureID string, otherwise work.Verdict, day workday.Date) work.Verdict {
	v, on := otherwise, workday.Date("")
	for _, e := range h.Progress {
		if (measureID == "" || e.MeasureID == measureID) && e.On <= day && e.On >= on {
			v, on = e.Verdict, e.On
		}
	}
	if v == "" {
		return work.NotStarted
	}
	return v
}

// closed gives the day of the sign-off that held on the day, or that of the
// newest reopening.
func (h Past) closed(day workday.Date) (closed, reopened workday.Date) {
	for _, r := range h.Reopenings {
		if on := workday.DateOf(r.At, workday.Zone); on <= day {
			reopened = max(reopened, on)
		}
	}
	for _, a := range h.Applications {
		if a.State == Passed && a.EndedOn <= day && a.EndedOn >= reopened {
			closed = max(closed, a.EndedOn)
		}
	}
	return closed, reopened
}

func (h Past) reported(from, until workday.Date) bool {
	return slices.ContainsFunc(h.Progress, func(e work.Progress) bool { return from <= e.On && e.On <= until })
}

// deadline takes back what was extended after the day.
func (h Past) deadline(now, day workday.Date) workday.Date {
	later := slices.DeleteFunc(slices.Clone(h.Extensions), func(e work.Extension) bool { return e.MeasureID != "" || !agreedAfter(e, day) })
	slices.SortFunc(later, func(a, b work.Extension) int { return a.DecidedAt.Compare(b.DecidedAt) })
	if len(later) > 0 {
		return later[0].OldDate
	}
	return now
}

func agreedAfter(e work.Extension, day workday.Date) bool {
	return e.State == work.ExtensionAgreed && workday.DateOf(e.DecidedAt, workday.Zone) > day
}
