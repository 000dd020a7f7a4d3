package planning_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// given lists the parts of a plan that come from the feedback paper: planning
// does not change them, and so restoring has nothing to put back.
var given = []string{"Problems.ID", "Problems.Number", "Problems.Title"}

// leaves gives every value of a content by the path of its field. A field
// whose list is empty has no values but is there.
func leaves(of reflect.Type, values []reflect.Value, path string, out map[string][]string) {
	switch of.Kind() {
	case reflect.Struct:
		for n := range of.NumField() {
			var inner []reflect.Value
			for _, v := range values {
				inner = append(inner, v.Field(n))
			}
			name := of.Field(n).Name
			if path != "" {
				name = path + "." + name
			}
			leaves(of.Field(n).Type, inner, name, out)
		}
	case reflect.Slice:
		var inner []reflect.Value
		for _, v := range values {
			for n := range v.Len() {
				inner = append(inner, v.Index(n))
			}
		}
		leaves(of.Elem(), inner, path, out)
	default:
		out[path] = []string{}
		for _, v := range values {
			out[path] = append(out[path], fmt.Sprint(v.Interface()))
		}
	}
}

func leavesOf(c plan.Content) map[string][]string {
	out := map[string][]string{}
	leaves(reflect.TypeFor[plan.Content](), []reflect.Value{reflect.ValueOf(c)}, "", out)
	return out
}

// wording of one state in which every field of a plan is filled.
type wording struct {
	word, leader, lead, assist, owner, due, reason, kind, category string
	long                                                           bool
}

// write puts a wording into p1, its measure m1 and the part of the assisting
// department.
func (x wording) write(t *testing.T, w *testkit.World) {
	t.Helper()
	p := problem(t, w, "p1")
	w.Must(t, "clerk", &planning.EditProblem{ID: "p1", Version: p.Version, Cause: x.word + "原因", Category: x.category, Goal: x.word + "目标",
		Criteria: []planning.CriterionRow{{Text: x.word + "标准"}}, OwnerID: p.OwnerID})
	w.Must(t, "clerk", &planning.AssignProblem{ID: "p1", Version: problem(t, w, "p1").Version, LeaderID: x.leader, LeadDeptID: x.lead,
		AssistDepts: []string{x.assist}, OwnerID: x.owner, Due: x.due, LongTerm: x.long, Reason: x.reason})
	m := &planning.EditMeasure{ID: "m1", Version: measures(t, w, "p1")[0].Version}
	m.Kind, m.Text, m.Expected, m.LeaderID, m.LeadDeptID = x.kind, x.word+"措施", x.word+"成果", x.leader, x.lead
	m.AssistDepts, m.OwnerID, m.Due, m.LongTerm, m.Reason = []string{x.assist}, x.owner, x.due, x.long, x.reason
	w.Must(t, "clerk", m)
	w.Must(t, "clerk", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{{Text: x.word + "步骤", Due: "2026-05-31"}}})
	w.Must(t, "clerk", &planning.SaveAssistPart{ProblemID: "p1", DepartmentID: x.assist, Text: x.word + "分工", OwnerID: x.owner, Deadline: "2026-05-31"})
}

// TestRestoringForgetsNoPartOfAPlan changes every field of a plan's content,
// whatever fields it has, and restores. A field that is added to the content
// and not changed here fails; one that restoring forgets fails as well.
func TestRestoringForgetsNoPartOfAPlan(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		wording{word: "先", leader: "leader", lead: "d1", assist: "d2", owner: "officer", due: "2026-12-31", reason: "须待年度决算",
			kind: "direct", category: "duty"}.write(t, w)
		w.Must(t, "clerk", &planning.ShareMeasure{ID: "m2", ProblemID: "p1"})
		w.Must(t, "clerk", &planning.ShareMeasure{ID: "m1", ProblemID: "p3"})
		id := draft(t, w, "征求意见稿")
		then, err := plan.Open(version(t, w, id).Snapshot)
		if err != nil {
			t.Fatal(err)
		}

		w.Must(t, "clerk", &planning.NamePlan{InspectionID: "i-bureau", Version: 1, Title: "另一个标题"})
		wording{word: "后", leader: "leader2", lead: "d2", assist: "d1", owner: "depthead", due: "长期坚持", long: true,
			kind: "similar-cases", category: "institution"}.write(t, w)
		w.Must(t, "clerk", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{{Text: "后步骤", Due: "2026-04-30"}}})
		w.Must(t, "clerk", &planning.RemoveMeasure{ID: "m2"})
		m := &planning.EditMeasure{ID: "m3", Version: measures(t, w, "p3")[0].Version}
		m.Kind, m.Text = "long-term", "别的共用措施"
		w.Must(t, "clerk", m)
		w.Must(t, "clerk", &planning.ShareMeasure{ID: "m3", ProblemID: "p1"})
		w.Must(t, "clerk", &planning.UnshareMeasure{ID: "m1", ProblemID: "p3"})

		now := content(t, w)
		was, is := leavesOf(then), leavesOf(now)
		for path, values := range was {
			if !slices.Contains(given, path) && slices.Equal(values, is[path]) {
				t.Errorf("%s is part of a plan; this test does not change it: %v", path, values)
			}
		}
		named := plan.Count(plan.Diff(now, then)).Fields
		for _, f := range []string{"shared", "parts", "due_reason"} {
			if named[f] == 0 {
				t.Errorf("the preview does not show %s", f)
			}
		}
		w.Must(t, "clerk", &planning.RestorePlan{ID: id, Live: live(t, w, id)})
		if back := leavesOf(content(t, w)); live(t, w, id) != version(t, w, id).Hash {
			for path, values := range was {
				if !slices.Equal(values, back[path]) {
					t.Errorf("%s comes back as %v, not %v", path, back[path], values)
				}
			}
			t.Error("the records say something else than the version")
		}
	})
}

// content is what the plan says as the records stand.
func content(t *testing.T, w *testkit.World) plan.Content {
	t.Helper()
	var c plan.Content
	w.See(t, func(tx *store.Tx) (err error) { c, err = store.PlanNow(tx, "i-bureau"); return err })
	return c
}

// TestABegunPartIsNotTakenAway: what a department reported stays.
func TestABegunPartIsNotTakenAway(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := draft(t, w, "征求意见稿")
		wording{word: "后", leader: "leader", lead: "d1", assist: "d2", owner: "officer", due: "2026-06-30", kind: "direct", category: "duty"}.write(t, w)
		w.Must(t, "depthead2", &planning.SaveAssistPart{ProblemID: "p1", DepartmentID: "d2", Version: 1, Text: "核对", Verdict: "under-way"})
		if _, err := w.Do(t, "clerk", &planning.RestorePlan{ID: id, Live: live(t, w, id)}); code(err) != "plan.restore.part" {
			t.Errorf("a part that has begun: %v", err)
		}
	})
}
