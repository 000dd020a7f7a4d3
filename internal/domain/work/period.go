package work

import (
	"fmt"

	"bihuan/internal/domain/workday"
)

// Period is one stretch of the round's rhythm in which each open measure is
// reported on once.
type Period struct {
	Code  string // 2026-06, or the first day where the rhythm is no whole months
	From  workday.Date
	Until workday.Date // last day
}

// mostPeriods bounds the periods of one inspection.
const mostPeriods = 400

// Periods gives the periods from the one of the day begin to the one of the
// day today, in order. A rhythm in months follows the calendar; one in days is
// counted from begin. Without a rhythm there are none.
func Periods(rhythm workday.Offset, begin, today workday.Date, c *workday.Calendar) []Period {
	if begin == "" || begin > today || rhythm.N <= 0 || rhythm.Unit == workday.Open {
		return nil
	}
	from := begin
	if rhythm.Unit == workday.Months {
		from = begin[:8] + "01"
	}
	var out []Period
	for len(out) < mostPeriods && from <= today {
		next, _ := rhythm.From(from, c)
		if next <= from {
			return out
		}
		out = append(out, Period{Code: periodCode(rhythm, from), From: from, Until: next.AddDays(-1)})
		from = next
	}
	return out
}

func periodCode(rhythm workday.Offset, from workday.Date) string {
	if rhythm.Unit != workday.Months {
		return string(from)
	}
	if rhythm.N == 1 {
		return string(from[:7])
	}
	last := from.AddMonths(rhythm.N - 1)
	return fmt.Sprintf("%s~%s", from[:7], last[:7])
}

// Of reports whether the entry reports on the period: it names it, or names
// none and speaks of a day in it.
func (p Period) Of(e Progress) bool {
	if e.Period != "" {
		return e.Period == p.Code
	}
	return p.From <= e.On && e.On <= p.Until
}

// Report is how one measure stands in one period.
type Report string

// The states of a report. Silent and Due are derived: nobody writes them.
const (
	Reported  Report = "reported" // 已报
	Silent    Report = "silent"   // 未报: the period ended without an entry
	ReportDue Report = "due"      // 待报: the period runs
	NotOwed   Report = "not-owed" // finished before, or not begun
)

// ReportIn says how a measure stands in a period, by the standing entries that
// concern it (its own, and those on the problem as a whole). A measure that
// was finished before the period owes nothing.
func (p Period) ReportIn(m Measure, entries []Progress, today workday.Date) Report {
	finished := workday.Date("")
	for _, e := range entries {
		if e.MeasureID != m.ID && e.MeasureID != "" {
			continue
		}
		if p.Of(e) {
			return Reported
		}
		if e.MeasureID != m.ID {
			continue
		}
		switch {
		case e.Verdict != Done:
			finished = ""
		case finished == "" || e.On < finished:
			finished = e.On
		}
	}
	switch {
	case m.Verdict == Done && finished != "" && finished < p.From:
		return NotOwed
	case m.Verdict == Done && finished == "":
		return NotOwed
	case p.Until < today:
		return Silent
	}
	return ReportDue
}
