// Package regulation holds regulations and their life (废改立).
package regulation

import (
	"strings"

	"bihuan/internal/domain/workday"
)

// Change is what is done to a regulation.
type Change string

// The changes.
const (
	Enact  Change = "enact"  // 立
	Revise Change = "revise" // 改
	Repeal Change = "repeal" // 废
)

// Changes lists the changes.
func Changes() []Change { return []Change{Enact, Revise, Repeal} }

// State of a regulation.
type State string

// The states.
const (
	Drafting State = "drafting" // 起草、修订中
	InForce  State = "in-force" // 已印发
	Repealed State = "repealed" // 已废止
)

// Regulation is one regulation of the organisation.
type Regulation struct {
	ID             string
	OrgID          string
	InspectionID   string
	Title          string // without 《》
	DocumentNumber string
	Change         Change
	State          State
	DepartmentID   string
	StartedOn      workday.Date
	IssuedOn       workday.Date
	RepealedOn     workday.Date
	Problems       []string // ids of the problems that it answers
	Causes         []string // codes of the causes that it answers
	MeetingID      string   // that adopted it
	InForceOn      workday.Date
	AppliedOn      workday.Date // it has been applied since
	Application    string       // how
	Proof          []string     // ids of evidence of that
	ReviewOn       workday.Date // when it is looked at again
	Note           string
	Version        int
}

// Unquoted takes the marks 《》 around a whole title away.
func Unquoted(title string) string {
	t := strings.TrimSpace(title)
	if body, ok := strings.CutPrefix(t, "《"); ok {
		if body, ok = strings.CutSuffix(body, "》"); ok && !strings.ContainsAny(body, "《》") {
			return strings.TrimSpace(body)
		}
	}
	return t
}

// Quoted is the title as papers name it.
func (r Regulation) Quoted() string {
	return "《" + strings.NewReplacer("《", "〈", "》", "〉").Replace(r.Title) + "》"
}
