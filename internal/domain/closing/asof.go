package closing

import (
	"slices"
	"time"

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
	Returns      []Decision // those that set a deadline for renewed rectification
}

// AsOf gives a problem as it stood at the end of a day: its verdict, sign-off
// and deadline. Where nothing happened later it is the problem as it is.
// Progress counts for the day that it speaks of, everything else for the day
// on which it was decided. Measures count in the cycle that ran on the day.
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
	if later := h.movesAfter(day); len(later) > 0 {
		p.Deadline, p.Term = later[0].old, termOf(later[0].old, p.LongTerm)
	}
	p.Cycle = h.cycle(day)
	p.Extended -= h.extendedAfter(day)
	return p
}

// termOf words a deadline that was moved since: its own words went with the move.
func termOf(old workday.Date, longTerm bool) string {
	switch {
	case old != "":
		return old.AsTerm()
	case longTerm:
		return "长期坚持"
	}
	return "立行立改"
}

func (h Past) movedAfter(p work.Problem, day workday.Date) bool {
	return p.ClosedOn > day || p.ReopenedOn > day ||
		slices.ContainsFunc(h.Progress, func(e work.Progress) bool { return e.On > day }) ||
		len(h.movesAfter(day)) > 0
}

// cycle is the one that ran at the end of a day.
func (h Past) cycle(day workday.Date) int {
	cycle := 0
	for _, r := range h.Reopenings {
		if workday.DateOf(r.At, workday.Zone) <= day {
			cycle = max(cycle, r.Cycle)
		}
	}
	return cycle
}

func (h Past) measuresOn(day workday.Date) []work.Measure {
	cycle := h.cycle(day)
	out := slices.DeleteFunc(slices.Clone(h.Measures), func(m work.Measure) bool { return m.Cycle != cycle })
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

// move is a deadline of the problem that was replaced by another.
type move struct {
	at  time.Time
	old workday.Date
}

// movesAfter are the moves of the problem's deadline after a day: extensions,
// reopenings and demands for renewed rectification, the first one first.
func (h Past) movesAfter(day workday.Date) []move {
	var out []move
	add := func(at time.Time, old workday.Date) {
		if workday.DateOf(at, workday.Zone) > day {
			out = append(out, move{at, old})
		}
	}
	for _, e := range h.Extensions {
		if e.MeasureID == "" && e.State == work.ExtensionAgreed {
			add(e.DecidedAt, e.OldDate)
		}
	}
	for _, r := range h.Reopenings {
		if r.Deadline != "" {
			add(r.At, r.OldDeadline)
		}
	}
	for _, d := range h.Returns {
		add(d.At, d.OldDeadline)
	}
	slices.SortStableFunc(out, func(a, b move) int { return a.at.Compare(b.at) })
	return out
}

// extendedAfter counts the extensions that were agreed to after the day.
func (h Past) extendedAfter(day workday.Date) int {
	n := 0
	for _, e := range h.Extensions {
		if e.MeasureID == "" && e.State == work.ExtensionAgreed && workday.DateOf(e.DecidedAt, workday.Zone) > day {
			n++
		}
	}
	return n
}
