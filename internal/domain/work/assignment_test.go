package work_test

import (
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func ptr[T any](v T) *T { return &v }

func TestAssignmentChangesOnlyWhatItNames(t *testing.T) {
	was := work.Problem{LeaderID: "l1", LeadDeptID: "d1", AssistDepts: []string{"d2", "d3"}, OwnerID: "o1",
		Deadline: "2026-06-30", FirstDeadline: "2026-06-30", Goal: "目标"}
	for name, c := range map[string]struct {
		give work.Assignment
		want func(*work.Problem)
	}{
		"nothing": {work.Assignment{}, func(*work.Problem) {}},
		"leader":  {work.Assignment{LeaderID: ptr("l2")}, func(p *work.Problem) { p.LeaderID = "l2" }},
		"a lead department no longer assists": {work.Assignment{LeadDeptID: ptr("d3")},
			func(p *work.Problem) { p.LeadDeptID, p.AssistDepts = "d3", []string{"d2"} }},
		"deadline": {work.Assignment{Deadline: &workday.Deadline{Date: "2026-08-31", Term: "2026年8月底前并长期坚持", LongTerm: true}},
			func(p *work.Problem) {
				p.Deadline, p.FirstDeadline, p.Term, p.LongTerm = "2026-08-31", "2026-08-31", "2026年8月底前并长期坚持", true
			}},
		"nobody": {work.Assignment{OwnerID: ptr("")}, func(p *work.Problem) { p.OwnerID = "" }},
	} {
		want := was
		c.want(&want)
		if diff := cmp.Diff(want, c.give.Problem(was)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAnExtendedDeadlineKeepsItsFirstDay(t *testing.T) {
	was := work.Measure{Deadline: "2026-09-30", FirstDeadline: "2026-06-30"}
	same := work.Assignment{Deadline: &workday.Deadline{Date: "2026-09-30"}}.Measure(was)
	if same.FirstDeadline != "2026-06-30" {
		t.Errorf("the first deadline became %s", same.FirstDeadline)
	}
}

func TestFixedDeadlines(t *testing.T) {
	for _, c := range []struct {
		was, first, now workday.Date
		issued, want    bool
	}{
		{"", "", "2026-06-30", true, false},                        // a first deadline may always be set
		{"2026-06-30", "2026-06-30", "2026-06-30", true, false},    // unchanged
		{"2026-06-30", "2026-06-30", "2026-07-31", false, false},   // the plan is not issued yet
		{"2026-06-30", "2026-06-30", "2026-07-31", true, true},     // issued
		{"2026-07-31", "2026-06-30", "2026-08-31", false, true},    // extended once
		{"2026-06-30", "2026-06-30", workday.Date(""), true, true}, // issued: not taken away either
	} {
		if got := work.Fixed(c.was, c.first, c.now, c.issued); got != c.want {
			t.Errorf("Fixed(%q, %q, %q, %v) = %v", c.was, c.first, c.now, c.issued, got)
		}
	}
}

func TestSpanNamesWhichSideADeadlineLiesOn(t *testing.T) {
	span := work.Span{From: "2026-03-02", Until: "2026-09-02"}
	for d, want := range map[workday.Date]work.Breach{
		"2026-03-01": work.TooEarly, "2026-03-02": "", "2026-09-02": "", "2026-09-03": work.TooLate, "": "",
	} {
		if got := span.Breach(d); got != want {
			t.Errorf("%q: %q, want %q", d, got, want)
		}
	}
	if got := (work.Span{From: "2026-03-02"}).Breach("2030-01-01"); got != "" {
		t.Errorf("without an end: %q", got)
	}
}

func TestMissingAndPresentKindsAreAllKinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		has := map[work.MeasureKind]bool{}
		for _, k := range rapid.SliceOf(rapid.SampledFrom(work.MeasureKinds())).Draw(t, "kinds") {
			has[k] = true
		}
		missing := work.Missing(has)
		for _, k := range missing {
			if has[k] {
				t.Fatalf("%s is there and missing", k)
			}
		}
		if len(missing)+len(has) != len(work.MeasureKinds()) {
			t.Fatalf("%v and %v", missing, has)
		}
	})
}
