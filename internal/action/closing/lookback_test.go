package closing_test

import (
	"testing"

	"bihuan/internal/action/closing"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/signal"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// closedWorld is a world in which both bureaus shared their plans and had
// problems 1 and 2 signed off on 1 March; one of the bureau's has a signal.
func closedWorld(t *testing.T, url string) *testkit.World {
	t.Helper()
	w := testkit.NewWorld(t, url)
	w.Write(t, func(tx *store.Tx) error {
		for _, o := range []struct{ in, pre string }{{"i-bureau", ""}, {"i-other", "other-"}} {
			i, err := store.Inspections.Get(tx, o.in)
			if err != nil {
				return err
			}
			i.PlanSharedOn, i.PlanIssuedOn = "2026-03-05", "2026-03-05"
			if err := store.Inspections.Update(tx, &i); err != nil {
				return err
			}
			for _, n := range []string{"p1", "p2"} {
				p, err := store.Problems.Get(tx, o.pre+n)
				if err != nil {
					return err
				}
				p.ClosedOn, p.SubmittedOn, p.Verdict = "2026-03-06", "2026-03-05", work.Done
				if err := store.Problems.Update(tx, &p); err != nil {
					return err
				}
			}
		}
		s := signal.Signal{ID: "s1", OrgID: "bureau", InspectionID: "i-bureau", RoundID: "round", ProblemID: "p1", Rule: signal.NoResult, Key: "x", State: signal.Open}
		return store.Signals.Insert(tx, &s)
	})
	return w
}

func sampleOf(t *testing.T, w *testkit.World, id string) (s domain.Sample) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { s, err = store.Samples.Get(tx, id); return err })
	return s
}

func TestASampleIsDrawnOfWhatIsSignedOff(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := closedWorld(t, url)
		all := sampleOf(t, w, w.Must(t, "office", &closing.DrawSample{RoundID: "round", Weigh: domain.WeighSignals, Size: 3}))
		if len(all.Pool) != 4 || len(all.Drawn) != 3 || len(all.Seed) != 32 || !all.File().Repeats() || all.Number != 1 {
			t.Errorf("%+v", all)
		}
		for _, c := range all.Pool {
			if want := map[bool]int{true: 4, false: 1}[c.ID == "p1"]; c.Weight != want {
				t.Errorf("%s weighs %d", c.ID, c.Weight)
			}
		}
		one := sampleOf(t, w, w.Must(t, "office", &closing.DrawSample{RoundID: "round", InspectionID: "i-other", Weigh: domain.WeighEqual, Size: 9, Seed: "开奖 0715"}))
		if len(one.Drawn) != 2 || one.Seed != "开奖 0715" || one.Number != 2 {
			t.Errorf("%+v", one)
		}
		for by, cmd := range map[string]*closing.DrawSample{"clerk": {RoundID: "round", Weigh: domain.WeighEqual, Size: 1}, "team": {RoundID: "round", Weigh: domain.WeighEqual, Size: 1}} {
			if _, err := w.Do(t, by, cmd); !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Denied) {
				t.Errorf("%s draws: %v", by, err)
			}
		}
		for name, cmd := range map[string]*closing.DrawSample{"no size": {RoundID: "round", Weigh: domain.WeighEqual}, "no weight": {RoundID: "round", Size: 1},
			"another round's": {RoundID: "round", Weigh: domain.WeighEqual, Size: 1, InspectionID: "nowhere"}} {
			if _, err := w.Do(t, "office", cmd); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestASpotCheckIsRecordedAndARelapseReopens(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := closedWorld(t, url)
		sample := w.Must(t, "office", &closing.DrawSample{RoundID: "round", InspectionID: "i-bureau", Weigh: domain.WeighEqual, Size: 2})
		w.Must(t, "office", &closing.RecordSpotCheck{ProblemID: "p2", SampleID: sample, On: "2026-03-09", Outcome: domain.SpotReal, Asked: 7, Agreed: 7, Yuan: "1,200"})
		if p := problemOf(t, w, "p2"); !p.Closed() {
			t.Error("a real result opened the problem")
		}
		relapse := closing.RecordSpotCheck{ProblemID: "p1", SampleID: sample, On: "2026-03-09", Outcome: domain.SpotRelapse, FactOn: "2026-03-05", Note: "又有漏登", Asked: 7, Agreed: 3, Deadline: "2026-06-30"}
		if _, err := w.Do(t, "office", &relapse); !fault.Is(err, fault.Invalid) {
			t.Errorf("a fact before the sign-off gave %v", err)
		}
		relapse.FactOn = "2026-03-08"
		foreign := relapse
		foreign.SampleID = w.Must(t, "office", &closing.DrawSample{RoundID: "round", InspectionID: "i-other", Weigh: domain.WeighEqual, Size: 2})
		if _, err := w.Do(t, "office", &foreign); !fault.Is(err, fault.Invalid) {
			t.Errorf("a sample without the problem gave %v", err)
		}
		for by, kind := range map[string]fault.Kind{"clerk": fault.Denied, "head": fault.Denied, "team2": fault.NotFound, "other-clerk": fault.NotFound} {
			if _, err := w.Do(t, by, &relapse); !fault.Is(err, kind) {
				t.Errorf("%s: %v", by, err)
			}
		}
		w.Must(t, "office", &relapse)
		if p := problemOf(t, w, "p1"); p.Closed() || p.Verdict != work.UnderWay || p.ReopenedOn != "2026-03-10" {
			t.Errorf("after a relapse: %+v", p)
		}
		w.See(t, func(tx *store.Tx) error {
			r, err := store.Reopenings.One(tx, "WHERE problem_id = 'p1'")
			if r.Kind != domain.Relapse || r.Reason != "又有漏登" {
				t.Errorf("%+v", r)
			}
			return err
		})
		if _, err := w.Do(t, "office", &relapse); !fault.Is(err, fault.Conflict) {
			t.Errorf("an open problem was looked back at: %v", err)
		}
	})
}

func problemOf(t *testing.T, w *testkit.World, id string) (p work.Problem) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { p, err = store.Problems.Get(tx, id); return err })
	return p
}
