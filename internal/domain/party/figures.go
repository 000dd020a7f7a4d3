package party

import (
	"time"

	"bihuan/internal/domain/workday"
)

// Standing is how one problem stood on the day of a meeting.
type Standing struct {
	ProblemID string
	Number    string
	Title     string
	Verdict   string // as shown on the day
	Deadline  workday.Date
	Late      bool
	LongTerm  bool
	ClosedOn  workday.Date
}

// Figures are the figures that a meeting heard (会议数据), frozen as of its day:
// every problem as it stood then, from which each number is counted.
type Figures struct {
	ID        string
	OrgID     string
	MeetingID string
	On        workday.Date
	Problems  []Standing
	At        time.Time // when they were frozen
}

// The figures of a meeting beside the verdicts.
const (
	FigureAll      = "all"
	FigureLate     = "late"
	FigureClosed   = "closed"
	FigureLongTerm = "long-term"
)

// In reports whether the problem counts in a figure: one of the constants
// above, or a verdict.
func (s Standing) In(figure string) bool {
	switch figure {
	case FigureAll, "":
		return true
	case FigureLate:
		return s.Late
	case FigureClosed:
		return s.ClosedOn != ""
	case FigureLongTerm:
		return s.LongTerm
	}
	return s.Verdict == figure
}

// Only gives the problems that count in a figure.
func (f Figures) Only(figure string) []Standing {
	var out []Standing
	for _, s := range f.Problems {
		if s.In(figure) {
			out = append(out, s)
		}
	}
	return out
}
