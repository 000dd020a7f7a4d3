package workday

import (
	"errors"
	"fmt"
	"slices"
)

// Colour is the state of a deadline that is not met yet.
type Colour string

// The colours of the warning ladder.
const (
	NoColour Colour = ""       // far ahead, or no date
	Green    Colour = "green"  // coming up
	Yellow   Colour = "yellow" // near
	Red      Colour = "red"    // overdue
)

// ErrLadder is what every fault in a warning ladder wraps.
var ErrLadder = errors.New("warning ladder is wrong")

// Step is one step of the ladder: from so many days before the deadline its
// colour holds and its roles are told.
type Step struct {
	DaysBefore int      `json:"daysBefore"` // 0 is the day itself, -1 the day after: overdue
	Colour     Colour   `json:"colour"`
	Roles      []string `json:"roles"`          // roles of package org
	Unit       Unit     `json:"unit,omitempty"` // Workdays, or natural days where it is Days or Open
}

// Ladder is the warning ladder of a round, a setting: its steps in the order
// in which they come as the deadline nears.
type Ladder []Step

// DefaultLadder is the shipped ladder: 20 days before, green, to the officer;
// 10 days before, yellow, also to the responsible leader; overdue, red, to the
// organisation's rectification office and its head.
func DefaultLadder() Ladder {
	return Ladder{
		{DaysBefore: 20, Colour: Green, Roles: []string{"officer"}},
		{DaysBefore: 10, Colour: Yellow, Roles: []string{"officer", "leader"}},
		{DaysBefore: -1, Colour: Red, Roles: []string{"rectification-office", "head"}},
	}
}

// On is the ladder with its working days counted out for one day: the same
// steps in natural days. What is asked of a ladder for that day is asked of it.
// A step of n working days is reached while at most n working days lie after
// today up to the deadline, which may itself be no working day.
func (l Ladder) On(today Date, c *Calendar) Ladder {
	out := slices.Clone(l)
	for i, s := range out {
		if s.Unit == Workdays && s.DaysBefore > 0 && c != nil {
			beyond, _ := c.AddWorkdays(today, s.DaysBefore+1)
			out[i].DaysBefore, out[i].Unit = today.DaysUntil(beyond)-1, Days
		}
	}
	return out
}

// Unit is in what the ladder counts its days: all steps in the same.
func (l Ladder) Unit() Unit {
	if len(l) > 0 && l[0].Unit == Workdays {
		return Workdays
	}
	return Days
}

// At is the index of the step on which a deadline stands today; false while it
// stands before the first, and where there is no date.
func (l Ladder) At(due, today Date) (int, bool) {
	if due.IsZero() || today.IsZero() {
		return 0, false
	}
	left := today.DaysUntil(due)
	for i, s := range slices.Backward(l) {
		if left <= s.DaysBefore {
			return i, true
		}
	}
	return 0, false
}

// Step is the step on which a deadline stands today; false as in At.
func (l Ladder) Step(due, today Date) (Step, bool) {
	i, ok := l.At(due, today)
	if !ok {
		return Step{}, false
	}
	return l[i], true
}

// Colour is the colour of a deadline today.
func (l Ladder) Colour(due, today Date) Colour {
	step, _ := l.Step(due, today)
	return step.Colour
}

// Overdue tells whether the deadline has passed: today is a later day. It does
// not depend on any ladder.
func Overdue(due, today Date) bool { return due.Before(today) }

// Check tells what is wrong with the ladder, an error that wraps ErrLadder, or
// nil: steps come nearer and nearer, have a colour and somebody to tell, and
// red stands exactly for what is overdue.
func (l Ladder) Check() error {
	for i, s := range l {
		switch {
		case s.Colour != Green && s.Colour != Yellow && s.Colour != Red:
			return fmt.Errorf("%w: step %d has colour %q", ErrLadder, i+1, s.Colour)
		case len(s.Roles) == 0 || slices.Contains(s.Roles, ""):
			return fmt.Errorf("%w: step %d tells nobody", ErrLadder, i+1)
		case i > 0 && s.DaysBefore >= l[i-1].DaysBefore:
			return fmt.Errorf("%w: step %d is not nearer to the deadline than step %d", ErrLadder, i+1, i)
		case i > 0 && (s.Unit == Workdays) != (l[0].Unit == Workdays):
			return fmt.Errorf("%w: step %d counts other days than the first", ErrLadder, i+1)
		case (s.Colour == Red) != (s.DaysBefore < 0):
			return fmt.Errorf("%w: step %d: red means overdue and nothing else", ErrLadder, i+1)
		}
	}
	return nil
}

// Whole tells whether the ladder is sound and complete: at least one step
// warns ahead, green before yellow, and the last, red, stands for the first
// day after the deadline.
func (l Ladder) Whole() bool {
	if l.Check() != nil || len(l) < 2 || l[len(l)-1].DaysBefore != -1 {
		return false
	}
	for i := range l[1:] {
		if l[i].Colour == Yellow && l[i+1].Colour == Green {
			return false
		}
	}
	return l[0].Colour != Red
}
