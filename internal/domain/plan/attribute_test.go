package plan_test

import (
	"testing"

	"bihuan/internal/domain/plan"
)

func TestAChangeAfterTheIssueIsAttributedToTheRequestThatBroughtIt(t *testing.T) {
	agreed := func(id string, f plan.Field, measure, becomes string) plan.Amendment {
		return plan.Amendment{ID: id, ProblemID: "p1", MeasureID: measure, Field: f, Becomes: becomes, State: plan.AmendmentAgreed}
	}
	now := content()
	p := &now.Problems[0]
	p.Goal = "一户不漏"
	p.Duty.Owner = plan.Ref{ID: "o2", Name: "钱进"}
	p.Measures = append([]plan.Measure{}, p.Measures...)
	p.Measures[0].Text = "逐户补齐台账"
	p.Measures[1].Text = "重写办法"
	p.Measures = append(p.Measures, plan.Measure{ID: "m3", Text: "建立预警"})
	asked := agreed("asked", plan.FieldText, "m2", "重写办法")
	asked.State = plan.AmendmentAsked
	got := plan.Attribute(plan.Diff(content(), now), []plan.Amendment{agreed("goal", plan.FieldGoal, "", "一户不漏"),
		agreed("text", plan.FieldText, "m1", "逐户补齐台账"), agreed("new", plan.FieldNew, "", "建立预警"), asked})
	by := map[string]string{}
	for _, f := range got[0].Fields {
		by[f.Field+" "+f.After] = f.RequestID
	}
	for change, want := range map[string]string{"goal 一户不漏": "goal", "measure 逐户补齐台账": "text", "measure 建立预警": "new",
		"measure 重写办法": "", "owner 钱进": ""} {
		if id, there := by[change]; !there || id != want {
			t.Errorf("%s: by %q, want %q", change, id, want)
		}
	}
	if c := plan.CoverOf(got); c.Requested != 3 || c.Other != 2 || c.Holds() {
		t.Errorf("cover %+v", c)
	}
	if c := plan.CoverOf(plan.Diff(content(), content())); !c.Holds() {
		t.Errorf("nothing moved: %+v", c)
	}
}

func TestNoVersionPutsTheWordingOfTheFeedbackBack(t *testing.T) {
	now := content()
	now.Problems[1].Title = "审核走过场"
	now.Problems[0].Goal = "一户不漏"
	if got := plan.Planned(plan.Diff(now, content())); len(got) != 1 || got[0].ID != "p1" {
		t.Errorf("planned changes: %+v", got)
	}
}
