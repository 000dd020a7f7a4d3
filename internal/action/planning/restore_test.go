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

// live is the hash of the plan as the records stand.
func live(t *testing.T, w *testkit.World, versionID string) string {
	t.Helper()
	var f plan.File
	w.See(t, func(tx *store.Tx) (err error) { f, err = store.PlanFile(tx, versionID); return err })
	return f.Live
}

// stirred changes everything that a version keeps: title, causes, duties, a
// deadline, a measure with its steps; it adds one measure and takes one away.
func stirred(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Must(t, "clerk", &planning.NamePlan{InspectionID: "i-bureau", Version: 1, Title: "另一个标题"})
	p := problem(t, w, "p1")
	w.Must(t, "clerk", &planning.EditProblem{ID: "p1", Version: p.Version, Cause: "别的原因", Category: "duty", Goal: "别的目标", OwnerID: "officer"})
	c := assignment(problem(t, w, "p1"))
	c.LeadDeptID, c.AssistDepts, c.LeaderID, c.Due = "d2", []string{"d1"}, "leader2", "2026年8月底前"
	w.Must(t, "clerk", c)
	m := &planning.EditMeasure{ID: "m1", Version: measures(t, w, "p1")[0].Version}
	m.Kind, m.Text, m.Expected, m.Due = "similar-cases", "别的措施", "1 项", "长期坚持"
	w.Must(t, "clerk", m)
	w.Must(t, "clerk", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{{Text: "别的步骤", Due: "2026-04-30"}}})
	add := &planning.AddMeasure{ProblemID: "p1"}
	add.Kind, add.Text = "long-term", "多出来的措施"
	w.Must(t, "clerk", add)
	w.Must(t, "clerk", &planning.RemoveMeasure{ID: "m2"})
}

func TestAVersionIsRestoredWhole(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		w.Must(t, "clerk", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{{Text: "清点", Due: "2026-03-31", DoneOn: "2026-03-09"}, {Text: "补录"}}})
		w.Must(t, "clerk", &planning.SaveSteps{MeasureID: "m2", Rows: []planning.StepRow{{Text: "核对"}}})
		id := draft(t, w, "征求意见稿")
		stirred(t, w)
		shown := live(t, w, id)
		if shown == version(t, w, id).Hash {
			t.Fatal("nothing was changed")
		}
		if _, err := w.Do(t, "clerk", &planning.RestorePlan{ID: id, Live: version(t, w, id).Hash}); code(err) != "plan.restore.stale" {
			t.Errorf("restored over what nobody saw: %v", err)
		}
		for _, who := range []string{"depthead", "head", "office"} {
			if _, err := w.Do(t, who, &planning.RestorePlan{ID: id, Live: shown}); !fault.Is(err, fault.Denied) {
				t.Errorf("%s restores: %v", who, err)
			}
		}
		w.Must(t, "clerk", &planning.RestorePlan{ID: id, Live: shown})
		if live(t, w, id) != version(t, w, id).Hash {
			w.See(t, func(tx *store.Tx) error {
				now, err := store.PlanNow(tx, "i-bureau")
				then, _ := plan.Open(version(t, w, id).Snapshot)
				t.Errorf("the records say something else: %+v", plan.Diff(then, now))
				return err
			})
		}
		if _, err := w.Do(t, "clerk", &planning.RestorePlan{ID: id, Live: live(t, w, id)}); code(err) != "plan.restore.same" {
			t.Errorf("restored twice: %v", err)
		}
		w.See(t, func(tx *store.Tx) error {
			kept, err := store.Steps.List(tx, "WHERE measure_id = 'm1' AND done_on <> ''")
			if len(kept) != 1 {
				t.Errorf("the day on which a step was done is lost: %+v", kept)
			}
			return err
		})
	})
}

func TestWhatRulesForbidIsNotRestored(t *testing.T) {
	for name, c := range map[string]struct {
		stand func(*testing.T, *testkit.World)
		want  string
	}{
		"a closed problem": {func(t *testing.T, w *testkit.World) {
			change(t, w, "p1", func(p *work.Problem) { p.ClosedOn = "2026-03-09" })
		}, "plan.restore.closed"},
		"an extended deadline": {func(t *testing.T, w *testkit.World) {
			change(t, w, "p1", func(p *work.Problem) { p.Deadline = "2026-12-31" })
		}, "plan.restore.extended"},
		"a measure in use": {func(t *testing.T, w *testkit.World) {
			added := measures(t, w, "p1")[1]
			w.Write(t, func(tx *store.Tx) error {
				return store.ProgressEntries.Insert(tx, &work.Progress{ID: "pr", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", MeasureID: added.ID})
			})
		}, "plan.restore.used"},
		"somebody who is gone": {func(t *testing.T, w *testkit.World) {
			w.Write(t, func(tx *store.Tx) error { return store.People.Delete(tx, "leader") })
		}, "plan.restore.unknown"},
		"an issued plan": {func(t *testing.T, w *testkit.World) {
			w.Write(t, func(tx *store.Tx) error {
				return store.PlanVersions.Insert(tx, &plan.Version{ID: "issued", OrgID: "bureau", InspectionID: "i-bureau", Number: 9, State: plan.Issued})
			})
		}, "plan.restore.issued"},
	} {
		t.Run(name, func(t *testing.T) {
			testkit.Databases(t, func(t *testing.T, url string) {
				w := planned(t, url)
				id := draft(t, w, "征求意见稿")
				stirred(t, w)
				c.stand(t, w)
				before := live(t, w, id)
				if _, err := w.Do(t, "clerk", &planning.RestorePlan{ID: id, Live: before}); code(err) != c.want {
					t.Errorf("got %v", err)
				}
				if live(t, w, id) != before {
					t.Error("something was changed all the same")
				}
			})
		})
	}
}

func change(t *testing.T, w *testkit.World, id string, f func(*work.Problem)) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		p, err := store.Problems.Get(tx, id)
		if err != nil {
			return err
		}
		f(&p)
		return store.Problems.Update(tx, &p)
	})
}

func TestThePlansTitleIsOneFact(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		const usual = "中共市市场监管局党组关于贯彻落实市委第一巡察组反馈意见的整改方案"
		first := draft(t, w, "征求意见稿")
		if v := version(t, w, first); v.Title != usual {
			t.Errorf("without a title the plan is called %s", v.Title)
		}
		if _, err := w.Do(t, "clerk", &planning.NamePlan{InspectionID: "i-bureau", Version: 1, Title: ""}); wrong(err)["plan_title"] != "field.required" {
			t.Errorf("an empty title: %v", err)
		}
		w.Must(t, "clerk", &planning.NamePlan{InspectionID: "i-bureau", Version: 1, Title: "整改总方案"})
		if _, err := w.Do(t, "clerk", &planning.NamePlan{InspectionID: "i-bureau", Version: 1, Title: "又一个"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale edit: %v", err)
		}
		if live(t, w, first) == version(t, w, first).Hash {
			t.Error("another title leaves the version as it was")
		}
		second := draft(t, w, "送审稿")
		if v := version(t, w, second); v.Title != "整改总方案" || version(t, w, first).Title != usual {
			t.Errorf("the new version is called %s", v.Title)
		}
		w.Write(t, func(tx *store.Tx) error {
			v, err := store.PlanVersions.Get(tx, second)
			if err != nil {
				return err
			}
			v.State = plan.Issued
			return store.PlanVersions.Update(tx, &v)
		})
		if _, err := w.Do(t, "clerk", &planning.NamePlan{InspectionID: "i-bureau", Version: 2, Title: "改名"}); code(err) != "plan.title.issued" {
			t.Errorf("renamed after the issue: %v", err)
		}
	})
}
