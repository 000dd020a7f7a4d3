package closing_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/action/closing"
	"bihuan/internal/action/planning"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func code(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

func fields(err error) []string {
	var f *fault.Error
	var out []string
	if errors.As(err, &f) {
		for _, field := range f.Fields {
			out = append(out, field.Name)
		}
	}
	return out
}

// reopening is one that rests on a fact after the sign-off of p1.
func reopening(t *testing.T, w *testkit.World) *closing.Reopen {
	t.Helper()
	p := problem(t, w)
	return &closing.Reopen{ProblemID: "p1", Version: p.Version, Kind: domain.Complaint, FactOn: p.ClosedOn.AddDays(3), Source: "信访件〔2026〕12号",
		Reason: "检查发现又有漏登", Deadline: workday.DateOf(w.Clock.Now(), workday.Zone).AddMonths(3), File: carrying.File{Name: "信访件.pdf", Hash: "ef", Size: 9}}
}

// signed takes an application of p1 through the chain.
func signed(t *testing.T, w *testkit.World, id string) {
	t.Helper()
	for _, by := range []string{"depthead", "leader", "clerk", "resident", "head", "office"} {
		cmd := &closing.Decide{ID: id, Version: versionOf(t, w, id), Outcome: domain.Agree, Reason: "同意"}
		if by == "head" {
			cmd.MeetingID = "meet"
		}
		w.Must(t, by, cmd)
	}
}

// figures are the counts of the bureau's problems on a day.
func figures(t *testing.T, w *testkit.World, day workday.Date) (c query.Counts) {
	t.Helper()
	err := w.Reader.See(context.Background(), w.Actor(t, "clerk"), func(v *query.View) (err error) {
		c, err = v.CountProblemsOn("i-bureau", day)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAReopeningRestsOnAFactAfterTheSignOff(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := readyWorld(t, url)
		signed(t, w, w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "完成"}))
		w.Clock.Set("2026-03-20")
		for name, spoil := range map[string]struct {
			field string
			how   func(*closing.Reopen)
		}{
			"before the sign-off":  {"fact_on", func(c *closing.Reopen) { c.FactOn = "2026-03-09" }},
			"on its day":           {"fact_on", func(c *closing.Reopen) { c.FactOn = "2026-03-10" }},
			"to come":              {"fact_on", func(c *closing.Reopen) { c.FactOn = "2026-03-21" }},
			"no day":               {"fact_on", func(c *closing.Reopen) { c.FactOn = "" }},
			"a mistake":            {"kind", func(c *closing.Reopen) { c.Kind = domain.Mistake }},
			"no source":            {"source", func(c *closing.Reopen) { c.Source = " " }},
			"no proof":             {"file", func(c *closing.Reopen) { c.File = carrying.File{} }},
			"a foreign file":       {"proof", func(c *closing.Reopen) { c.Proof = []string{"nowhere"} }},
			"a secret file":        {"file", func(c *closing.Reopen) { c.File.Name = "机密★信访件.pdf" }},
			"no deadline":          {"deadline", func(c *closing.Reopen) { c.Deadline = "" }},
			"a deadline that past": {"deadline", func(c *closing.Reopen) { c.Deadline = "2026-03-20" }},
		} {
			cmd := reopening(t, w)
			spoil.how(cmd)
			if _, err := w.Do(t, "clerk", cmd); !slices.Contains(fields(err), spoil.field) {
				t.Errorf("%s: %v", name, err)
			}
		}
		w.Must(t, "clerk", reopening(t, w))
		if _, err := w.Do(t, "clerk", reopening(t, w)); code(err) != "signoff.not-closed" {
			t.Errorf("twice: %v", err)
		}
	})
}

func TestANewCycleIsItsOwnAndMovesNothingThatWas(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := readyWorld(t, url)
		first := w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "完成"})
		signed(t, w, first)
		w.Clock.Set("2026-03-20")
		days := []workday.Date{"2026-03-05", "2026-03-09", "2026-03-10", "2026-03-15"}
		was := map[workday.Date]query.Counts{}
		for _, day := range days {
			was[day] = figures(t, w, day)
		}
		w.Must(t, "clerk", reopening(t, w))
		for name, cmd := range map[string]action.Command{
			"report on an earlier measure": &carrying.AddProgress{ProblemID: "p1", MeasureID: "m1", On: "2026-03-20", Body: "再做", Verdict: work.Done},
			"withdraw earlier proof":       &carrying.WithdrawEvidence{ID: evidenceOf(t, w), Version: 1, Reason: "换"},
			"change an earlier measure":    &planning.RemoveMeasure{ID: "m1"},
		} {
			if _, err := w.Do(t, "clerk", cmd); code(err) != "cycle.ended" {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := w.Do(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "还是那些"}); code(err) != "signoff.no-measures" {
			t.Errorf("the work of the first cycle was applied for again: %v", err)
		}
		add := &planning.AddMeasure{ProblemID: "p1"}
		add.Kind, add.Text = "direct", "专人每周核对"
		m := w.Must(t, "clerk", add)
		w.Clock.Set("2026-03-25")
		w.Must(t, "depthead", &carrying.AddProgress{ProblemID: "p1", MeasureID: m, On: "2026-03-25", Body: "已连续核对", Verdict: work.Done})
		if _, err := w.Do(t, "depthead", &closing.Apply{ProblemID: "p1", Statement: "第二轮"}); code(err) != "signoff.no-evidence" {
			t.Errorf("proof of the first cycle counted: %v", err)
		}
		w.Must(t, "depthead", &carrying.AddEvidence{ProblemID: "p1", MeasureID: m, SpeaksFor: "2026-03-24", File: carrying.File{Name: "核对.xlsx", Hash: "12", Size: 3}})
		second := w.Must(t, "depthead", &closing.Apply{ProblemID: "p1", Statement: "第二轮"})
		if _, err := w.Do(t, "depthead", &closing.Decide{ID: second, Version: 1, Outcome: domain.Agree}); code(err) != "signoff.own-work" {
			t.Errorf("he decides what he reported: %v", err)
		}
		for _, day := range days {
			if is := figures(t, w, day); !equal(is, was[day]) {
				t.Errorf("%s: it was %+v, now it is told as %+v", day, was[day], is)
			}
		}
		w.See(t, func(tx *store.Tx) error {
			a, err := store.Applications.Get(tx, first)
			kase, err2 := store.SignoffCase(tx, problem(t, w), a)
			if hash, err := kase.Hash(); err != nil || hash != a.Hash {
				t.Error("the first application rests on something else now")
			}
			return errors.Join(err, err2)
		})
	})
}

func equal(a, b query.Counts) bool {
	for _, v := range work.Verdicts() {
		if a.ByVerdict[v] != b.ByVerdict[v] {
			return false
		}
	}
	return a.Total == b.Total && a.Closed == b.Closed && a.Late == b.Late && a.DueSoon == b.DueSoon
}

func evidenceOf(t *testing.T, w *testkit.World) (id string) {
	t.Helper()
	w.See(t, func(tx *store.Tx) error {
		e, err := store.Evidences.One(tx, "WHERE problem_id = 'p1'")
		id = e.ID
		return err
	})
	return id
}

// TestWhoWorkedBeforeDoesNotJudgeTheNewCycle: the clerk reported in the first
// cycle and holds the rectification office's step of the second.
func TestWhoWorkedBeforeDoesNotJudgeTheNewCycle(t *testing.T) {
	w := readyWorld(t, filepath.Join(t.TempDir(), "b.db"))
	signed(t, w, w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "完成"}))
	w.Clock.Set("2026-03-20")
	w.Must(t, "office", reopening(t, w))
	w.Write(t, func(tx *store.Tx) error {
		one, err := store.ProgressEntries.One(tx, "WHERE problem_id = 'p1'")
		if err != nil {
			return err
		}
		one.ID, one.AuthorID = "early", "leader"
		m := work.Measure{ID: "m9", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Seq: 9, Text: "x", Verdict: work.Done, Cycle: 1, OwnerID: "officer"}
		e := work.Evidence{ID: "e9", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Cycle: 1, UploaderID: "officer", Hash: "1", Name: "a", State: work.EvidenceSubmitted}
		return errors.Join(store.ProgressEntries.Insert(tx, &one), store.Measures.Insert(tx, &m), store.Evidences.Insert(tx, &e))
	})
	id := w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "第二轮"})
	w.Must(t, "depthead", &closing.Decide{ID: id, Version: 1, Outcome: domain.Agree})
	if _, err := w.Do(t, "leader", &closing.Decide{ID: id, Version: 2, Outcome: domain.Agree}); code(err) != "signoff.own-work" {
		t.Errorf("got %v", err)
	}
}

// TestEveryDoorRefusesOwnWork tries the same conflict through each way in which
// a step can be decided: by oneself, together with others, and as a deputy.
// What is signed on paper is tried in package signing.
func TestEveryDoorRefusesOwnWork(t *testing.T) {
	w := readyWorld(t, filepath.Join(t.TempDir(), "b.db"))
	w.Must(t, "clerk", &carrying.AddProgress{ProblemID: "p1", MeasureID: "m1", On: "2026-03-10", Body: "整改办也动手了", Verdict: work.Done})
	id := w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "完成"})
	for _, by := range []string{"depthead", "leader"} {
		w.Must(t, by, &closing.Decide{ID: id, Version: versionOf(t, w, id), Outcome: domain.Agree})
	}
	decide := func() *closing.Decide {
		return &closing.Decide{ID: id, Version: versionOf(t, w, id), Outcome: domain.Agree}
	}
	deputy := org.Delegation{Permissions: []org.Permission{org.SignoffDecide}}
	for name, call := range map[string]action.Call{
		"by himself":                {Actor: w.Actor(t, "clerk")},
		"another in his name":       {Actor: deputy.For(w.Actor(t, "resident"), w.Actor(t, "clerk"))},
		"as deputy of his own head": {Actor: deputy.For(w.Actor(t, "officer"), w.Actor(t, "clerk"))},
	} {
		_, err := w.Runner.Do(context.Background(), call, decide())
		if code(err) != "signoff.own-work" {
			t.Errorf("%s: %v", name, err)
		}
		err = w.Runner.Together(context.Background(), func(do func(action.Call, action.Command) (action.Result, error)) error {
			_, err := do(call, decide())
			return err
		})
		if code(err) != "signoff.own-work" {
			t.Errorf("%s, together with others: %v", name, err)
		}
	}
}
