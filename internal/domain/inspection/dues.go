package inspection

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"bihuan/internal/domain/workday"
)

// Dues gives the deadlines of the profile for one inspection, by code; a code
// whose base event has not happened yet has no date.
func (s Settings) Dues(i Inspection, c *workday.Calendar) map[workday.Code]workday.Due {
	out := map[workday.Code]workday.Due{}
	for _, d := range s.resolve(i, c) {
		out[d.Rule.Code] = d
	}
	return out
}

func (s Settings) resolve(i Inspection, c *workday.Calendar) []workday.Due {
	return s.Deadlines.Resolve(i.Events(), c)
}

// Events are the days from which deadlines count, as far as they have come. A
// deadline that is met is such an event: what counts from it counts from that
// day then, and no longer from the day on which it was due. The notice of an
// immediate matter is an event of that matter, which bears its own day.
func (i Inspection) Events() map[workday.Base]workday.Date {
	return map[workday.Base]workday.Date{
		workday.FeedbackMeeting: i.FeedbackOn, workday.InspectionEnd: i.LeftOn, workday.IssueDay: i.PlanIssuedOn,
		workday.ReportAccepted: i.AcceptedOn, workday.Base(workday.Plan): i.PlanSharedOn,
		workday.Base(workday.LifeMeeting): i.LifeMeetingOn, workday.Base(workday.Reports): i.ReportedOn,
		workday.Base(workday.Publish): i.PublishedOn, workday.Base(workday.Evaluate): i.EvaluatedOn,
	}
}

// Shift is what a change does to the deadlines of one inspection.
type Shift struct {
	InspectionID string
	OrgID        string
	Moves        []workday.Move
}

// Moved counts the deadlines whose day changes.
func (s Shift) Moved() int {
	n := 0
	for _, m := range s.Moves {
		if m.Moved() {
			n++
		}
	}
	return n
}

// Ground is what deadlines come from: the round's settings, the inspection's
// events and the calendar.
type Ground struct {
	Settings   Settings
	Inspection Inspection
	Calendar   *workday.Calendar
}

// ShiftTo gives how the deadlines of an inspection move from one ground to
// another.
func (g Ground) ShiftTo(to Ground) Shift {
	return Shift{InspectionID: g.Inspection.ID, OrgID: g.Inspection.OrgID,
		Moves: workday.Moves(g.Settings.resolve(g.Inspection, g.Calendar), to.Settings.resolve(to.Inspection, to.Calendar))}
}

// Unseen is the fault of confirming a change of deadlines that was not
// previewed, or not as it stands now.
const Unseen = "deadlines.unseen"

// Mark is the hash of shifts: a preview and its confirmation carry it, so that
// nothing is confirmed that was not seen.
func Mark(shifts []Shift, settings ...any) (string, error) {
	text, err := json.Marshal([]any{shifts, settings})
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16]), err
}
