package planning_test

import (
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestAMeasureTakesFromItsProblemWhatIsNotSaid(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		c := &planning.AddMeasure{ProblemID: "p1"}
		c.Kind, c.Text, c.LeadDeptID = "similar-cases", "对全局接待台账开展核查", "d2"
		w.Must(t, "depthead", c)
		got := measures(t, w, "p1")
		if len(got) != 2 {
			t.Fatalf("there are %d measures", len(got))
		}
		m := got[1]
		if m.Kind != work.Similar || m.LeadDeptID != "d2" || m.LeaderID != "leader" || m.Deadline != "2026-06-30" || m.Seq != 2 {
			t.Errorf("got %+v", m)
		}
	})
}

func TestAMeasureSharesTheDeadlineOfItsProblemWithoutAReason(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		a := assignment(problem(t, w, "p1"))
		a.Due, a.Reason = "2026-12-31", "需市人大修订办法"
		w.Must(t, "clerk", a)
		c := &planning.AddMeasure{ProblemID: "p1"}
		c.Kind, c.Text = "long-term", "修订办法"
		w.Must(t, "clerk", c)
		if m := measures(t, w, "p1")[1]; m.Deadline != "2026-12-31" {
			t.Errorf("due on %s", m.Deadline)
		}
		c = &planning.AddMeasure{ProblemID: "p1"}
		c.Kind, c.Text, c.Due = "long-term", "再修订", "2027-01-31"
		if _, err := w.Do(t, "clerk", c); wrong(err)["due"] != "deadline.too-late" {
			t.Errorf("a later day: %v", err)
		}
	})
}

func TestMeasuresAreMovedAndRemoved(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		c := &planning.AddMeasure{ProblemID: "p1"}
		c.Kind, c.Text = "long-term", "建立制度"
		second := w.Must(t, "clerk", c)
		w.Must(t, "clerk", &planning.MoveMeasure{ID: second, Up: true})
		w.Must(t, "clerk", &planning.MoveMeasure{ID: second, Up: true}) // already at the top
		if got := measures(t, w, "p1"); got[0].ID != second || got[1].ID != "m1" {
			t.Errorf("the order is %s, %s", got[0].ID, got[1].ID)
		}
		w.Must(t, "clerk", &planning.SaveSteps{MeasureID: second, Rows: []planning.StepRow{{Text: "起草", Due: "2026-04-30"}}})
		w.Must(t, "clerk", &planning.RemoveMeasure{ID: second})
		if got := measures(t, w, "p1"); len(got) != 1 {
			t.Errorf("%d measures are left", len(got))
		}
		w.Write(t, func(tx *store.Tx) error {
			return store.ProgressEntries.Insert(tx, &work.Progress{ID: "g1", ProblemID: "p1", MeasureID: "m1"})
		})
		if _, err := w.Do(t, "clerk", &planning.RemoveMeasure{ID: "m1"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a measure with progress was removed: %v", err)
		}
	})
}

func TestStepsOfTwoPeopleDoNotPushEachOtherOut(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		steps := func() (texts []string, byText map[string]work.Step) {
			byText = map[string]work.Step{}
			w.See(t, func(tx *store.Tx) error {
				list, err := store.Steps.List(tx, "WHERE measure_id = 'm1' ORDER BY seq, id")
				for _, s := range list {
					texts, byText[s.Text] = append(texts, s.Text), s
				}
				return err
			})
			return texts, byText
		}
		w.Must(t, "officer", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{{Text: "清点", Due: "2026-03-31"}, {}}})
		_, one := steps()
		w.Must(t, "depthead", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{{Text: "复核"}}})
		w.Must(t, "officer", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{
			{ID: one["清点"].ID, Version: one["清点"].Version, Text: "清点", Due: "2026-03-31", DoneOn: "2026-03-09"}}})
		if got, by := steps(); len(got) != 2 || by["清点"].DoneOn != "2026-03-09" {
			t.Errorf("the steps are %v", got)
		}
		w.Must(t, "officer", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{{ID: one["清点"].ID, Text: ""}}})
		if got, _ := steps(); len(got) != 1 || got[0] != "复核" {
			t.Errorf("the steps are %v", got)
		}
		_, err := w.Do(t, "officer", &planning.SaveSteps{MeasureID: "m1", Rows: []planning.StepRow{{Text: "报送", Due: "2026-02-30", DoneOn: "2026-04-01"}}})
		if got := wrong(err); got["steps[0].due"] != "field.bad-date" || got["steps[0].done_on"] != "field.future" {
			t.Errorf("got %v", err)
		}
	})
}
