package closing

import (
	"testing"
	"time"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// TestAProblemIsToldAsItStoodOnADay follows one problem through progress,
// sign-off, relapse and an extension.
func TestAProblemIsToldAsItStoodOnADay(t *testing.T) {
	at := func(day workday.Date) time.Time { return day.Time(workday.Zone).Add(10 * time.Hour) }
	past := Past{
		Measures: []work.Measure{{ID: "m1", Verdict: work.UnderWay}, {ID: "m2", Verdict: work.Done}},
		Progress: []work.Progress{
			{MeasureID: "m1", On: "2026-02-01", Verdict: work.UnderWay},
			{MeasureID: "m1", On: "2026-03-01", Verdict: work.Done},
			{MeasureID: "m2", On: "2026-03-02", Verdict: work.Done},
			{MeasureID: "m1", On: "2026-06-20", Verdict: work.UnderWay},
		},
		Applications: []Application{{State: Passed, EndedOn: "2026-04-01"}, {State: Returned, EndedOn: "2026-03-20"}},
		Reopenings:   []Reopening{{At: at("2026-06-10")}},
		Extensions: []work.Extension{{State: work.ExtensionAgreed, OldDate: "2026-05-31", NewDate: "2026-08-31", DecidedAt: at("2026-06-15")},
			{State: work.ExtensionRefused, OldDate: "2026-08-31", DecidedAt: at("2026-06-25")}},
	}
	now := work.Problem{Verdict: work.UnderWay, ReopenedOn: "2026-06-10", Deadline: "2026-08-31", LongTerm: true}
	for _, c := range []struct {
		day      workday.Date
		verdict  work.Verdict
		closed   workday.Date
		deadline workday.Date
	}{
		{"2026-01-31", work.NotStarted, "", "2026-05-31"},
		{"2026-02-10", work.UnderWay, "", "2026-05-31"},
		{"2026-03-10", work.Done, "", "2026-05-31"},
		{"2026-05-01", work.Done, "2026-04-01", "2026-05-31"},
		{"2026-06-10", work.UnderWay, "", "2026-05-31"},
		{"2026-06-20", work.UnderWay, "", "2026-08-31"},
		{"2026-07-01", work.UnderWay, "", "2026-08-31"},
	} {
		got := AsOf(now, past, c.day)
		if got.Verdict != c.verdict || got.ClosedOn != c.closed || got.Deadline != c.deadline || !got.LongTerm {
			t.Errorf("%s: %s, closed %q, due %s", c.day, got.Verdict, got.ClosedOn, got.Deadline)
		}
	}
}
