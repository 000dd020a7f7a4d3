package party

import (
	"fmt"
	"slices"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Held reports whether the meeting has taken place: one announced for a later
// day is planned, and counts nowhere as held.
func (m Meeting) Held(today workday.Date) bool { return m.HeldOn != "" && m.HeldOn <= today }

// Chaired reports whether the meeting needs a chair of the organisation's own.
// A feedback meeting is held by the inspection team.
func (k MeetingKind) Chaired() bool { return k != FeedbackMeeting }

// Check notes what is wrong with the meeting on its own, under the names of
// its form fields: a meeting that is still to come has adopted nothing.
func (m Meeting) Check(c *fault.Checks, today workday.Date) {
	known(c, "kind", m.Kind, MeetingKinds())
	c.Text("name", m.Title, fault.ShortText)
	c.Max("place", m.Place, fault.ShortText)
	c.Max("document_number", m.DocumentNumber, fault.ShortText)
	workday.Need(c, "held_on", m.HeldOn)
	if m.Kind.Chaired() {
		c.Need("chair", m.ChairID)
	}
	if m.HeldOn.Valid() && !m.Held(today) && m.AdoptedReport {
		c.Add("adopted_report", "party.meeting.not-held")
	}
}

// CheckChange notes what may not change any more: the meeting that adopted a
// plan stays of its kind and on its day, since the approval rests on both.
func (m Meeting) CheckChange(c *fault.Checks, before Meeting) {
	if before.AdoptedPlan == "" {
		return
	}
	if m.HeldOn != before.HeldOn {
		c.Add("held_on", "party.meeting.adopted")
	}
	if m.Kind != before.Kind {
		c.Add("kind", "party.meeting.adopted")
	}
}

// CheckAttendance notes what is wrong with who was there: a person stands once,
// an absence has its reason, the chair is present, and nobody has attended a
// meeting that is still to come. Blank rows do not count.
func (m Meeting) CheckAttendance(c *fault.Checks, list []Attendance, today workday.Date) {
	if m.HeldOn.Valid() && !m.Held(today) {
		if slices.ContainsFunc(list, func(a Attendance) bool { return !a.Blank() }) {
			c.Add("attendance", "party.meeting.not-held")
		}
		return
	}
	seen := map[string]bool{}
	for i, a := range list {
		if a.Blank() {
			continue
		}
		row := func(part string) string { return fmt.Sprintf("attendance[%d].%s", i, part) }
		known(c, row("presence"), a.Presence, Presences())
		c.Max(row("absence"), a.Reason, fault.ShortText)
		switch {
		case seen[a.PersonID]:
			c.Add(row("person"), "party.meeting.twice")
		case a.Presence == Absent:
			c.Need(row("absence"), a.Reason)
		case a.Reason != "":
			c.Add(row("absence"), "party.meeting.reason-of-present")
		}
		if a.PersonID == m.ChairID && a.Presence != Present {
			c.Add(row("presence"), "party.meeting.chair-absent")
		}
		seen[a.PersonID] = true
	}
}

// WithChair gives the attendance of a meeting that was held with its chair in
// it: who chairs a meeting is there.
func (m Meeting) WithChair(list []Attendance, today workday.Date) []Attendance {
	if m.ChairID == "" || !m.Held(today) {
		return list
	}
	for _, a := range list {
		if a.PersonID == m.ChairID {
			return list
		}
	}
	return append([]Attendance{{PersonID: m.ChairID, Presence: Present}}, list...)
}

// CheckResolutions notes what is wrong with what was decided: a resolution has
// words, is due on or after the meeting, and done between it and today. Blank rows do not count.
func (m Meeting) CheckResolutions(c *fault.Checks, list []Resolution, today workday.Date) {
	if m.HeldOn.Valid() && !m.Held(today) {
		if slices.ContainsFunc(list, func(r Resolution) bool { return !r.Blank() }) {
			c.Add("resolutions", "party.meeting.not-held")
		}
		return
	}
	for i, r := range list {
		if r.Blank() {
			continue
		}
		row := func(part string) string { return fmt.Sprintf("resolutions[%d].%s", i, part) }
		c.Text(row("content"), r.Text, fault.LongText)
		notBefore(c, row("due"), r.Due, m.HeldOn, "party.before-meeting")
		if r.Topic < 0 || r.Topic > len(m.Topics) {
			c.Add(row("topic"), "party.meeting.no-topic", r.Topic)
		}
		m.CheckDone(c, row("done_on"), r.DoneOn, today)
	}
}

// CheckDone notes a day on which a resolution of the meeting cannot have been
// carried out: before the meeting, or after today.
func (m Meeting) CheckDone(c *fault.Checks, name string, done, today workday.Date) {
	notBefore(c, name, done, m.HeldOn, "party.before-meeting")
	notAfter(c, name, done, today)
}

// Quorum reports whether more than half of those who belong to the meeting
// were present, without whom a Party group decides nothing. Who sits in does
// not count.
func Quorum(present, absent int) bool { return 2*present > present+absent }
