package party

import (
	"slices"

	"bihuan/internal/domain/workday"
)

// Day is the day whose posts count for the meeting: its own, before it is
// fixed that of the caller.
func (m LifeMeeting) Day(today workday.Date) workday.Date {
	if m.HeldOn == "" {
		return today
	}
	return m.HeldOn
}

// Readers are the people who may know what is said for and at the meeting. Of
// a democratic life meeting they are the leading body, of a branch's the host;
// in both cases those who are named besides.
func (m LifeMeeting) Readers(leaders []string) []string {
	if m.Kind == OrganisationalLife {
		leaders = []string{m.HostID}
	}
	return slices.Concat(leaders, m.Circle)
}

// Naming is the meeting with the person in its circle.
func (m LifeMeeting) Naming(person string) LifeMeeting {
	if person != "" && !slices.Contains(m.Circle, person) {
		m.Circle = append(slices.Clone(m.Circle), person)
	}
	return m
}
