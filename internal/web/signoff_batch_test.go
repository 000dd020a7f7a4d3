package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/action/carrying"
	"bihuan/internal/action/closing"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// appliedWorld is a world in which the officer applied for three problems.
func appliedWorld(t *testing.T) (*testkit.World, []string) {
	t.Helper()
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "b.db"))
	var ids []string
	for n := 1; n <= 3; n++ {
		p, m := fmt.Sprint("p", n), fmt.Sprint("m", n)
		w.Must(t, "officer", &carrying.AddProgress{ProblemID: p, MeasureID: m, On: "2026-03-09", Body: "已完成", Verdict: work.Done})
		w.Must(t, "officer", &carrying.AddEvidence{ProblemID: p, MeasureID: m, SpeaksFor: "2026-03-08", File: carrying.File{Name: "台账.xlsx", Hash: "ab", Size: 3}})
		ids = append(ids, w.Must(t, "officer", &closing.Apply{ProblemID: p, Statement: "对照标准已完成"}))
	}
	return w, ids
}

func state(t *testing.T, w *testkit.World, id string) (a domain.Application) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { a, err = store.Applications.Get(tx, id); return err })
	return a
}

// batch is the form with the given applications ticked.
func batch(all bool, ids ...string) url.Values {
	out := url.Values{"reason": {"同意"}}
	if all {
		out.Set("all", "on")
	}
	for n, id := range ids {
		name := fmt.Sprintf("items[%d].", n)
		out.Set(name+"id", id)
		out.Set(name+"version", "1")
		out.Set(name+"take", "on")
	}
	return out
}

const batchPath = "/inspections/i-bureau/signoffs/batch"

func TestSeveralApplicationsAreAgreedToTogether(t *testing.T) {
	w, ids := appliedWorld(t)
	v := visit(t, w, "depthead")
	page := v.get(batchPath)
	if n := len(page.all(`input[name$=".take"]`)); n != 3 {
		t.Fatalf("%d can be taken", n)
	}
	for _, words := range []string{"对照标准已完成", "台账.xlsx"} {
		if strings.Count(page.body, words) < 3 {
			t.Errorf("%s is not shown with each", words)
		}
	}
	if n := len(v.get(batchPath + "?q=1.1.2").all(`input[name$=".take"]`)); n != 1 {
		t.Errorf("the filter leaves %d", n)
	}
	v.post(batchPath, batchPath, batch(false, ids[0], ids[2]))
	if state(t, w, ids[0]).Step != 1 || state(t, w, ids[1]).Step != 0 || state(t, w, ids[2]).Step != 1 {
		t.Error("those taken did not go on, or the one taken out did")
	}
	if n := len(visit(t, w, "leader").get(batchPath).all(`input[name$=".take"]`)); n != 2 {
		t.Errorf("the leader can take %d", n)
	}
}

// TestABatchSaysWhatBecameOfEach: the second application changed meanwhile. All
// or none leaves all three; each by itself does the other two.
func TestABatchSaysWhatBecameOfEach(t *testing.T) {
	w, ids := appliedWorld(t)
	v := visit(t, w, "depthead")
	w.Must(t, "officer", &carrying.AddEvidence{ProblemID: "p2", SpeaksFor: "2026-03-09", File: carrying.File{Name: "b.txt", Hash: "cd", Size: 1}})
	if shown := v.get(batchPath); len(shown.all(`input[name$=".take"]`)) != 2 || !strings.Contains(shown.body, "有变动") {
		t.Error("the changed one can be taken, or nobody says why not")
	}
	none := v.post(batchPath, batchPath, batch(true, ids...))
	if !strings.Contains(none.body, "3 份中办成 0 份") || !strings.Contains(none.body, "有变动") {
		t.Errorf("all or none: %s", none.body)
	}
	for _, id := range ids {
		if state(t, w, id).Step != 0 {
			t.Error("one was decided all the same")
		}
	}
	some := v.post(batchPath, batchPath, batch(false, ids...))
	if !strings.Contains(some.body, "3 份中办成 2 份") || state(t, w, ids[0]).Step != 1 || state(t, w, ids[1]).Step != 0 {
		t.Errorf("each by itself: %s", some.body)
	}
	w.Must(t, "clerk", &carrying.AddProgress{ProblemID: "p3", MeasureID: "m3", On: "2026-03-10", Body: "x", Verdict: work.Done})
	own := visit(t, w, "officer").post(batchPath, batchPath, batch(false, ids[2]))
	if state(t, w, ids[2]).Step != 1 || !strings.Contains(own.body, "不由您办理") {
		t.Errorf("the applicant decided: %s", own.body)
	}
}

// TestARunningApplicationKeepsItsChain: the office shortens the chain in the
// browser; the application that runs goes on with six steps, a new one has two.
func TestARunningApplicationKeepsItsChain(t *testing.T) {
	w, ids := appliedWorld(t)
	v := visit(t, w, "office")
	page := v.get("/rounds/round/chain")
	if n := len(page.all(`select[name$=".role"]`)); n != len(inspection.DefaultChain())+2 {
		t.Fatalf("%d steps can be edited", n)
	}
	short := url.Values{"version": {page.value(`input[name=version]`)},
		"steps[0].code": {"office"}, "steps[0].role": {"office"}, "steps[0].place": {"2"}, "steps[0].checks": {"materials", "asked"}, "steps[0].own": {"核对银行回单"}, "steps[0].checked": {"on"},
		"steps[1].code": {""}, "steps[1].role": {"rectification-office"}, "steps[1].place": {"1"}, "steps[1].name": {"整改办初审"}}
	bad := url.Values{}
	for k, x := range short {
		bad[k] = x
	}
	bad.Set("steps[0].opinion", "on")
	if p := v.post("/rounds/round/chain", "/rounds/round/chain", bad); p.status < 400 || !strings.Contains(p.body, "最后一步") {
		t.Errorf("an opinion as the last step: %d", p.status)
	}
	if p := v.post("/rounds/round/chain", "/rounds/round/chain", short); p.status != http.StatusSeeOther {
		t.Fatalf("%d: %s", p.status, p.body)
	}
	if got := v.get("/rounds/round").body; !strings.Contains(got, "整改办初审") || !strings.Contains(got, "核对银行回单") {
		t.Error("the round does not show its chain")
	}
	w.Must(t, "depthead", &closing.Decide{ID: ids[0], Version: 1, Outcome: domain.Agree})
	w.Must(t, "officer", &closing.Withdraw{ID: ids[1], Version: 1})
	again := w.Must(t, "officer", &closing.Apply{ProblemID: "p2", Statement: "按新环节"})
	if n, m := len(state(t, w, ids[0]).Chain), len(state(t, w, again).Chain); n != 6 || m != 2 {
		t.Errorf("the old one has %d steps, the new one %d", n, m)
	}
	w.Must(t, "clerk", &closing.Decide{ID: again, Version: 1, Outcome: domain.Agree})
}
