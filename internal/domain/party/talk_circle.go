package party

import (
	"slices"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// TalkState says how far the record of a talk is confirmed.
type TalkState string

// The states of a talk's record.
const (
	TalkRecorded  TalkState = "recorded"  // by neither side
	TalkHalf      TalkState = "half"      // by one of them
	TalkConfirmed TalkState = "confirmed" // by both
)

// State tells how far the record is confirmed.
func (t Talk) State() TalkState {
	switch {
	case t.FromConfirmedOn != "" && t.ToConfirmedOn != "":
		return TalkConfirmed
	case t.FromConfirmedOn != "" || t.ToConfirmedOn != "":
		return TalkHalf
	}
	return TalkRecorded
}

// Readers are the people who may know what was said: the two, and those named.
func (t Talk) Readers() []string { return append([]string{t.FromID, t.ToID}, t.Circle...) }

// Recorded is the talk as somebody records it: who writes down what was said
// knows it and is named. What either side confirmed before holds no longer,
// but recording his own talk is his confirmation; by is empty for somebody who
// acts in another's name, who confirms nothing.
func (t Talk) Recorded(by string, itself bool, today workday.Date) Talk {
	t.Circle = slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(t.Circle))),
		func(id string) bool { return id == "" || id == t.FromID || id == t.ToID })
	if t.Topics != "" && by != "" && !slices.Contains(t.Readers(), by) {
		t.Circle = append(t.Circle, by)
	}
	t.FromConfirmedOn, t.ToConfirmedOn = "", ""
	if !itself {
		return t
	}
	switch by {
	case t.FromID:
		t.FromConfirmedOn = today
	case t.ToID:
		t.ToConfirmedOn = today
	}
	return t
}

// Awaits reports whether the person has still to confirm the record.
func (t Talk) Awaits(person string) bool {
	return person != "" && (person == t.FromID && t.FromConfirmedOn == "" || person == t.ToID && t.ToConfirmedOn == "")
}

// Confirm is the talk after one side confirmed it. Who was not part of the
// talk confirms nothing, and nobody does twice.
func (t Talk) Confirm(person string, today workday.Date) (Talk, error) {
	switch {
	case person == "" || person != t.FromID && person != t.ToID:
		return t, fault.New(fault.Denied, "party.talk.not-a-side")
	case !t.Awaits(person):
		return t, fault.New(fault.Conflict, "party.talk.confirmed")
	case person == t.FromID:
		t.FromConfirmedOn = today
	default:
		t.ToConfirmedOn = today
	}
	return t, nil
}
