package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/signal"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// signalWorld has, for both bureaus, a signal on the plan, one on unsubmitted
// proof and one that vanished.
func signalWorld(t *testing.T) *testkit.World {
	t.Helper()
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Write(t, func(tx *store.Tx) error {
		for _, o := range []struct{ org, pre string }{{"bureau", ""}, {"other", "other-"}} {
			i, err := store.Inspections.Get(tx, "i-"+o.org)
			if err != nil {
				return err
			}
			i.PlanSharedOn, i.PlanIssuedOn = "2026-03-05", "2026-03-05"
			if err := store.Inspections.Update(tx, &i); err != nil {
				return err
			}
			for n, s := range []signal.Signal{
				{Rule: signal.SimilarText, Variant: "across", Args: []string{"91", "1", "1"}, Stage: signal.PlanStage},
				{Rule: signal.NoResult, Variant: "no-file", Stage: signal.ProofStage},
				{Rule: signal.EasyLongTerm, Args: []string{"1"}, Stage: signal.PlanStage, GoneOn: "2026-03-09"},
			} {
				s.ID, s.OrgID, s.InspectionID, s.RoundID, s.ProblemID = fmt.Sprint(o.pre, "s", n), o.org, i.ID, "round", o.pre+"p1"
				s.Key, s.State, s.FoundAt = fmt.Sprint(s.Rule), signal.Open, tx.Now()
				if err := store.Signals.Insert(tx, &s); err != nil {
					return err
				}
			}
		}
		for n, b := range []signal.BaseRow{{ID: "b1", RecordID: "m1", ProblemID: "p1", InspectionID: "i-bureau", OfOrg: "bureau", Label: "补齐台账"},
			{ID: "b2", RecordID: "other-m1", ProblemID: "other-p1", InspectionID: "i-other", OfOrg: "other"}} {
			b.OrgID, b.SignalID, b.Seq, b.Kind = "bureau", "s0", n+1, "measure"
			if err := store.SignalBases.Insert(tx, &b); err != nil {
				return err
			}
		}
		return store.Evidences.Insert(tx, &work.Evidence{ID: "ev", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Name: "凭证.pdf"})
	})
	return w
}

func TestEachTileOfTheSignalsCountsItsList(t *testing.T) {
	w := signalWorld(t)
	for login, path := range map[string]string{"clerk": "/inspections/i-bureau/signals", "office": "/rounds/round/signals", "team": "/inspections/i-bureau/signals"} {
		v := visit(t, w, login)
		p := v.get(path)
		if p.status != http.StatusOK {
			t.Fatalf("%s: %s gives %d", login, path, p.status)
		}
		for _, tile := range p.all("a.stat") {
			want, err := strconv.Atoi(text(p.within(tile, ".stat-figure")))
			if err != nil {
				t.Fatal(err)
			}
			if got := len(v.get(attr(tile, "href")).all("table tbody tr")); got != want {
				t.Errorf("%s: %s lists %d of %d", login, attr(tile, "href"), got, want)
			}
		}
	}
}

func TestTheOfficeSeesNoSignalOnUnsubmittedProof(t *testing.T) {
	w := signalWorld(t)
	if body := visit(t, w, "office").get("/inspections/i-bureau/signals").body; strings.Contains(body, "/signals/s1") || !strings.Contains(body, "/signals/s0") {
		t.Error("the office's list is wrong")
	}
	if p := visit(t, w, "office").get("/signals/s1"); p.status == http.StatusOK {
		t.Error("the office sees a signal on unsubmitted proof")
	}
	if body := visit(t, w, "clerk").get("/inspections/i-bureau/signals").body; !strings.Contains(body, "/signals/s1") {
		t.Error("the organisation does not see its own")
	}
	if p := visit(t, w, "clerk").get("/rounds/round/signals"); p.status != http.StatusNotFound && p.status != http.StatusForbidden {
		t.Errorf("a clerk gets %d for the round", p.status)
	}
	if body := visit(t, w, "team").get("/rounds/round/signals").body; strings.Contains(body, "/signals/other-s0") {
		t.Error("a team sees another team's organisation")
	}
}

func TestARecordOfAnotherOrganisationIsNotShownInASignal(t *testing.T) {
	w := signalWorld(t)
	own := visit(t, w, "clerk").get("/signals/s0").body
	if strings.Contains(own, "水务局") || strings.Contains(own, "other-") || !strings.Contains(own, "另一单位的记录") {
		t.Error("the organisation reads whose the other record is")
	}
	if office := visit(t, w, "office").get("/signals/s0").body; !strings.Contains(office, "市水务局") || !strings.Contains(office, "/measures/other-m1") {
		t.Error("the office does not see the other record")
	}
}

func TestASignalIsAnsweredAndReviewedOnItsPage(t *testing.T) {
	w := signalWorld(t)
	visit(t, w, "clerk").sendForm("/signals/s0", "/signals/s0/answer", url.Values{"answer": {"引用同一文件"}, "named": {"ev"}})
	v := visit(t, w, "office")
	if body := v.get("/signals/s0").body; !strings.Contains(body, "引用同一文件") || !strings.Contains(body, "凭证.pdf") {
		t.Error("the answer is not shown")
	}
	v.sendForm("/signals/s0", "/signals/s0/review", url.Values{"outcome": {"explained"}, "review": {"属实"}})
	if body := v.get("/signals/s0").body; !strings.Contains(body, "说明成立") {
		t.Error("the review is not shown")
	}
}

func TestTheProblemAndTheSignOffShowTheirSignals(t *testing.T) {
	w := signalWorld(t)
	body := visit(t, w, "depthead").get("/problems/p1").body
	if !strings.Contains(body, "/signals/s0") || !strings.Contains(body, "/signals/s1") || strings.Contains(body, "/signals/s2") {
		t.Error("the problem's page shows other signals than those that are there")
	}
}

func TestThresholdsAreChangedOnTheirPage(t *testing.T) {
	w := signalWorld(t)
	v := visit(t, w, "office")
	values := url.Values{"on": {"same-file", "quick-sign-off"}}
	at := slices.IndexFunc(signal.Thresholds(), func(t signal.Threshold) bool { return t.Name == "quick_minutes" })
	values.Set(fmt.Sprintf("limits[%d].value", at), "12")
	v.sendForm("/rounds/round/signals/settings", "/rounds/round/signals/settings", values)
	w.See(t, func(tx *store.Tx) error {
		s, err := store.SignalSettingsOf(tx, "round")
		if s.Number != 1 || s.Settings.QuickMinutes != 12 || s.Settings.On(signal.NoResult) {
			t.Errorf("%+v", s)
		}
		return err
	})
}

func TestSignalsAreTakenOutAsAWorkbook(t *testing.T) {
	w := signalWorld(t)
	for login, path := range map[string]string{"clerk": "/inspections/i-bureau/signals.xlsx?state=open", "office": "/rounds/round/signals.xlsx"} {
		if p := visit(t, w, login).get(path); p.status != http.StatusOK || !strings.HasPrefix(p.body, "PK") {
			t.Errorf("%s: %s gives %d", login, path, p.status)
		}
	}
	if p := visit(t, w, "clerk").get("/rounds/round/signals.xlsx"); p.status == http.StatusOK {
		t.Error("a clerk takes the round's signals out")
	}
}
