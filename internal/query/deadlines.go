package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
)

// deadlines gives the due dates of the round's profile for one inspection, by
// code; a code whose base event has not happened yet has no date.
func (v *View) deadlines(i inspection.Inspection, round inspection.Round) map[workday.Code]workday.Due {
	events := map[workday.Base]workday.Date{workday.FeedbackMeeting: i.FeedbackOn, workday.ReportAccepted: i.ReportedOn}
	out := map[workday.Code]workday.Due{}
	for _, d := range round.Settings.Deadlines.Resolve(events, v.Calendar) {
		out[d.Rule.Code] = d
	}
	return out
}
