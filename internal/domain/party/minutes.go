package party

import (
	"slices"
	"time"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Approved reports whether the minutes are approved: from then on what they
// say stands, and only a correction beside it tells otherwise.
func (m Meeting) Approved() bool { return m.ApprovedOn != "" }

// Asks reports whether a person is asked to the meeting.
func (m Meeting) Asks(person string) bool {
	return person != "" && (m.ChairID == person || slices.Contains(m.Invited, person))
}

// Open gives the fault of changing approved minutes.
func (m Meeting) Open() error {
	if m.Approved() {
		return fault.New(fault.Conflict, "party.minutes.locked", string(m.ApprovedOn))
	}
	return nil
}

// Waiting reports whether the minutes wait to be approved.
func (m Meeting) Waiting() bool { return m.SubmittedOn != "" && !m.Approved() }

// CheckApproval tells why somebody's account cannot approve the minutes: they
// were not sent to be approved, are not ready, or he wrote them himself.
func (m Meeting) CheckApproval(account string, list []Attendance, today workday.Date) error {
	if err := m.CheckReady(list, today); err != nil {
		return err
	}
	switch {
	case !m.Waiting():
		return fault.New(fault.Conflict, "party.minutes.not-sent")
	case m.WrittenBy != "" && m.WrittenBy == account:
		return fault.New(fault.Denied, "party.minutes.own")
	}
	return nil
}

// CheckReady tells why the minutes cannot be approved yet: the meeting was not
// held, nobody wrote down who was there, or it decided without a quorum.
func (m Meeting) CheckReady(list []Attendance, today workday.Date) error {
	present, absent := 0, 0
	for _, a := range list {
		switch a.Presence {
		case Present:
			present++
		case Absent:
			absent++
		}
	}
	switch {
	case m.Approved():
		return m.Open()
	case !m.Held(today) || present == 0:
		return fault.New(fault.Conflict, "party.minutes.not-recorded")
	case m.Kind == PartyGroup && !Quorum(present, absent):
		return fault.New(fault.Conflict, "party.minutes.no-quorum", present, absent)
	}
	return nil
}

// Correction is a new entry beside approved minutes that says what in them is
// wrong (更正); the minutes themselves stay as they were approved.
type Correction struct {
	ID        string
	OrgID     string
	MeetingID string
	Seq       int
	Topic     int // number of the agenda item, from 1; 0 for the whole
	Text      string
	Reason    string
	By        string // account
	Name      string
	At        time.Time
}

// Check notes what is wrong with the correction of the meeting's minutes.
func (x Correction) Check(c *fault.Checks, m Meeting) {
	c.Text("correction", x.Text, fault.LongText)
	c.Text("reason", x.Reason, fault.ShortText)
	if x.Topic < 0 || x.Topic > len(m.Topics) {
		c.Add("topic", "field.unknown-choice")
	}
}
