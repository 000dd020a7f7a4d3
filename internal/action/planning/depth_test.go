package planning_test

import (
	"path/filepath"
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestACauseCategoryInUseIsRetiredNotRemoved(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Must(t, "clerk", &planning.SaveCause{InspectionID: "i-bureau", Name: "信息化支撑不足", Sort: 25})
		own := causeNamed(t, w, "信息化支撑不足")
		p := problem(t, w, "p1")
		w.Must(t, "clerk", &planning.EditProblem{ID: "p1", Version: p.Version, Category: own.Code})
		if _, err := w.Do(t, "clerk", &planning.RemoveCause{InspectionID: "i-bureau", Code: own.Code}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a category in use is removed: %v", err)
		}
		w.Must(t, "clerk", &planning.RetireCause{InspectionID: "i-bureau", Code: own.Code, Version: own.Version})
		p = problem(t, w, "p2")
		if _, err := w.Do(t, "clerk", &planning.EditProblem{ID: "p2", Version: p.Version, Category: own.Code}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a retired category is chosen anew: %v", err)
		}
		p = problem(t, w, "p1")
		w.Must(t, "clerk", &planning.EditProblem{ID: "p1", Version: p.Version, Category: own.Code, Goal: "目标"}) // it keeps its own
		for name, cmd := range map[string]*planning.RemoveCause{
			"shipped": {InspectionID: "i-bureau", Code: "duty"}, "unknown": {InspectionID: "i-bureau", Code: "nothing"},
		} {
			if _, err := w.Do(t, "clerk", cmd); err == nil {
				t.Errorf("%s: removed", name)
			}
		}
		for _, who := range []string{"depthead", "officer", "head"} {
			if _, err := w.Do(t, who, &planning.SaveCause{InspectionID: "i-bureau", Name: "x"}); !fault.Is(err, fault.Denied) {
				t.Errorf("%s names categories: %v", who, err)
			}
		}
		if _, err := w.Do(t, "other-clerk", &planning.SaveCause{InspectionID: "i-bureau", Name: "x"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("another organisation names categories: %v", err)
		}
	})
}

func causeNamed(t *testing.T, w *testkit.World, name string) (c work.CauseCategory) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) {
		c, err = store.CauseCategories.One(tx, "WHERE org_id = ? AND name = ?", "bureau", name)
		return err
	})
	return c
}

func TestOneMeasureAnswersSeveralProblemsAndCountsOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		add := &planning.AddMeasure{ProblemID: "p1"}
		add.Kind, add.Text, add.Expected = string(work.LongTerm), "修订内部控制制度", "修订制度2项"
		m := w.Must(t, "clerk", add)
		lacking := func() (n int) {
			w.See(t, func(tx *store.Tx) error {
				l, err := query.Problems(&query.View{Tx: tx, Actor: w.Actor(t, "clerk"), Today: tx.Today(), Now: tx.Now(), Calendar: w.Reader.Calendar},
					query.ListIn{Inspection: "i-bureau", Filter: query.WorkFilter{Lacks: string(work.LongTerm)}})
				n = l.Total
				return err
			})
			return n
		}
		if lacking() != 2 {
			t.Fatalf("%d problems lack a long-term measure", lacking())
		}
		for range 2 { // a second time is no fault
			w.Must(t, "clerk", &planning.ShareMeasure{ID: m, ProblemID: "p2"})
		}
		if lacking() != 1 {
			t.Errorf("%d problems lack a long-term measure", lacking())
		}
		w.See(t, func(tx *store.Tx) error {
			list, err := store.MeasuresOf(tx, "p2")
			if len(list) != 2 || list[1].ID != m {
				t.Errorf("p2 is answered by %+v", list)
			}
			n, err2 := tx.Count("SELECT COUNT(*) FROM measure WHERE inspection_id = 'i-bureau'")
			if n != 4 || err2 != nil {
				t.Errorf("%d measures are counted: %v", n, err2)
			}
			return err
		})
		for name, cmd := range map[string]*planning.ShareMeasure{
			"its own": {ID: m, ProblemID: "p1"}, "a foreign problem": {ID: m, ProblemID: "other-p1"},
		} {
			if _, err := w.Do(t, "clerk", cmd); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
		w.Must(t, "clerk", &planning.UnshareMeasure{ID: m, ProblemID: "p2"})
		w.Must(t, "clerk", &planning.ShareMeasure{ID: m, ProblemID: "p3"})
		w.Must(t, "clerk", &planning.RemoveMeasure{ID: m})
		w.See(t, func(tx *store.Tx) error {
			left, err := tx.Count("SELECT COUNT(*) FROM measure_link")
			if left != 0 {
				t.Errorf("%d ties are left of a removed measure", left)
			}
			return err
		})
	})
}

func TestEachAssistingDepartmentKeepsItsOwnPart(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	p := problem(t, w, "p1")
	w.Must(t, "clerk", &planning.AssignProblem{ID: "p1", Version: p.Version, LeaderID: "leader", LeadDeptID: "d1", AssistDepts: []string{"d2"},
		OwnerID: "officer", Due: "2026-06-30"})
	part := planning.SaveAssistPart{ProblemID: "p1", DepartmentID: "d2", Text: "核对票据", OwnerID: "depthead2", Deadline: "2026-05-31"}
	for who, kind := range map[string]fault.Kind{"depthead": fault.Denied, "officer": fault.Denied, "other-clerk": fault.NotFound} {
		cmd := part
		if _, err := w.Do(t, who, &cmd); !fault.Is(err, kind) {
			t.Errorf("%s: %v", who, err)
		}
	}
	late := part
	late.Deadline = "2026-07-31"
	if _, err := w.Do(t, "depthead2", &late); !fault.Is(err, fault.Invalid) {
		t.Errorf("a part may end after its problem: %v", err)
	}
	stranger := part
	stranger.DepartmentID = "d1"
	if _, err := w.Do(t, "clerk", &stranger); !fault.Is(err, fault.Invalid) {
		t.Errorf("a department that does not assist has a part: %v", err)
	}
	first := part
	w.Must(t, "depthead2", &first)
	stale := part
	stale.Version, stale.Text = 0, "别的"
	if _, err := w.Do(t, "clerk", &stale); !fault.Is(err, fault.Conflict) {
		t.Errorf("a stale part is kept: %v", err)
	}
}

func TestAReasonStaysWithItsDeadline(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	assign := func(due, reason string) error {
		p := problem(t, w, "p1")
		_, err := w.Do(t, "clerk", &planning.AssignProblem{ID: "p1", Version: p.Version, LeaderID: "leader", LeadDeptID: "d1", OwnerID: "officer",
			Due: due, Reason: reason})
		return err
	}
	if err := assign("2027-03-31", ""); !fault.Is(err, fault.Invalid) {
		t.Fatalf("after the period without a reason: %v", err)
	}
	for _, step := range []struct{ due, reason, want string }{
		{"2027-03-31", "须待年度决算", "须待年度决算"}, {"2027-03-31", "", "须待年度决算"}, {"2026-06-30", "", ""},
	} {
		if err := assign(step.due, step.reason); err != nil {
			t.Fatal(err)
		}
		if got := problem(t, w, "p1").DeadlineReason; got != step.want {
			t.Errorf("%s: the reason kept is %q", step.due, got)
		}
	}
}
