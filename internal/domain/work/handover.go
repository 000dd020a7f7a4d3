package work

import (
	"slices"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// HandOverKind says who changes: a leader, a department, or an officer.
type HandOverKind string

// The kinds.
const (
	OfLeader     HandOverKind = "leader"
	OfDepartment HandOverKind = "department"
	OfOfficer    HandOverKind = "officer"
	OfHead       HandOverKind = "head" // of a department, which goes on answering
)

// HandOverKinds lists the kinds in order.
func HandOverKinds() []HandOverKind { return []HandOverKind{OfLeader, OfHead, OfOfficer, OfDepartment} }

// HandOverState is how far a hand-over is.
type HandOverState string

// The states.
const (
	HandOverOpen      HandOverState = "open"      // waits for confirmations
	HandOverDone      HandOverState = "done"      // responsibility has moved
	HandOverWithdrawn HandOverState = "withdrawn" // given up before it moved
)

// Duty is what somebody answers as.
type Duty string

// The duties.
const (
	DutyLeader Duty = "leader" // responsible leader
	DutyLead   Duty = "lead"   // lead department
	DutyOwner  Duty = "owner"  // responsible person
	DutyHead   Duty = "head"   // head of the lead department
)

// Duty is what changes with the kind.
func (k HandOverKind) Duty() Duty {
	switch k {
	case OfLeader:
		return DutyLeader
	case OfDepartment:
		return DutyLead
	case OfHead:
		return DutyHead
	}
	return DutyOwner
}

// HandOver is the passing on of what a person or a department answers for (交接).
type HandOver struct {
	ID           string
	OrgID        string
	InspectionID string
	Kind         HandOverKind
	FromID       string // person or department
	FromName     string
	On           workday.Date // the day from which the successors answer
	Reason       string
	SupervisorID string // who watches over it (监交人); may be empty
	State        HandOverState
	By           string // account
	Name         string
	At           time.Time
	DoneOn       workday.Date
	Version      int
}

// HandOverItem is one thing that is handed on.
type HandOverItem struct {
	ID         string
	OrgID      string
	HandOverID string
	Seq        int
	Kind       string // noun: problem, measure, criticism, resolution
	RecordID   string
	Duty       Duty
	Label      string // its number and wording at the time
	ToID       string
	ToName     string
}

// Confirmation is one side's yes to a hand-over.
type Confirmation struct {
	ID         string
	OrgID      string
	HandOverID string
	HolderID   string // person or department that confirms
	Gives      bool   // the giver; otherwise a successor
	On         workday.Date
	By         string // account
	Name       string
	Note       string
	At         time.Time
}

// Tenure is who answered for something from when until when. Until is empty
// for who answers now.
type Tenure struct {
	ID           string
	OrgID        string
	InspectionID string
	Kind         string
	RecordID     string
	Duty         Duty
	HolderID     string
	From         workday.Date // empty: from the beginning
	Until        workday.Date // last day
	HandOverID   string
}

// HolderOn gives who answered on a day, where the record names current now and
// tenures are all of one record and duty.
func HolderOn(tenures []Tenure, current string, day workday.Date) string {
	for _, t := range tenures {
		if (t.From == "" || t.From <= day) && (t.Until == "" || day <= t.Until) {
			return t.HolderID
		}
	}
	return current
}

// Takers lists the successors of a hand-over, each once.
func Takers(items []HandOverItem) []string {
	var out []string
	for _, i := range items {
		if !slices.Contains(out, i.ToID) {
			out = append(out, i.ToID)
		}
	}
	return out
}

// Awaited lists who has not confirmed: the giver, as true, and successors.
func (h HandOver) Awaited(items []HandOverItem, done []Confirmation) (giver bool, takers []string) {
	giver = !slices.ContainsFunc(done, func(c Confirmation) bool { return c.Gives })
	for _, id := range Takers(items) {
		if !slices.ContainsFunc(done, func(c Confirmation) bool { return !c.Gives && c.HolderID == id }) {
			takers = append(takers, id)
		}
	}
	return giver, takers
}

// MayConfirm says why a confirmation is not possible on a day. The giver may
// confirm before the day of the hand-over; who takes over, from that day on.
func (h HandOver) MayConfirm(giver bool, today workday.Date) error {
	switch {
	case h.State != HandOverOpen:
		return fault.New(fault.Conflict, "handover.ended")
	case !giver && today < h.On:
		return fault.New(fault.Conflict, "handover.early", h.On)
	}
	return nil
}

// Sides lists the confirmations that the actor can still give: as the giver or
// as one successor, never as both sides of one hand-over.
func Sides(a org.Actor, h HandOver, items []HandOverItem, done []Confirmation) []Confirmation {
	holds := func(id string) bool {
		if h.Kind == OfDepartment {
			return slices.Contains(a.Departments(org.RoleDeptHead), id)
		}
		return id != "" && a.PersonID == id
	}
	before := slices.ContainsFunc(done, func(c Confirmation) bool { return a.Is(c.By) })
	if before {
		return nil
	}
	giver, takers := h.Awaited(items, done)
	if giver && holds(h.FromID) {
		return []Confirmation{{HolderID: h.FromID, Gives: true}}
	}
	for _, id := range takers {
		if holds(id) {
			return []Confirmation{{HolderID: id}}
		}
	}
	return nil
}

// MayMove reports whether everything can pass on: everybody has confirmed and
// the day has come.
func (h HandOver) MayMove(items []HandOverItem, done []Confirmation, today workday.Date) bool {
	giver, takers := h.Awaited(items, done)
	return !giver && len(takers) == 0 && today >= h.On
}
