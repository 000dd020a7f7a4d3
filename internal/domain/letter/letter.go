// Package letter holds the letters by which rectification is pressed for: from
// the inspection office to an organisation, or from a rectification office to
// one of its departments. A letter is drafted by one and approved by another,
// issued under a number and frozen, received and answered.
package letter

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// State is how far a letter is.
type State string

// The states.
const (
	Draft    State = "draft"
	Proposed State = "proposed" // waits for the approval of another
	Approved State = "approved" // waits for its number
	Issued   State = "issued"
	Received State = "received"
	Replied  State = "replied"
	Settled  State = "settled" // the answer was accepted
	Dropped  State = "dropped" // given up before it was issued
)

// States lists the states in order.
func States() []State {
	return []State{Draft, Proposed, Approved, Issued, Received, Replied, Settled, Dropped}
}

// Letter is one letter. It addresses an organisation or a department, never a
// person.
type Letter struct {
	ID           string
	OrgID        string // the organisation that it is about
	InspectionID string
	RoundID      string
	DepartmentID string // of a letter inside the organisation; empty otherwise
	IssuerID     string // organisation that sends it
	Kind         string // code of the ladder's step
	KindName     string // its name then
	Title        string
	Addressee    string
	Basis        string
	Demand       string
	DueOn        workday.Date // answer
	MeetOn       workday.Date // of an interview
	MeetPlace    string
	State        State
	DraftedBy    string // account
	DraftedName  string
	DraftedAt    time.Time
	ContentHash  string // of what was approved
	ApprovedBy   string
	ApprovedName string
	ApprovedAt   time.Time
	Opinion      string // of the one who approved or gave it back
	Number       string
	IssuedOn     workday.Date
	IssuedName   string
	FileName     string
	FileHash     string // SHA-256 of the frozen paper, hex
	FileSize     int64
	ReceivedOn   workday.Date
	ReceivedBy   string
	Receiver     string
	Reply        string
	Proof        []string // evidence that the reply names
	RepliedOn    workday.Date
	RepliedBy    string
	RepliedName  string
	Outcome      string // what was said to the reply, or why the letter was dropped
	SettledOn    workday.Date
	SettledName  string
	Version      int
}

// Item is a problem as the letter names it.
type Item struct {
	ID        string
	OrgID     string
	LetterID  string
	Seq       int
	ProblemID string
	Number    string
	Title     string
	Deadline  workday.Date
}

// File is the paper of a letter as it was put away.
type File struct {
	Name string
	Hash string // SHA-256, hex
	Size int64
}

// Outer reports whether the letter comes from the inspection office.
func (l Letter) Outer() bool { return l.DepartmentID == "" }

// Sent reports whether the letter left its issuer.
func (l Letter) Sent() bool {
	return l.State == Issued || l.State == Received || l.State == Replied || l.State == Settled
}

// Sends reports whether the actor belongs to those who send the letter.
func (l Letter) Sends(a org.Actor) bool {
	return slices.ContainsFunc(a.Grants, func(g org.Grant) bool {
		if l.Outer() {
			return g.Role == org.RoleOffice
		}
		return g.Role.Inside() && g.OrgID == l.OrgID
	})
}

// Shown reports whether the actor may know of the letter, where he may see the
// letters of the organisation: a draft is its sender's, and a letter inside an
// organisation stays there.
func (l Letter) Shown(a org.Actor) bool { return l.Sends(a) || l.Outer() && l.Sent() }

// Takes reports whether the actor receives and answers for the addressee.
func (l Letter) Takes(a org.Actor) bool {
	return slices.ContainsFunc(a.Grants, func(g org.Grant) bool {
		if l.Outer() {
			return g.OrgID == l.OrgID && (g.Role == org.RoleClerk || g.Role == org.RoleHead)
		}
		return g.Role == org.RoleDeptHead && g.DepartmentID == l.DepartmentID
	})
}

// ReplyLate reports whether the answer is overdue.
func (l Letter) ReplyLate(today workday.Date) bool {
	return (l.State == Issued || l.State == Received) && l.DueOn.Before(today)
}

// Hash binds an approval to what the letter says.
func (l Letter) Hash(items []Item) (string, error) {
	type item struct{ Problem, Number, Title, Deadline string }
	body := struct {
		Kind, Title, Addressee, Basis, Demand, Due, Meet, Place string
		Items                                                   []item
	}{l.KindName, l.Title, l.Addressee, l.Basis, l.Demand, string(l.DueOn), string(l.MeetOn), l.MeetPlace, nil}
	for _, i := range items {
		body.Items = append(body.Items, item{i.ProblemID, i.Number, i.Title, string(i.Deadline)})
	}
	text, err := json.Marshal(body)
	if err != nil {
		return "", fmt.Errorf("hash letter: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// Need refuses an act that the letter's state does not allow.
func (l Letter) Need(states ...State) error {
	if slices.Contains(states, l.State) {
		return nil
	}
	return fault.New(fault.Conflict, "letter.state", fault.Word("letter.state."+string(l.State)))
}

// CheckApprover says why the actor cannot approve: it is his own draft.
func (l Letter) CheckApprover(a org.Actor) error {
	if a.Is(l.DraftedBy) {
		return fault.New(fault.Denied, "letter.own-draft")
	}
	return nil
}
