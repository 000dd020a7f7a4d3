package inspection

import "bihuan/internal/domain/workday"

// Dues gives the deadlines of the profile for one inspection, by code; a code
// whose base event has not happened yet has no date.
func (s Settings) Dues(i Inspection, c *workday.Calendar) map[workday.Code]workday.Due {
	events := map[workday.Base]workday.Date{workday.FeedbackMeeting: i.FeedbackOn, workday.ReportAccepted: i.ReportedOn}
	out := map[workday.Code]workday.Due{}
	for _, d := range s.Deadlines.Resolve(events, c) {
		out[d.Rule.Code] = d
	}
	return out
}
