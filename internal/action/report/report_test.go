package report_test

import (
	"errors"
	"path/filepath"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/report"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// writer composes a paper that lacks what it is told.
func writer(missing ...string) report.Writer {
	return func(_ *store.Tx, _ inspection.Inspection, kind inspection.ReportKind, cutOff workday.Date) (inspection.Composed, error) {
		return inspection.Composed{Title: "报告", Body: []byte(`{"Subject":"` + string(kind) + ` ` + string(cutOff) + `"}`), Missing: missing}, nil
	}
}

// world has a meeting that adopted the report, one that did not, a plan that
// the inspection office has seen, and three bodies that review: the office, the
// team and one more.
func world(t *testing.T, url string) *testkit.World {
	w := testkit.NewWorld(t, url)
	w.Write(t, func(tx *store.Tx) error {
		for _, m := range []party.Meeting{
			{ID: "adopting", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.PartyGroup, Title: "局党组会议", HeldOn: "2026-03-09", AdoptedReport: true},
			{ID: "other", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.PartyGroup, Title: "局党组会议", HeldOn: "2026-03-06"},
		} {
			if err := store.Meetings.Insert(tx, &m); err != nil {
				return err
			}
		}
		round, err := store.Rounds.Get(tx, "round")
		if err != nil {
			return err
		}
		round.Settings.Reviewers = []string{"reviewer"}
		if err := store.Rounds.Update(tx, &round); err != nil {
			return err
		}
		i, err := store.Inspections.Get(tx, "i-bureau")
		if err != nil {
			return err
		}
		i.PlanSharedOn, i.PlanIssuedOn = "2026-03-08", "2026-03-08"
		return store.Inspections.Update(tx, &i)
	})
	return w
}

func get(t *testing.T, w *testkit.World, id string) (r inspection.Report, i inspection.Inspection) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) {
		if r, err = store.Reports.Get(tx, id); err != nil {
			return err
		}
		i, err = store.Inspections.Get(tx, r.InspectionID)
		return err
	})
	return r, i
}

func TestAReportGoesUpAndIsAcceptedOnceAllBodiesConsent(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := world(t, url)
		id := composed(t, w)
		r, _ := get(t, w, id)
		if r.State != inspection.ReportDraft || r.CutOff != "2026-03-10" || !r.Intact() {
			t.Fatalf("composed as %+v", r)
		}
		wantCode(t, w, "office", consent(id), "fault.denied")
		w.Must(t, "head", &report.Submit{ID: id, Version: 1, MeetingID: "adopting"})
		if r, i := get(t, w, id); r.State != inspection.ReportSubmitted || i.ReportedOn != "2026-03-10" || r.MeetingID != "adopting" {
			t.Fatalf("submitted as %+v, reported on %q", r, i.ReportedOn)
		}
		wantCode(t, w, "head", &report.Submit{ID: composed(t, w), Version: 1, MeetingID: "adopting"}, "report.there-already")
		for _, who := range []string{"clerk", "team2", "other-clerk"} {
			if _, err := w.Do(t, who, consent(id)); !fault.Is(err, fault.Denied) && !fault.Is(err, fault.NotFound) {
				t.Errorf("%s speaks in the review: %v", who, err)
			}
		}
		wantCode(t, w, "office", &report.GiveOpinion{ID: id, Verdict: "perhaps"}, "fault.invalid")
		w.Must(t, "office", consent(id))
		wantCode(t, w, "office", consent(id), "plan.consented")
		w.Must(t, "team", consent(id))
		if r, _ := get(t, w, id); r.State != inspection.ReportSubmitted {
			t.Fatalf("accepted before all spoke: %+v", r)
		}
		w.Must(t, "reviewer", consent(id))
		if r, i := get(t, w, id); r.State != inspection.ReportAccepted || i.AcceptedOn != "2026-03-10" || r.DecidedName != "reviewer" {
			t.Fatalf("accepted as %+v, on %q", r, i.AcceptedOn)
		}
		wantCode(t, w, "office", consent(id), "report.not-submitted")
	})
}

// composed is a new draft of the head's report.
func composed(t *testing.T, w *testkit.World) string {
	t.Helper()
	return w.Must(t, "clerk", &report.Compose{InspectionID: "i-bureau", Kind: inspection.HeadReport, Write: writer()})
}

func consent(id string) *report.GiveOpinion {
	return &report.GiveOpinion{ID: id, Verdict: plan.Consents}
}

func TestWhatDoesNotGoUp(t *testing.T) {
	w := world(t, filepath.Join(t.TempDir(), "test.db"))
	gaps := w.Must(t, "clerk", &report.Compose{InspectionID: "i-bureau", Kind: inspection.HeadReport, Write: writer("动员部署会")})
	wantCode(t, w, "head", &report.Submit{ID: gaps, Version: 1, MeetingID: "adopting"}, "report.missing")
	whole := w.Must(t, "clerk", &report.Compose{InspectionID: "i-bureau", Kind: inspection.HeadReport, Write: writer()})
	wantCode(t, w, "head", &report.Submit{ID: whole, Version: 1, MeetingID: "other"}, "fault.invalid")
	wantCode(t, w, "clerk", &report.Submit{ID: whole, Version: 1, MeetingID: "adopting"}, "fault.denied")
	wantCode(t, w, "other-head", &report.Submit{ID: whole, Version: 1, MeetingID: "adopting"}, "fault.not-found")
	wantCode(t, w, "clerk", &report.Compose{InspectionID: "i-bureau", Kind: inspection.HeadReport, CutOff: "2026-03-11", Write: writer()}, "fault.invalid")
	wantCode(t, w, "officer", &report.Compose{InspectionID: "i-bureau", Kind: inspection.HeadReport, Write: writer()}, "fault.denied")
}

func TestADraftIsTakenOutInsideOnlyAndADamagedOneByNobody(t *testing.T) {
	w := world(t, filepath.Join(t.TempDir(), "test.db"))
	id := w.Must(t, "clerk", &report.Compose{InspectionID: "i-bureau", Kind: inspection.HeadReport, Write: writer()})
	wantCode(t, w, "office", &report.Take{ID: id}, "fault.denied")
	wantCode(t, w, "other-clerk", &report.Take{ID: id}, "fault.not-found")
	w.Must(t, "head", &report.Submit{ID: id, Version: 1, MeetingID: "adopting"})
	w.Must(t, "office", &report.Take{ID: id})
	taken := 0
	w.See(t, func(tx *store.Tx) (err error) {
		taken, err = tx.Count("SELECT COUNT(*) FROM audit_entry WHERE action = ? AND target_id = ? AND outcome = 'done'", org.SeePapers, id)
		return err
	})
	if taken != 1 {
		t.Errorf("%d takings are recorded", taken)
	}
	w.Write(t, func(tx *store.Tx) error {
		_, err := tx.Exec("UPDATE report SET body = ? WHERE id = ?", `{"Subject":"改过"}`, id)
		return err
	})
	wantCode(t, w, "office", &report.Take{ID: id}, "report.damaged")
}

func wantCode(t *testing.T, w *testkit.World, who string, cmd action.Command, code string) {
	t.Helper()
	_, err := w.Do(t, who, cmd)
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code {
		t.Errorf("%T as %s: %v, want %s", cmd, who, err, code)
	}
}

func TestAReportTakesItsNumberFromTheRegisterOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := world(t, url)
		id := w.Must(t, "clerk", &report.Compose{InspectionID: "i-bureau", Kind: inspection.HeadReport, Write: writer()})
		if _, err := w.Do(t, "clerk", &report.Number{ID: id}); !fault.Is(err, fault.Invalid) {
			t.Errorf("no number: %v", err)
		}
		w.Must(t, "clerk", &report.Number{ID: id, Typed: "市监党组发〔2026〕8号"})
		take := &report.Take{ID: id}
		w.Must(t, "clerk", take)
		if take.Number != "市监党组发〔2026〕8号" {
			t.Errorf("it is taken out as %q", take.Number)
		}
		if _, err := w.Do(t, "clerk", &report.Number{ID: id, Typed: "市监党组发〔2026〕9号"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a second number: %v", err)
		}
		if _, err := w.Do(t, "officer", &report.Number{ID: id, Typed: "市监党组发〔2026〕9号"}); !fault.Is(err, fault.Denied) && !fault.Is(err, fault.NotFound) {
			t.Errorf("an officer numbers it: %v", err)
		}
	})
}
