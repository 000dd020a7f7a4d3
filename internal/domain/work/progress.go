package work

import (
	"time"

	"bihuan/internal/domain/workday"
)

// Progress is one progress entry on a problem or one of its measures. It is
// never edited: a correction is a new entry that names the old one.
type Progress struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	MeasureID    string       // empty: on the problem as a whole
	On           workday.Date // the day that the entry speaks of
	Body         string
	Difficulty   string
	Verdict      Verdict
	Period       string   // code of the period that it reports on; empty for an event
	Figures      []Figure // what came of it, as data
	People       int      // people among the figures
	Amount       int64    // money among the figures, in 分 (1/100 yuan)
	HelpDeptID   string   // department that must help with the difficulty
	HelpPersonID string   // person who must help with the difficulty
	Corrects     string   // id of the entry that this one corrects
	AuthorID     string   // account
	AuthorName   string
	At           time.Time
	Cycle        int // of its problem
}
