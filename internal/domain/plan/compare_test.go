package plan_test

import (
	"testing"

	"bihuan/internal/domain/plan"
)

func TestChangesAreCountedAndNarrowed(t *testing.T) {
	from, to := content(), content()
	to.Title = "方案"
	to.Problems[0].Goal, to.Problems[0].Cause = "齐全率 100%", "重业务轻管理"
	to.Problems[1].Duty.Lead = plan.Ref{ID: "d2", Name: "财务科"}
	to.Problems = append(to.Problems, plan.Problem{ID: "p3", Number: "1.3", Title: "新", Goal: "新"})
	all := plan.Diff(from, to)
	got := plan.Count(all)
	if got.Problems != 3 || got.Added != 1 || got.Removed != 0 || got.Fields["goal"] != 2 || got.Fields["title"] != 1 || got.Total() != 5 {
		t.Errorf("counted %+v, %d fields", got, got.Total())
	}
	if back := plan.Count(plan.Diff(to, from)); back.Removed != 1 {
		t.Errorf("the other way round %+v", back)
	}
	for _, c := range []struct {
		by   plan.Narrow
		want int // problems
	}{
		{plan.Narrow{}, 3}, {plan.Narrow{Field: "goal"}, 2}, {plan.Narrow{Field: "steps"}, 0},
		{plan.Narrow{Dept: "d2"}, 1}, {plan.Narrow{Dept: "d1"}, 2}, {plan.Narrow{Dept: "d1", Field: "goal"}, 1},
	} {
		if got := plan.Count(c.by.Of(all)).Problems; got != c.want {
			t.Errorf("%+v leaves %d problems, want %d", c.by, got, c.want)
		}
	}
}

// TestEveryFieldOfADifferenceIsListed holds the list of fields against what a
// difference in everything names.
func TestEveryFieldOfADifferenceIsListed(t *testing.T) {
	from, to := content(), content()
	other := plan.Duty{Leader: plan.Ref{ID: "l2", Name: "吴清"}, Lead: plan.Ref{ID: "d2", Name: "财务科"}, Assist: []plan.Ref{{ID: "d1", Name: "人教科"}},
		Owner: plan.Ref{ID: "o2", Name: "郑"}, Term: "长期坚持", Reason: "须待决算"}
	m := &to.Problems[0].Measures
	*m = []plan.Measure{(*m)[1], {ID: "m1", Kind: "long-term", Text: "补齐全部台账", Expected: "1 项", Duty: other}}
	to.Title = "方案"
	to.Problems[0] = plan.Problem{ID: "p1", Category: "duty", Cause: "因", Goal: "目标", Criteria: "标准", Duty: other, Measures: *m,
		Shared: []plan.Shared{{ID: "m9", Text: "通报", Number: "1.2"}}, Parts: []plan.Part{{Department: plan.Ref{ID: "d1", Name: "人教科"}, Text: "核对"}}}
	named := plan.Count(plan.Diff(from, to)).Fields
	for _, f := range plan.DiffFields() {
		if named[f] == 0 {
			t.Errorf("%s is not among the changes", f)
		}
		delete(named, f)
	}
	if len(named) > 0 {
		t.Errorf("not listed: %v", named)
	}
}
