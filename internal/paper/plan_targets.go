package paper

import (
	"fmt"
	"strconv"

	domain "bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
)

// targetWords count what the plan is to reach by when, and what is expected of it.
func targetWords() vocabulary {
	count := func(of func(tallied) (int, []query.Source)) func(*prose) {
		return about(func(p *prose, f query.PlanFacts) {
			n, refs := of(tally(f))
			p.say(refs, strconv.Itoa(n))
		})
	}
	some := func(of func(tallied) int) func(*prose) bool {
		return asked(func(f query.PlanFacts) bool { return of(tally(f)) > 0 })
	}
	return vocabulary{
		facts: map[string]func(*prose){
			"方案问题数":   count(func(t tallied) (int, []query.Source) { return t.all, t.problems }),
			"期内完成数":   count(func(t tallied) (int, []query.Source) { return t.within, t.problems }),
			"超期数":     count(func(t tallied) (int, []query.Source) { return t.beyond, t.late }),
			"方案长期坚持数": count(func(t tallied) (int, []query.Source) { return t.lasting, t.long }),
			"措施数":     count(func(t tallied) (int, []query.Source) { return t.measures, t.measured }),
			"共用措施数":   count(func(t tallied) (int, []query.Source) { return t.shared, t.sharing }),
			"集中整改期结束日": about(func(p *prose, f query.PlanFacts) {
				p.stated(dayOf(p, f.Dues[workday.PeriodEnd].Date), p.InspectionRefs, atFeedbackDay)
			}),
			"措施分类": about(func(p *prose, f query.PlanFacts) {
				t := tally(f)
				p.say(t.measured, kindsOfMeasures(query.MeasureFacts{ByKind: t.kinds}))
			}),
			"预期成效": about(func(p *prose, f query.PlanFacts) {
				t := tally(f)
				p.say(t.expecting, sums(t.results))
			}),
			"核对时限": about(func(p *prose, f query.PlanFacts) {
				if t := tally(f); t.open > 0 {
					p.say(nil, "，")
					p.lack(atAssigned, t.open, "个没有完成时限")
				}
			}),
			"核对整改措施": about(func(p *prose, f query.PlanFacts) {
				if tally(f).measures == 0 {
					p.gap(atMeasures)
				}
			}),
		},
		conditions: map[string]func(*prose) bool{
			"有集中整改期限":   asked(func(f query.PlanFacts) bool { return f.Dues[workday.PeriodEnd].Date != "" }),
			"有超期问题":     some(func(t tallied) int { return t.beyond }),
			"有方案长期坚持问题": some(func(t tallied) int { return t.lasting }),
			"有整改措施":     some(func(t tallied) int { return t.measures }),
			"有共用措施":     some(func(t tallied) int { return t.shared }),
			"有预期成效":     asked(func(f query.PlanFacts) bool { return sums(tally(f).results) != "" }),
		},
	}
}

// dayOf is day, empty for none.
func dayOf(p *prose, d workday.Date) string {
	if d == "" {
		return ""
	}
	return p.day(d)
}

// tallied is what the content adds up to, with the records behind each figure.
type tallied struct {
	all, within, beyond, lasting, open, measures, shared int
	kinds                                                map[work.MeasureKind]int
	results                                              map[work.ResultKind]int64
	problems, late, long, measured, sharing, expecting   []query.Source
}

func tally(f query.PlanFacts) tallied {
	t := tallied{kinds: map[work.MeasureKind]int{}, results: map[work.ResultKind]int64{}, problems: []query.Source{listRef(query.ListProblems, "all")},
		measured: []query.Source{listRef(query.ListMeasures, "all")}}
	end := f.Dues[workday.PeriodEnd].Date
	seen := map[string]bool{}
	for _, pr := range f.Content.Problems {
		t.problem(pr, end)
		for _, m := range pr.Measures {
			t.measures++
			t.kinds[m.Kind]++
			for _, r := range work.ReadResults(m.Expected) {
				t.results[r.Kind] += r.Amount
				t.expecting = append(t.expecting, "measure:"+m.ID)
			}
		}
		for _, s := range pr.Shared {
			if !seen[s.ID] {
				t.shared++
				t.sharing = append(t.sharing, "measure:"+s.ID)
			}
			seen[s.ID] = true
		}
	}
	t.expecting = refsOf(t.expecting)
	return t
}

func (t *tallied) problem(pr domain.Problem, end workday.Date) {
	t.all++
	ref := "problem:" + pr.ID
	switch d := pr.Duty; {
	case d.Deadline == "" && d.Term == "" && !d.LongTerm:
		t.open++
	case d.Deadline != "" && end != "" && d.Deadline > end:
		t.beyond++
		t.late = append(t.late, ref)
	default:
		t.within++
	}
	if pr.Duty.LongTerm {
		t.lasting++
		t.long = append(t.long, ref)
	}
}

// sums writes the expected results of the kinds that add up.
func sums(results map[work.ResultKind]int64) string {
	var parts []string
	if n := results[work.ResultMoney]; n > 0 {
		parts = append(parts, "涉及资金"+work.Money(n))
	}
	for _, k := range []struct {
		kind work.ResultKind
		word string
	}{{work.ResultPeople, "涉及人员%d人（次）"}, {work.ResultRegulations, "建立完善制度%d项"}, {work.ResultCases, "办理案件（事项）%d件"}} {
		if n := results[k.kind]; n > 0 {
			parts = append(parts, fmt.Sprintf(k.word, n))
		}
	}
	return joined(parts)
}
