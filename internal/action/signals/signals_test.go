package signals_test

import (
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/signals"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/signal"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// finding is one about problem p1 of the bureau, on its first measure.
func finding(args ...string) signal.Finding {
	return signal.Finding{InspectionID: "i-bureau", OrgID: "bureau", ProblemID: "p1", Rule: signal.OtherName, Args: args, Subject: "m1",
		Stage: signal.PlanStage, Base: []signal.Base{{Kind: "measure", RecordID: "m1", ProblemID: "p1", InspectionID: "i-bureau", OrgID: "bureau", Label: "补齐台账"}}}
}

// sharedWorld is a world in which the bureau's plan went to the office.
func sharedWorld(t *testing.T, url string) *testkit.World {
	t.Helper()
	w := testkit.NewWorld(t, url)
	w.Write(t, func(tx *store.Tx) error {
		i, err := store.Inspections.Get(tx, "i-bureau")
		if err != nil {
			return err
		}
		i.PlanSharedOn, i.PlanIssuedOn = "2026-03-05", "2026-03-05"
		e := work.Evidence{ID: "ev", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Name: "台账.xlsx"}
		if err := store.Evidences.Insert(tx, &e); err != nil {
			return err
		}
		foreign := work.Evidence{ID: "other-ev", OrgID: "other", InspectionID: "i-other", ProblemID: "other-p1", Name: "台账.xlsx"}
		if err := store.Evidences.Insert(tx, &foreign); err != nil {
			return err
		}
		return store.Inspections.Update(tx, &i)
	})
	return w
}

func record(t *testing.T, w *testkit.World, found ...signal.Finding) {
	t.Helper()
	w.Must(t, "office", &signals.Record{InspectionID: "i-bureau", Settings: 0, Found: found})
}

func stored(t *testing.T, w *testkit.World) (list []signal.Signal) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) {
		list, err = store.Signals.List(tx, "WHERE inspection_id = 'i-bureau' ORDER BY id")
		return err
	})
	return list
}

func only(t *testing.T, w *testkit.World) signal.Signal {
	t.Helper()
	list := stored(t, w)
	if len(list) != 1 {
		t.Fatalf("%d signals are stored", len(list))
	}
	return list[0]
}

func refused(t *testing.T, w *testkit.World, by string, cmd action.Command, kind fault.Kind) {
	t.Helper()
	if _, err := w.Do(t, by, cmd); !fault.Is(err, kind) {
		t.Errorf("%s, %T: %v", by, cmd, err)
	}
}

func TestASignalIsAnsweredAndReviewed(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := sharedWorld(t, url)
		record(t, w, finding("市水务局"))
		s := only(t, w)
		refused(t, w, "office", &signals.Review{ID: s.ID, Version: 1, Outcome: signal.Explained}, fault.Conflict)
		refused(t, w, "clerk", &signals.Answer{ID: s.ID, Version: 1, Answer: " "}, fault.Invalid)
		refused(t, w, "clerk", &signals.Answer{ID: s.ID, Version: 1, Answer: "见附件", Proof: []string{"other-ev"}}, fault.Invalid)
		w.Must(t, "clerk", &signals.Answer{ID: s.ID, Version: 1, Answer: "借用了模板，内容已核实", Proof: []string{"ev"}})
		refused(t, w, "head", &signals.Answer{ID: s.ID, Version: 1, Answer: "旧的一页"}, fault.Conflict)
		refused(t, w, "office", &signals.Review{ID: s.ID, Version: 2, Outcome: signal.Confirmed}, fault.Invalid)
		w.Must(t, "office", &signals.Review{ID: s.ID, Version: 2, Outcome: signal.Confirmed, Review: "照抄属实"})
		if s = only(t, w); s.State != signal.Reviewed || s.Outcome != signal.Confirmed || s.AnsweredName != "clerk" || len(s.Proof) != 1 {
			t.Errorf("%+v", s)
		}
		refused(t, w, "clerk", &signals.Answer{ID: s.ID, Version: 3, Answer: "再说一次"}, fault.Conflict)
	})
}

func TestWhoMayDoWhatAboutASignal(t *testing.T) {
	w := sharedWorld(t, t.TempDir()+"/bihuan.db")
	record(t, w, finding("市水务局"))
	s := only(t, w)
	for by, kind := range map[string]fault.Kind{"depthead": fault.Denied, "officer": fault.Denied, "leader": fault.Denied, "resident": fault.Denied,
		"office": fault.Denied, "other-clerk": fault.NotFound, "sysadmin": fault.NotFound} {
		refused(t, w, by, &signals.Answer{ID: s.ID, Version: 1, Answer: "说明"}, kind)
	}
	for by, kind := range map[string]fault.Kind{"clerk": fault.Denied, "head": fault.Denied, "team": fault.Denied, "team2": fault.NotFound, "other-head": fault.NotFound} {
		refused(t, w, by, &signals.Review{ID: s.ID, Version: 1, Outcome: signal.OnTheSpot}, kind)
		refused(t, w, by, &signals.Record{InspectionID: "i-bureau"}, kind)
	}
	refused(t, w, "clerk", &signals.SaveSettings{RoundID: "round"}, fault.Denied)
}

// A signal on proof is not there for the office before the problem's
// application reached it.
func TestTheOfficeReviewsOnlyWhatWasSubmitted(t *testing.T) {
	w := sharedWorld(t, t.TempDir()+"/bihuan.db")
	f := finding("市水务局")
	f.Stage = signal.ProofStage
	record(t, w, f)
	refused(t, w, "office", &signals.Review{ID: only(t, w).ID, Version: 1, Outcome: signal.OnTheSpot}, fault.Denied)
	w.Write(t, func(tx *store.Tx) error {
		p, err := store.Problems.Get(tx, "p1")
		if err != nil {
			return err
		}
		p.SubmittedOn = "2026-03-09"
		return store.Problems.Update(tx, &p)
	})
	w.Must(t, "office", &signals.Review{ID: only(t, w).ID, Version: 1, Outcome: signal.OnTheSpot})
}

func TestAComputationKeepsWhatPeopleSaid(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := sharedWorld(t, url)
		record(t, w, finding("市水务局"))
		w.Must(t, "clerk", &signals.Answer{ID: only(t, w).ID, Version: 1, Answer: "借用了模板"})
		before := only(t, w)
		record(t, w, finding("市水务局"))
		if s := only(t, w); s.Version != before.Version {
			t.Errorf("the same finding changed the signal: %+v", s)
		}
		record(t, w)
		if s := only(t, w); s.GoneOn != "2026-03-10" || s.Answer == "" || s.State != signal.Answered {
			t.Errorf("a vanished signal is %+v", s)
		}
		record(t, w, finding("市水务局", "又一处"))
		if s := only(t, w); s.GoneOn != "" || !s.Changed() || s.Answer == "" {
			t.Errorf("a returned signal is %+v", s)
		}
		w.Must(t, "head", &signals.Answer{ID: only(t, w).ID, Version: only(t, w).Version, Answer: "已改正"})
		if s := only(t, w); s.Changed() {
			t.Errorf("answered anew, but changed: %+v", s)
		}
	})
}

func TestThresholdsAreVersioned(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		save := func(number, minutes int) *signals.SaveSettings {
			return &signals.SaveSettings{RoundID: "round", Number: number, On: []signal.Rule{signal.QuickSignOff}, Placeholders: action.Lines{"XX"},
				Limits: []signals.ThresholdInput{{Name: "quick_minutes", Value: minutes}}}
		}
		refused(t, w, "office", save(0, 0), fault.Invalid)
		w.Must(t, "office", save(0, 5))
		refused(t, w, "office", save(0, 7), fault.Conflict)
		w.Must(t, "office", save(1, 7))
		w.See(t, func(tx *store.Tx) error {
			now, err := store.SignalSettingsOf(tx, "round")
			if now.Number != 2 || now.Settings.QuickMinutes != 7 || !now.Settings.On(signal.QuickSignOff) || now.Settings.On(signal.NoResult) {
				t.Errorf("%+v", now)
			}
			return err
		})
	})
}

func TestComputingIsQueuedOnce(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/bihuan.db")
	w.Must(t, "office", &signals.Compute{RoundID: "round"})
	w.Must(t, "office", &signals.Compute{RoundID: "round"})
	w.See(t, func(tx *store.Tx) error {
		n, err := tx.Count("SELECT COUNT(*) FROM job WHERE kind = ?", signals.ComputeJob)
		if n != 1 {
			t.Errorf("%d jobs", n)
		}
		return err
	})
}
