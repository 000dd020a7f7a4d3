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

// TestAReopeningMovesNothingThatWasReportedBefore tells a problem on every day
// before it was reopened, before and after the reopening with its new measures
// and deadline.
func TestAReopeningMovesNothingThatWasReportedBefore(t *testing.T) {
	at := func(day workday.Date) time.Time { return day.Time(workday.Zone).Add(10 * time.Hour) }
	before := Past{Measures: []work.Measure{{ID: "m1", Verdict: work.Done}},
		Progress:     []work.Progress{{MeasureID: "m1", On: "2026-02-01", Verdict: work.UnderWay}, {MeasureID: "m1", On: "2026-03-01", Verdict: work.Done}},
		Applications: []Application{{State: Passed, EndedOn: "2026-04-01"}},
		Returns:      []Decision{{At: at("2026-03-10"), Until: "2026-04-30", OldDeadline: "2026-03-31"}}}
	closed := work.Problem{Verdict: work.Done, ClosedOn: "2026-04-01", Deadline: "2026-04-30"}
	after := before
	after.Measures = append(after.Measures[:1:1], work.Measure{ID: "m2", Verdict: work.NotStarted, Cycle: 1})
	after.Progress = append(after.Progress[:2:2], work.Progress{MeasureID: "m2", On: "2026-06-20", Verdict: work.UnderWay, Cycle: 1})
	after.Reopenings = []Reopening{{At: at("2026-06-10"), Cycle: 1, Deadline: "2026-09-30", OldDeadline: "2026-04-30"}}
	open := work.Problem{Verdict: work.UnderWay, ReopenedOn: "2026-06-10", Deadline: "2026-09-30", Cycle: 1}
	for day := workday.Date("2026-01-15"); day < "2026-06-10"; day = day.AddDays(1) {
		was, is := AsOf(closed, before, day), AsOf(open, after, day)
		if was.Verdict != is.Verdict || was.ClosedOn != is.ClosedOn || was.Deadline != is.Deadline {
			t.Fatalf("%s: it was %s, closed %q, due %s; now it is told as %s, closed %q, due %s", day,
				was.Verdict, was.ClosedOn, was.Deadline, is.Verdict, is.ClosedOn, is.Deadline)
		}
	}
	if is := AsOf(open, after, "2026-06-15"); is.Verdict != work.UnderWay || is.Deadline != "2026-09-30" {
		t.Errorf("after the reopening: %+v", is)
	}
	open.Term = "2026年9月30日前"
	if is := AsOf(open, after, "2026-06-01"); is.Term != "2026年4月30日前" {
		t.Errorf("before the reopening the term reads %s", is.Term)
	}
	if is := AsOf(closed, before, "2026-03-05"); is.Deadline != "2026-03-31" {
		t.Errorf("before the return it was due %s", is.Deadline)
	}
}
