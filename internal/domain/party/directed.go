package party

import "bihuan/internal/domain/workday"

// DirectedMatter is a major matter that somebody of the leading body directed
// himself (直接督办事项): what he did about which problems on a day.
type DirectedMatter struct {
	ID           string
	OrgID        string
	InspectionID string
	On           workday.Date
	ByID         string // person
	Text         string
	Problems     []string // ids of the problems that it was about
	Version      int
}
