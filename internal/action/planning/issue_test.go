package planning_test

import (
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// issued is a world whose plan is issued.
func issued(t *testing.T, url string) *testkit.World {
	t.Helper()
	w := planned(t, url)
	id := reviewed(t, w)
	for _, who := range []string{"office", "team", "reviewer"} {
		w.Must(t, who, &planning.ConsentPlan{ID: id, Version: version(t, w, id).Version})
	}
	w.Must(t, "clerk", &planning.IssuePlan{ID: id, Version: version(t, w, id).Version, DocumentNumber: "市监党〔2026〕5号",
		On: "2026-03-10", Outside: []string{"市委巡察办"}, Freeze: func(_ *store.Tx, v plan.Version) (plan.IssuedCopy, error) {
			return plan.IssuedCopy{FileName: v.DocumentNumber, FileHash: "abc", FileSize: 3}, nil
		}})
	return w
}

func list[T any](t *testing.T, w *testkit.World, table *store.Table[T], rest string, args ...any) []T {
	t.Helper()
	var out []T
	w.See(t, func(tx *store.Tx) (err error) { out, err = table.List(tx, rest, args...); return err })
	return out
}

func TestTheIssuedCopyIsFrozenAndHandedOut(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		copies := list(t, w, store.IssuedCopies, "")
		if len(copies) != 1 || copies[0].FileName != "市监党〔2026〕5号" || copies[0].ContentHash == "" {
			t.Fatalf("copies %+v", copies)
		}
		if i := list(t, w, store.Inspections, "WHERE id = 'i-bureau'")[0]; i.PlanIssuedOn != "2026-03-10" {
			t.Errorf("the plan is in force from %q", i.PlanIssuedOn)
		}
		got := list(t, w, store.Recipients, "ORDER BY department_id DESC")
		if len(got) != 2 || got[0].DepartmentID != "d1" || got[1].Outside != "市委巡察办" {
			t.Fatalf("recipients %+v", got)
		}
		if _, err := w.Do(t, "clerk", &planning.Receive{ID: got[0].ID, Version: 1, Receiver: "陈静"}); code(err) != "receipt.not-yours" {
			t.Errorf("the clerk receives for a department: %v", err)
		}
		if _, err := w.Do(t, "clerk", &planning.Receive{ID: got[1].ID, Version: 1}); wrong(err)["receiver"] == "" {
			t.Errorf("nobody received outside: %v", err)
		}
		if _, err := w.Do(t, "clerk", &planning.Receive{ID: got[1].ID, Version: 1, Receiver: "收发室", On: "2026-03-09"}); wrong(err)["received_on"] == "" {
			t.Errorf("before the issue: %v", err)
		}
		w.Must(t, "clerk", &planning.Receive{ID: got[1].ID, Version: 1, Receiver: "收发室"})
		w.Must(t, "depthead", &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: []string{"m1"}})
		if r := list(t, w, store.Recipients, "WHERE department_id = 'd1'")[0]; r.ReceivedOn != "2026-03-10" {
			t.Errorf("who claims has not received: %+v", r)
		}
	})
}

func TestADepartmentAsksIsAnsweredAndClaimsTheRest(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		ask := &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: []string{"m1"}, Ask: true}
		if _, err := w.Do(t, "depthead", ask); wrong(err)["claim_note"] == "" {
			t.Errorf("asked nothing: %v", err)
		}
		w.Must(t, "depthead", &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: []string{"m1"}, Ask: true, Note: "经费由谁承担？"})
		if m := measures(t, w, "p1")[0]; m.Claim != work.Asked {
			t.Errorf("the task is %q", m.Claim)
		}
		q := list(t, w, store.TaskQuestions, "")[0]
		if _, err := w.Do(t, "depthead", &planning.AnswerQuestion{ID: q.ID, Version: 1, Answer: "自己答"}); !fault.Is(err, fault.Denied) {
			t.Errorf("who asks answers: %v", err)
		}
		w.Must(t, "clerk", &planning.AnswerQuestion{ID: q.ID, Version: 1, Answer: "由财务科统筹"})
		w.Must(t, "depthead", &planning.ClaimMeasures{InspectionID: "i-bureau", All: true})
		if v := list(t, w, store.PlanVersions, "")[0]; v.State != plan.Claimed {
			t.Errorf("with all claimed the plan is %s", v.State)
		}
	})
}

func TestAfterTheIssueAChangeTakesARequest(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		before := list(t, w, store.PlanVersions, "")[0].Snapshot
		p := problem(t, w, "p1")
		if _, err := w.Do(t, "clerk", &planning.EditProblem{ID: "p1", Version: p.Version, Goal: "新目标", OwnerID: p.OwnerID}); code(err) != "plan.issued.amend" {
			t.Errorf("edited directly: %v", err)
		}
		if _, err := w.Do(t, "clerk", &planning.RemoveMeasure{ID: "m1"}); code(err) != "plan.issued.amend" {
			t.Errorf("removed directly: %v", err)
		}
		w.Must(t, "clerk", &planning.Amend{ProblemID: "p1", Field: plan.FieldGoal, Text: "新目标", Reason: "须可检查"})
		if _, err := w.Do(t, "clerk", &planning.Amend{ProblemID: "p1", Field: plan.FieldGoal, Text: "别的", Reason: "再改"}); code(err) != "amendment.waiting" {
			t.Errorf("a second request about the same: %v", err)
		}
		a := list(t, w, store.Amendments, "")[0]
		for _, who := range []string{"clerk", "leader2", "depthead", "office"} {
			if _, err := w.Do(t, who, &planning.DecideAmendment{ID: a.ID, Version: 1, Agree: true}); !fault.Is(err, fault.Denied) {
				t.Errorf("%s decides: %v", who, err)
			}
		}
		if _, err := w.Do(t, "leader", &planning.DecideAmendment{ID: a.ID, Version: 1}); wrong(err)["opinion"] == "" {
			t.Errorf("refused without a reason: %v", err)
		}
		w.Must(t, "leader", &planning.DecideAmendment{ID: a.ID, Version: 1, Agree: true})
		if p := problem(t, w, "p1"); p.Goal != "新目标" {
			t.Errorf("the goal is %q", p.Goal)
		}
		if after := list(t, w, store.PlanVersions, "")[0].Snapshot; after != before {
			t.Error("the issued copy changed")
		}
	})
}

func TestWhoAnswersIsChangedByTheHeadAndClaimedAnew(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		w.Must(t, "depthead", &planning.ClaimMeasures{InspectionID: "i-bureau", All: true})
		if _, err := w.Do(t, "depthead", &planning.Amend{ProblemID: "p1", MeasureID: "m1", Field: plan.FieldLead, LeadID: "other-d1", Reason: "x"}); wrong(err)["lead_dept_id"] == "" {
			t.Errorf("a foreign department: %v", err)
		}
		w.Must(t, "depthead", &planning.Amend{ProblemID: "p1", MeasureID: "m1", Field: plan.FieldLead, LeadID: "d2", Reason: "职能在财务科"})
		a := list(t, w, store.Amendments, "")[0]
		if a.WasText != "人教科" || a.BecomesText != "财务科" {
			t.Errorf("in words %q → %q", a.WasText, a.BecomesText)
		}
		if _, err := w.Do(t, "leader", &planning.DecideAmendment{ID: a.ID, Version: 1, Agree: true}); code(err) != "amendment.head" {
			t.Errorf("the leader decides who answers: %v", err)
		}
		w.Must(t, "head", &planning.DecideAmendment{ID: a.ID, Version: 1, Agree: true})
		if m := measures(t, w, "p1")[0]; m.LeadDeptID != "d2" || m.Claim != "" {
			t.Errorf("the measure is %+v", m)
		}
		if v := list(t, w, store.PlanVersions, "")[0]; v.State != plan.Issued {
			t.Errorf("with a task to claim the plan is %s", v.State)
		}
	})
}

func TestARequestIsNotAppliedOverALaterChange(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		w.Must(t, "clerk", &planning.Amend{ProblemID: "p1", MeasureID: "m1", Field: plan.FieldText, Text: "补齐并公示台账", Reason: "更实"})
		w.Write(t, func(tx *store.Tx) error {
			m, err := store.Measures.Get(tx, "m1")
			if err != nil {
				return err
			}
			m.Text = "别的措施"
			return store.Measures.Update(tx, &m)
		})
		a := list(t, w, store.Amendments, "")[0]
		if _, err := w.Do(t, "head", &planning.DecideAmendment{ID: a.ID, Version: 1, Agree: true}); code(err) != "amendment.moved" {
			t.Errorf("got %v", err)
		}
		w.Must(t, "clerk", &planning.Amend{ProblemID: "p2", Field: plan.FieldNew, Text: "举一反三排查", Reason: "补充"})
		a = list(t, w, store.Amendments, "WHERE problem_id = 'p2'")[0]
		w.Must(t, "head", &planning.DecideAmendment{ID: a.ID, Version: 1, Agree: true})
		if all := measures(t, w, "p2"); len(all) != 2 || all[1].LeadDeptID != "d1" || all[1].Claim != "" {
			t.Errorf("measures %+v", all)
		}
	})
}
