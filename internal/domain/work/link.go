package work

import "bihuan/internal/domain/workday"

// Link lets a measure answer one more problem than the one under which it
// stands (共用措施). It is still one measure, and counts once.
type Link struct {
	ID           string
	OrgID        string
	InspectionID string
	MeasureID    string
	ProblemID    string
	Cycle        int // of the problem that shares it
}

// AssistPart is what one assisting department answers for in a problem: its
// part, its person and its day.
type AssistPart struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	DepartmentID string
	Text         string
	OwnerID      string
	Deadline     workday.Date
	Verdict      Verdict
	Version      int
}

// Effective is the part's verdict as shown on a day.
func (a AssistPart) Effective(today workday.Date) Verdict {
	return Effective(a.Verdict, a.Deadline, today)
}
