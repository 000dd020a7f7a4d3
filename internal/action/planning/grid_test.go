package planning_test

import (
	"path/filepath"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func cell(id, column, was, value string) planning.CellEdit {
	return planning.CellEdit{Measure: id[0] == 'm', ID: id, Column: column, Was: was, Value: value}
}

func cells(list ...planning.CellEdit) *planning.EditCells {
	return &planning.EditCells{InspectionID: "i-bureau", Cells: list}
}

func measureOf(t *testing.T, w *testkit.World, id string) (m work.Measure) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { m, err = store.Measures.Get(tx, id); return err })
	return m
}

func TestCellsAreChangedAndTakenBackStepByStep(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Must(t, "clerk", cells(cell("p1", work.CellCause, "", "学习不够"), cell("m1", work.CellOwner, "孙磊", "zm"),
			cell("m1", work.CellExpected, "", "退回0.62万元"), cell("p1", work.CellAssist, "", "财务科")))
		w.Must(t, "clerk", cells(cell("p1", work.CellCause, "学习不够", "对制度学习不够"), cell("p1", work.CellCategory, "", "思想认识")))
		state := func() [4]string {
			p, m := problem(t, w, "p1"), measureOf(t, w, "m1")
			return [4]string{p.Cause, p.CauseCategory, m.OwnerID, m.Expected}
		}
		all := [4]string{"对制度学习不够", "thinking", "depthead2", "退回0.62万元"}
		if got := state(); got != all {
			t.Fatalf("after two steps: %v", got)
		}
		if got := measureOf(t, w, "m1").Results; len(got) != 1 || got[0].Amount != 620000 {
			t.Errorf("the expected result as data: %+v", got)
		}
		undo, redo := func() error {
			_, err := w.Do(t, "clerk", &planning.UndoCells{InspectionID: "i-bureau"})
			return err
		}, func() error {
			_, err := w.Do(t, "clerk", &planning.UndoCells{InspectionID: "i-bureau", Redo: true})
			return err
		}
		for n, c := range []struct {
			act  func() error
			want [4]string
		}{
			{undo, [4]string{"学习不够", "", "depthead2", "退回0.62万元"}},
			{undo, [4]string{"", "", "officer", ""}},
			{redo, [4]string{"学习不够", "", "depthead2", "退回0.62万元"}},
			{redo, all},
		} {
			if err := c.act(); err != nil {
				t.Fatalf("%d: %v", n, err)
			}
			if got := state(); got != c.want {
				t.Errorf("%d: %v, want %v", n, got, c.want)
			}
		}
		if err := redo(); !fault.Is(err, fault.Invalid) {
			t.Errorf("there is nothing to do again: %v", err)
		}
		if _, err := w.Do(t, "depthead", &planning.UndoCells{InspectionID: "i-bureau"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("somebody else takes it back: %v", err)
		}
	})
}

func TestAStepIsNotTakenBackOverWhatSomebodyElseWrote(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Must(t, "clerk", cells(cell("p1", work.CellGoal, "", "整改办写的")))
	w.Must(t, "depthead", cells(cell("p1", work.CellGoal, "整改办写的", "科室写的")))
	if _, err := w.Do(t, "clerk", &planning.UndoCells{InspectionID: "i-bureau"}); !fault.Is(err, fault.Conflict) {
		t.Errorf("taken back: %v", err)
	}
	if got := problem(t, w, "p1").Goal; got != "科室写的" {
		t.Errorf("the goal is %q", got)
	}
}

func TestACellSomebodyElseChangedIsRefusedWithBothTexts(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Must(t, "depthead", cells(cell("p1", work.CellGoal, "", "科室写的")))
	cmd := cells(cell("p1", work.CellGoal, "", "整改办写的"), cell("p1", work.CellCause, "", "原因"))
	if _, err := w.Do(t, "clerk", cmd); !fault.Is(err, fault.Conflict) {
		t.Fatalf("the stale cell gave %v", err)
	}
	o := cmd.Outcomes()[0]
	if !o.Stale || o.Before != "科室写的" || o.Value != "整改办写的" {
		t.Errorf("the refusal shows %+v", o)
	}
	if got := problem(t, w, "p1"); got.Goal != "科室写的" || got.Cause != "" {
		t.Errorf("half of it was done: %q %q", got.Goal, got.Cause)
	}
	// Another cell of the same problem is nobody's loss.
	w.Must(t, "clerk", cells(cell("p1", work.CellCause, "", "原因")))
}

func TestABlockChangesWhatItMayAndTellsTheRest(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		block := []planning.CellEdit{
			cell("p1", work.CellLeader, "李明", "吴清"), cell("p1", work.CellOwner, "孙磊", "没有此人"), cell("p1", work.CellDue, "2026年6月30日", "2027-12-31"),
			cell("p2", work.CellDue, "2026年6月30日", "2027-12-31"), cell("p2", work.CellReason, "", "须待工程完工"), cell("m2", work.CellCause, "", "x"),
			cell("m2", work.CellKind, "直接整改", "jyfs"), cell("m3", work.CellText, "补齐台账", ""), cell("p3", work.CellAssist, "", "人教科"),
		}
		cmd := &planning.EditCells{InspectionID: "i-bureau", Cells: block, Lenient: true}
		if err := w.Runner.Preview(t.Context(), action.Call{Actor: w.Actor(t, "clerk")}, cmd); err != nil {
			t.Fatal(err)
		}
		want := []string{"", "grid.unknown", "deadline.too-late", "", "", "grid.no-cell", "", "field.required", "grid.assists-itself"}
		for n, o := range cmd.Outcomes() {
			code := ""
			if o.Wrong != nil {
				code = o.Wrong.Code
			}
			if code != want[n] {
				t.Errorf("%d %s %s: %q, want %q", n, o.ID, o.Column, code, want[n])
			}
		}
		if got := problem(t, w, "p1").LeaderID; got != "leader" {
			t.Fatal("the preview changed something")
		}
		w.Must(t, "clerk", &planning.EditCells{InspectionID: "i-bureau", Cells: block, Lenient: true})
		p, p2, m := problem(t, w, "p1"), problem(t, w, "p2"), measureOf(t, w, "m2")
		if p.LeaderID != "leader2" || p.OwnerID != "officer" || p.Deadline != "2026-06-30" {
			t.Errorf("p1 became %+v", p)
		}
		if p2.Deadline != "2027-12-31" || p2.DeadlineReason != "须待工程完工" || m.Kind != work.Similar {
			t.Errorf("p2 became %s %q, m2 %s", p2.Deadline, p2.DeadlineReason, m.Kind)
		}
	})
}

func TestEachRowIsChangedByWhomItConcerns(t *testing.T) {
	const works = fault.Internal // no fault at all
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Write(t, func(tx *store.Tx) error {
		p, err := store.Problems.Get(tx, "p2")
		if err != nil {
			return err
		}
		p.LeadDeptID = "d2"
		if err := store.Problems.Update(tx, &p); err != nil {
			return err
		}
		m, err := store.Measures.Get(tx, "m2")
		if err != nil {
			return err
		}
		m.LeadDeptID = "d2"
		return store.Measures.Update(tx, &m)
	})
	for n, c := range []struct {
		who  string
		cell planning.CellEdit
		kind fault.Kind
	}{
		{"depthead", cell("p1", work.CellCause, "", "本科室的问题"), works},
		{"depthead", cell("p2", work.CellCause, "", "别的科室的问题"), fault.Invalid},
		{"depthead", cell("m2", work.CellText, "补齐台账", "改"), fault.Invalid},
		{"depthead", cell("p1", work.CellLeader, "李明", "吴清"), fault.Invalid}, // who answers is the clerks' to say
		{"depthead2", cell("m2", work.CellText, "补齐台账", "改"), works},
		{"officer", cell("p1", work.CellCause, "本科室的问题", "x"), fault.Denied},
		{"head", cell("p1", work.CellCause, "本科室的问题", "x"), fault.Denied},
		{"office", cell("p1", work.CellCause, "本科室的问题", "x"), fault.Denied},
		{"other-clerk", cell("p1", work.CellCause, "本科室的问题", "x"), fault.NotFound},
		{"clerk", planning.CellEdit{ID: "other-p1", Column: work.CellCause, Value: "x"}, fault.NotFound},
		{"clerk", planning.CellEdit{Measure: true, ID: "other-m1", Column: work.CellText, Value: "x"}, fault.NotFound},
	} {
		_, err := w.Do(t, c.who, cells(c.cell))
		if c.kind == works && err != nil || c.kind != works && !fault.Is(err, c.kind) {
			t.Errorf("%d %s: %v, want %d", n, c.who, err, c.kind)
		}
	}
}
