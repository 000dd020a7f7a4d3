package work

import "time"

// CommentKind is what somebody says to a progress entry.
type CommentKind string

// The kinds.
const (
	Instruction CommentKind = "instruction" // 批示 of a leader
	HelpAnswer  CommentKind = "answer"      // of who must help, to the difficulty
)

// Comment is what a leader, or who must help, says to a progress entry. It is
// never edited.
type Comment struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	ProgressID   string
	Kind         CommentKind
	Text         string
	By           string // account
	Name         string
	At           time.Time
}

// WaitsForHelp reports whether the entry names somebody who must help and who
// has not answered; comments are those on the entry.
func (p Progress) WaitsForHelp(comments []Comment) bool {
	if p.HelpDeptID == "" && p.HelpPersonID == "" {
		return false
	}
	for _, c := range comments {
		if c.ProgressID == p.ID && c.Kind == HelpAnswer {
			return false
		}
	}
	return true
}
