package closing_test

import (
	"testing"

	"bihuan/internal/action/carrying"
	"bihuan/internal/action/closing"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// readyWorld is a world in which problem p1 is done and proved by the officer.
func readyWorld(t *testing.T, url string) *testkit.World {
	w := testkit.NewWorld(t, url)
	w.Must(t, "officer", &carrying.AddProgress{ProblemID: "p1", MeasureID: "m1", On: "2026-03-09", Body: "已补齐台账", Verdict: work.Done})
	w.Must(t, "officer", &carrying.AddEvidence{ProblemID: "p1", MeasureID: "m1", SpeaksFor: "2026-03-08", File: carrying.File{Name: "台账.xlsx", Hash: "ab", Size: 3}})
	w.Write(t, func(tx *store.Tx) error {
		if err := store.Meetings.Insert(tx, &party.Meeting{ID: "meet", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.PartyGroup, HeldOn: "2026-03-10"}); err != nil {
			return err
		}
		i, err := store.Inspections.Get(tx, "i-bureau")
		if err != nil {
			return err
		}
		i.PlanSharedOn, i.PlanIssuedOn = "2026-03-05", "2026-03-05"
		return store.Inspections.Update(tx, &i)
	})
	return w
}

func problem(t *testing.T, w *testkit.World) (p work.Problem) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { p, err = store.Problems.Get(tx, "p1"); return err })
	return p
}

func versionOf(t *testing.T, w *testkit.World, id string) (version int) {
	t.Helper()
	w.See(t, func(tx *store.Tx) error {
		a, err := store.Applications.Get(tx, id)
		version = a.Version
		return err
	})
	return version
}

func TestAProblemIsSignedOffThroughTheWholeChain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := readyWorld(t, url)
		id := w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "对照标准已完成"})
		if _, err := w.Do(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "再来一次"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a second open application gave %v", err)
		}
		if _, err := w.Do(t, "office", &closing.Decide{ID: id, Version: 1, Outcome: domain.Agree}); err == nil {
			t.Error("the inspection office decided before its step")
		}
		for _, by := range []string{"depthead", "leader", "clerk", "resident", "head", "office"} {
			cmd := &closing.Decide{ID: id, Version: versionOf(t, w, id), Outcome: domain.Agree, Reason: "同意"}
			if by == "head" {
				cmd.MeetingID = "meet"
			}
			w.Must(t, by, cmd)
		}
		if p := problem(t, w); p.ClosedOn != "2026-03-10" || p.Verdict != work.Done || p.SubmittedOn == "" {
			t.Errorf("the problem is %+v", p)
		}
		if _, err := w.Do(t, "clerk", &closing.Reopen{ProblemID: "p1", Version: problem(t, w).Version, Kind: domain.Relapse}); !fault.Is(err, fault.Invalid) {
			t.Errorf("reopening without a reason gave %v", err)
		}
		w.Clock.Set("2026-03-20")
		w.Must(t, "clerk", reopening(t, w))
		if p := problem(t, w); p.Closed() || p.Verdict != work.UnderWay {
			t.Errorf("after reopening: %+v", p)
		}
	})
}

func TestAReturnNeedsAReasonAndMayDemandRenewedRectification(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := readyWorld(t, url)
		id := w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "完成"})
		if _, err := w.Do(t, "depthead", &closing.Decide{ID: id, Version: 1, Outcome: domain.Return}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a return without a reason gave %v", err)
		}
		w.Must(t, "depthead", &closing.Decide{ID: id, Version: 1, Outcome: domain.Return, Reason: "缺少4月台账", Renewed: true, Until: "2026-04-10"})
		if p := problem(t, w); p.Verdict != work.UnderWay || p.Deadline != "2026-04-10" || p.Term != "2026年4月10日前" || p.FirstDeadline != "2026-06-30" {
			t.Errorf("sent back: %s, due %s %s", p.Verdict, p.Deadline, p.Term)
		}
		if _, err := w.Do(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "再次申请"}); code(err) != "signoff.nothing-new" {
			t.Errorf("the same work was applied for again: %v", err)
		}
		w.Clock.Set("2026-03-12")
		w.Must(t, "officer", &carrying.AddProgress{ProblemID: "p1", MeasureID: "m1", On: "2026-03-12", Body: "已补4月台账", Verdict: work.Done})
		w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "再次申请"})
	})
}

func TestWhatChangedSinceTheApplicationCannotBeAgreedTo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := readyWorld(t, url)
		id := w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "完成"})
		w.Must(t, "officer", &carrying.AddEvidence{ProblemID: "p1", SpeaksFor: "2026-03-09", File: carrying.File{Name: "b.txt", Hash: "cd", Size: 1}})
		if _, err := w.Do(t, "depthead", &closing.Decide{ID: id, Version: 1, Outcome: domain.Agree}); !fault.Is(err, fault.Conflict) {
			t.Errorf("got %v", err)
		}
	})
}
