package plan_test

import (
	"testing"

	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
)

// whole is a problem that lacks nothing.
func whole() plan.Problem {
	duty := plan.Duty{Leader: plan.Ref{ID: "l"}, Lead: plan.Ref{ID: "d"}, Owner: plan.Ref{ID: "o"}, Deadline: "2026-06-30"}
	measure := func(k work.MeasureKind) plan.Measure {
		return plan.Measure{ID: string(k), Kind: k, Text: "x", Duty: duty}
	}
	return plan.Problem{ID: "p", Number: "1", Category: "duty", Cause: "c", Goal: "g", Criteria: "k", Duty: duty,
		Measures: []plan.Measure{measure(work.Direct), measure(work.Similar), measure(work.LongTerm)}}
}

func TestTheCheckFindsEachLackAndNothingElse(t *testing.T) {
	span := work.Span{From: "2026-03-02", Until: "2026-09-02"}
	for name, c := range map[string]struct {
		change func(*plan.Problem)
		want   []plan.Lack
	}{
		"whole":        {func(*plan.Problem) {}, nil},
		"no deadline":  {func(p *plan.Problem) { p.Duty.Deadline = "" }, []plan.Lack{plan.LackDeadline}},
		"a term only":  {func(p *plan.Problem) { p.Duty.Deadline, p.Duty.Term = "", "立行立改" }, nil},
		"long term":    {func(p *plan.Problem) { p.Duty.Deadline, p.Duty.LongTerm = "", true }, nil},
		"early":        {func(p *plan.Problem) { p.Duty.Deadline = "2026-01-01" }, []plan.Lack{plan.LackEarly}},
		"late":         {func(p *plan.Problem) { p.Duty.Deadline = "2026-12-31" }, []plan.Lack{plan.LackLate}},
		"late, reason": {func(p *plan.Problem) { p.Duty.Deadline, p.Duty.Reason = "2026-12-31", "须待决算" }, nil},
		"measure late": {func(p *plan.Problem) { p.Measures[0].Duty.Deadline = "2026-12-31" }, []plan.Lack{plan.LackLate}},
		"shared late": {func(p *plan.Problem) {
			p.Duty.Deadline, p.Duty.Reason, p.Measures[0].Duty.Deadline = "2026-12-31", "r", "2026-12-31"
		}, nil},
		"no leader":   {func(p *plan.Problem) { p.Duty.Leader.ID = "" }, []plan.Lack{plan.LackLeader}},
		"no goal":     {func(p *plan.Problem) { p.Goal = "" }, []plan.Lack{plan.LackGoal}},
		"no criteria": {func(p *plan.Problem) { p.Criteria = "" }, []plan.Lack{plan.LackCriteria}},
		"unsorted":    {func(p *plan.Problem) { p.Category = "" }, []plan.Lack{plan.LackCategory}},
		"no similar":  {func(p *plan.Problem) { p.Measures = p.Measures[:1] }, []plan.Lack{plan.LackSimilar, plan.LackLongTerm}},
		"shared closes": {func(p *plan.Problem) {
			p.Measures = p.Measures[:2]
			p.Shared = []plan.Shared{{ID: "m", Kind: work.LongTerm}}
		}, nil},
		"no measure": {func(p *plan.Problem) { p.Measures = nil }, []plan.Lack{plan.LackMeasure}},
		"no part":    {func(p *plan.Problem) { p.Duty.Assist = []plan.Ref{{ID: "a"}} }, []plan.Lack{plan.LackPart}},
		"a part": {func(p *plan.Problem) {
			p.Duty.Assist = []plan.Ref{{ID: "a"}}
			p.Parts = []plan.Part{{Department: plan.Ref{ID: "a"}}}
		}, nil},
	} {
		p := whole()
		c.change(&p)
		var got []plan.Lack
		for _, m := range (plan.Content{Problems: []plan.Problem{p}}).Check(span) {
			got = append(got, m.Lack)
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", name, got, c.want)
			}
		}
	}
}

func TestWhatStopsAPlanIsTheRoundsToSay(t *testing.T) {
	missing := []plan.Missing{{Lack: plan.LackDeadline}, {Lack: plan.LackGoal}}
	for n, c := range []struct {
		codes []string
		want  int
	}{{nil, 1}, {[]string{}, 0}, {[]string{"goal"}, 1}, {[]string{"goal", "deadline"}, 2}} {
		if got := len(plan.Blocking(missing, plan.Blocks(c.codes))); got != c.want {
			t.Errorf("%d: %d stop it, want %d", n, got, c.want)
		}
	}
}
