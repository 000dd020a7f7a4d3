package ui

import "time"

// StageSpan is one row of a StageTimeline. Dates are 2026-06-30; an empty one is not known yet.
type StageSpan struct {
	Name  string
	From  string // when it should begin
	Due   string // when it should be done
	Begun string
	Done  string
	State StageState
	Href  string
}

// schedule is the scale on which spans are drawn.
type schedule struct {
	first, last time.Time
}

func day(s string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

// newSchedule spans all dates of the rows and today.
func newSchedule(rows []StageSpan, today string) schedule {
	var s schedule
	for _, r := range rows {
		for _, d := range []string{r.From, r.Due, r.Begun, r.Done} {
			s.include(d)
		}
	}
	s.include(today)
	return s
}

func (s *schedule) include(date string) {
	t, ok := day(date)
	if !ok {
		return
	}
	if s.first.IsZero() || t.Before(s.first) {
		s.first = t
	}
	if t.After(s.last) {
		s.last = t
	}
}

// at is a date's place on a scale of 0 to 100.
func (s schedule) at(date string) (float64, bool) {
	t, ok := day(date)
	if !ok || !s.last.After(s.first) {
		return 0, false
	}
	return 100 * float64(t.Sub(s.first)) / float64(s.last.Sub(s.first)), true
}

// bar is a stretch of the scale; its width is at least enough to be seen.
type bar struct{ x, width string }

func (s schedule) bar(from, to string) (bar, bool) {
	a, okA := s.at(from)
	b, okB := s.at(to)
	if !okA && !okB {
		return bar{}, false
	}
	if !okA {
		a = b
	}
	if !okB {
		b = a
	}
	width := max(b-a, 0.8)
	return bar{number(min(a, 100-width)), number(width)}, true
}

// actual is the stretch really taken: until today while it is not done,
// none while it has not begun.
func (s schedule) actual(r StageSpan, today string) (bar, bool) {
	if r.State == StageWaiting || r.Begun == "" && r.Done == "" {
		return bar{}, false
	}
	end := r.Done
	if end == "" {
		end = today
	}
	return s.bar(r.Begun, end)
}
