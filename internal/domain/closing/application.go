// Package closing holds the sign-off chain: application, decisions, return,
// reopening. Nobody passes a step on work that is his own.
package closing

import (
	"time"

	"bihuan/internal/domain/workday"
)

// State of an application.
type State string

// The states.
const (
	Open      State = "open"
	Returned  State = "returned"
	Passed    State = "passed"
	Withdrawn State = "withdrawn"
)

// Application asks for the sign-off of one problem (销号申请).
type Application struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	Round        int    // 1 for the first, 2 after a return or a reopening
	Statement    string // what was done, against the criteria
	// Hash binds the application to the measures, progress and evidence that it
	// was made on; a later change shows.
	Hash      string
	Step      int // index into the chain of the round; len(chain) when passed
	State     State
	AppliedBy string // account
	Applicant string
	AppliedAt time.Time
	EndedOn   workday.Date
	Version   int
}

// Outcome of a decision.
type Outcome string

// The outcomes.
const (
	Agree  Outcome = "agree"
	Return Outcome = "return"
)

// Decision is one step of the chain, taken by somebody.
type Decision struct {
	ID            string
	OrgID         string
	ApplicationID string
	Step          string // code of the chain step
	Seq           int
	Outcome       Outcome
	Reason        string
	Renewed       bool   // the return demands renewed rectification
	MeetingID     string // for steps that a meeting decides
	By            string // account
	PersonID      string
	Name          string
	Role          string
	At            time.Time
}

// ReopenKind is why a closed problem is opened again.
type ReopenKind string

// The kinds.
const (
	Relapse  ReopenKind = "relapse"   // 反弹
	LookBack ReopenKind = "look-back" // 回头看发现
	Mistake  ReopenKind = "mistake"   // 销号有误
)

// Reopening is the explicit act that opens a closed problem again.
type Reopening struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	Kind         ReopenKind
	Reason       string
	By           string
	Name         string
	At           time.Time
}
