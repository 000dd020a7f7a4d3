// Package closing holds the sign-off chain: application, decisions, return,
// reopening. Nobody passes a step on work that is his own.
package closing

import (
	"time"

	"bihuan/internal/domain/inspection"
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
	Chain     []inspection.ChainStep // of the round when it was made; it keeps to it
	Cycle     int                    // of the problem: see work.Problem
	Step      int                    // index into the chain; len(chain) when passed
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
	Agree    Outcome = "agree"
	Return   Outcome = "return"
	Object   Outcome = "object"    // an opinion against it: it goes on, and those after see it
	PassOver Outcome = "pass-over" // an optional step that was left out, with the reason
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
	Renewed       bool         // the return demands renewed rectification
	Until         workday.Date // by when it is to be rectified anew
	OldDeadline   workday.Date // of the problem, before that
	MeetingID     string       // for steps that a meeting decides
	By            string       // account
	PersonID      string
	Name          string
	Role          string
	At            time.Time
}
