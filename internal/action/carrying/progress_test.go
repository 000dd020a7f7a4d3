package carrying_test

import (
	"errors"
	"slices"
	"testing"

	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// issued is a world whose first bureau issued its plan.
func issued(t *testing.T, url string) *testkit.World {
	w := testkit.NewWorld(t, url)
	w.Write(t, func(tx *store.Tx) error {
		return store.PlanVersions.Insert(tx, &plan.Version{ID: "plan", OrgID: "bureau", InspectionID: "i-bureau", Number: 1, State: plan.Issued, IssuedOn: "2026-03-03"})
	})
	return w
}

func entry() *carrying.AddProgress {
	return &carrying.AddProgress{ProblemID: "p1", MeasureID: "m1", On: "2026-03-09", Body: "已收回欠款", Verdict: work.UnderWay}
}

func see[In, Out any](t *testing.T, w *testkit.World, account string, q func(*query.View, In) (Out, error), in In) (Out, error) {
	t.Helper()
	return query.Page(t.Context(), w.Reader, w.Actor(t, account), q, in)
}

func TestAnEntryByPeriodHasFiguresWithProof(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		e := entry()
		e.Period = "2026-03"
		e.Figures = []carrying.FigureInput{{Kind: work.ResultMoney, Text: "收回", Amount: "1,200.50"}, {}}
		e.Files = []carrying.File{{Name: "凭证.jpg", Hash: "h", Size: 3, MIME: "image/jpeg"}}
		id := w.Must(t, "officer", e)
		w.See(t, func(tx *store.Tx) error {
			p, err := store.ProgressEntries.Get(tx, id)
			if err != nil {
				return err
			}
			if len(p.Figures) != 1 || p.Figures[0].Amount != 120050 || len(p.Figures[0].Proof) != 1 || p.Amount != 120050 {
				t.Errorf("%+v", p)
			}
			file, err := store.Evidences.Get(tx, p.Figures[0].Proof[0])
			if file.ProgressID != id || file.ProblemID != "p1" {
				t.Errorf("%+v", file)
			}
			return err
		})
		for field, bad := range map[string]func(*carrying.AddProgress){
			"period": func(c *carrying.AddProgress) { c.Period = "2026-02" },
			"figures[0].amount": func(c *carrying.AddProgress) {
				c.Figures = []carrying.FigureInput{{Kind: work.ResultMoney, Amount: "很多"}}
			},
			"figures[0].unit": func(c *carrying.AddProgress) {
				c.Figures = []carrying.FigureInput{{Kind: work.ResultOther, Amount: "3"}}
			},
			"figures": func(c *carrying.AddProgress) {
				c.Figures = []carrying.FigureInput{{Kind: work.ResultCases, Amount: "3", Proof: []string{"nowhere"}}}
			},
			"help_dept":  func(c *carrying.AddProgress) { c.Difficulty, c.HelpDept = "缺人", "other-d1" },
			"difficulty": func(c *carrying.AddProgress) { c.HelpDept = "d2" },
		} {
			c := entry()
			bad(c)
			_, err := w.Do(t, "officer", c)
			if !names(err, field) {
				t.Errorf("%s: %v", field, err)
			}
		}
	})
}

func TestACorrectionKeepsTheEarlierEntry(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		first := w.Must(t, "officer", entry())
		again := entry()
		again.Corrects, again.Body = first, "更正：未收回"
		w.Must(t, "officer", again)
		if _, err := w.Do(t, "officer", again); !fault.Is(err, fault.Conflict) {
			t.Errorf("a second correction of one entry: %v", err)
		}
		other := entry()
		other.ProblemID, other.MeasureID, other.Corrects = "p2", "m2", first
		if _, err := w.Do(t, "officer", other); !names(err, "corrects") {
			t.Errorf("a correction of another problem's entry: %v", err)
		}
		page, err := see(t, w, "clerk", query.Problem, "p1")
		if err != nil {
			t.Fatal(err)
		}
		if rows := page.Work.Progress; len(rows) != 2 || rows[0].Corrected || !rows[1].Corrected {
			t.Errorf("%+v", rows)
		}
	})
}

func TestWhoMustHelpSeesItAndAnswers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		e := entry()
		e.Difficulty, e.HelpDept = "核销需要财务科出具证明", "d2"
		id := w.Must(t, "officer", e)
		if n := helps(t, w, "depthead2"); n != 1 {
			t.Errorf("the department that must help sees %d", n)
		}
		if n := helps(t, w, "depthead"); n != 0 {
			t.Errorf("another department sees %d", n)
		}
		for account, want := range map[string]fault.Kind{"depthead": fault.Denied, "other-depthead": fault.NotFound, "office": fault.Denied} {
			if _, err := w.Do(t, account, &carrying.AnswerHelp{ProgressID: id, Text: "好"}); !fault.Is(err, want) {
				t.Errorf("%s answers: %v", account, err)
			}
		}
		w.Must(t, "depthead2", &carrying.AnswerHelp{ProgressID: id, Text: "本周出具"})
		if n := helps(t, w, "depthead2"); n != 0 {
			t.Errorf("after the answer it still waits: %d", n)
		}
	})
}

func helps(t *testing.T, w *testkit.World, account string) int {
	t.Helper()
	d, err := see(t, w, account, query.MyDesk, struct{}{})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range d.Groups {
		if g.Code == query.DeskHelp {
			return g.Total
		}
	}
	return 0
}

func TestOnlyTheResponsibleLeaderAndTheHeadInstruct(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		id := w.Must(t, "officer", entry())
		for account, want := range map[string]fault.Kind{"leader2": fault.Denied, "clerk": fault.Denied, "other-head": fault.NotFound} {
			if _, err := w.Do(t, account, &carrying.Instruct{ProgressID: id, Text: "抓紧"}); !fault.Is(err, want) {
				t.Errorf("%s: %v", account, err)
			}
		}
		for _, account := range []string{"leader", "head"} {
			w.Must(t, account, &carrying.Instruct{ProgressID: id, Text: "抓紧"})
		}
	})
}

func TestTheClerkSeesWhoIsSilent(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		e := entry()
		e.Period = "2026-03"
		w.Must(t, "officer", e)
		w.Clock.Set("2026-05-06")
		l, err := see(t, w, "clerk", query.Periods, query.PeriodsIn{Inspection: "i-bureau", Period: "2026-03"})
		if err != nil || l.Counts[work.Reported] != 1 || l.Counts[work.Silent] != 2 {
			t.Errorf("March: %+v, %v", l.Counts, err)
		}
		l, err = see(t, w, "clerk", query.Periods, query.PeriodsIn{Inspection: "i-bureau", Period: "2026-04", Report: work.Silent, Department: "d1"})
		if err != nil || len(l.Rows) != 3 || l.Rows[0].Silent != 1 || l.Rows[1].Silent != 2 {
			t.Errorf("April: %+v, %v", l.Rows, err)
		}
		for account, want := range map[string]fault.Kind{"office": fault.Denied, "other-clerk": fault.NotFound} {
			if _, err := see(t, w, account, query.Periods, query.PeriodsIn{Inspection: "i-bureau"}); !fault.Is(err, want) {
				t.Errorf("%s: %v", account, err)
			}
		}
	})
}

func TestAReasonIsGivenForASum(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		w.Write(t, func(tx *store.Tx) error {
			m, err := store.Measures.Get(tx, "m1")
			if err != nil {
				return err
			}
			m.Results = work.ReadResults("收回5000元")
			return store.Measures.Update(tx, &m)
		})
		e := entry()
		e.Yuan = "3000"
		w.Must(t, "officer", e)
		explain := &carrying.ExplainSum{ProblemID: "p1", Kind: work.ResultMoney, Reason: "2000元进入诉讼"}
		if _, err := w.Do(t, "depthead2", explain); !fault.Is(err, fault.Denied) {
			t.Errorf("another department explains: %v", err)
		}
		if _, err := w.Do(t, "officer", &carrying.ExplainSum{ProblemID: "p1", Kind: work.ResultCases, Reason: "无"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a sum that is not there: %v", err)
		}
		if sum := sumOf(t, w); sum.Settled() || sum.Reported != 300000 || sum.Expected != 500000 {
			t.Errorf("before: %+v", sum)
		}
		w.Must(t, "officer", explain)
		if sum := sumOf(t, w); !sum.Settled() {
			t.Errorf("after: %+v", sum)
		}
	})
}

func sumOf(t *testing.T, w *testkit.World) work.Sum {
	t.Helper()
	page, err := see(t, w, "clerk", query.Problem, "p1")
	if err != nil || len(page.Work.Sums) != 1 {
		t.Fatalf("%+v, %v", page.Work.Sums, err)
	}
	return page.Work.Sums[0]
}

// names reports whether the fault is about the field.
func names(err error, field string) bool {
	var f *fault.Error
	if !errors.As(err, &f) {
		return false
	}
	return slices.ContainsFunc(f.Fields, func(x fault.Field) bool { return x.Name == field })
}
