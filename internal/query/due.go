package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Due is a deadline as pages show it: the day, the term as people write it,
// and where it stands on the warning ladder of the round.
type Due struct {
	Date     workday.Date
	Term     string
	First    workday.Date // the first deadline, where an extension moved it
	Extended int          // how often it was extended
	Days     int          // days left; negative when overdue
	Colour   workday.Colour
	Closed   bool // done or signed off: the days no longer matter
}

// DueOfProblem gives a problem's deadline as it stands on the view's day.
func (v *View) DueOfProblem(p work.Problem, l workday.Ladder) Due {
	d := v.dueOf(l, p.Deadline, p.FirstDeadline, p.Term, finished(p.Verdict) || p.ClosedOn != "")
	d.Extended = p.Extended
	return d
}

// DueOfMeasure gives a measure's deadline as it stands on the view's day.
func (v *View) DueOfMeasure(m work.Measure, l workday.Ladder) Due {
	d := v.dueOf(l, m.Deadline, m.FirstDeadline, m.Term, finished(m.Verdict))
	d.Extended = m.Extended
	return d
}

func finished(v work.Verdict) bool { return v == work.Done || v == work.BasicallyDone }

func (v *View) dueOf(l workday.Ladder, date, first workday.Date, term string, closed bool) Due {
	d := Due{Date: date, Term: term, Closed: closed}
	if first != date {
		d.First = first
	}
	if date != "" && !closed {
		d.Days, d.Colour = v.Today.DaysUntil(date), l.Colour(date, v.Today)
	}
	return d
}

// ladderOf gives the warning ladder of an inspection's round.
func (v *View) ladderOf(inspectionID string) (workday.Ladder, error) {
	_, round, err := v.roundOf(inspectionID)
	return v.ladder(round), err
}

// ladder is the warning ladder of a round in natural days, as it counts today.
func (v *View) ladder(r inspection.Round) workday.Ladder { return Ladder(r).On(v.Today, v.Calendar) }

// ladderOn is ladderOf as it counted on another day.
func (v *View) ladderOn(inspectionID string, day workday.Date) (workday.Ladder, error) {
	_, round, err := v.roundOf(inspectionID)
	return Ladder(round).On(day, v.Calendar), err
}

// Ladder gives the warning ladder of a round; the shipped one where the round
// sets none.
func Ladder(r inspection.Round) workday.Ladder {
	if len(r.Settings.Ladder) == 0 {
		return workday.DefaultLadder()
	}
	return r.Settings.Ladder
}
