package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// scan is a file that is recognised as a PDF.
const scan = "%PDF-1.4 同意函"

// inReview is the world with a version that the bodies review jointly.
func inReview(t *testing.T) (w *testkit.World, id string) {
	t.Helper()
	w = testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Write(t, func(tx *store.Tx) error {
		r, err := store.Rounds.Get(tx, "round")
		if err != nil {
			return err
		}
		r.Settings.Reviewers = []string{"reviewer"}
		return store.Rounds.Update(tx, &r)
	})
	id = w.Must(t, "clerk", &planning.DraftPlan{InspectionID: "i-bureau", Name: "送审稿"})
	w.Write(t, func(tx *store.Tx) error {
		v, err := store.PlanVersions.Get(tx, id)
		if err != nil {
			return err
		}
		v.State = plan.Adopted
		return store.PlanVersions.Update(tx, &v)
	})
	w.Must(t, "clerk", &planning.SharePlan{ID: id, Version: 2})
	return w, id
}

func TestThePaperOfAConsentIsKeptAndReadByWhoReadsTheConsent(t *testing.T) {
	w, id := inReview(t)
	review := "/plans/" + id + "/review"
	reviewer, office, team, clerk := visit(t, w, "reviewer"), visit(t, w, "office"), visit(t, w, "team"), visit(t, w, "clerk")
	version := func(v *visitor) string { return v.get(review).value(`form[action$="/opinion"] input[name=version]`) }
	say := url.Values{"verdict": {"consent"}, "version": {version(reviewer)}, "review_paper": {"青纪函〔2026〕8号"}, "review_paper_on": {"2026-03-09"}}
	if p := reviewer.postFile(review, "/plans/"+id+"/opinion", say, "同意函.exe", "MZ"); p.status != http.StatusUnprocessableEntity || !strings.Contains(p.body, "PDF") {
		t.Errorf("a program is taken as a letter: %d", p.status)
	}
	if p := reviewer.postFile(review, "/plans/"+id+"/opinion", say, "同意函.pdf", scan); p.status != http.StatusSeeOther {
		t.Fatalf("%d: %s", p.status, p.body)
	}
	link := reviewer.get(review).all(`a[href^="/plan-opinions/"]`)
	if len(link) != 1 {
		t.Fatalf("the body sees %d papers", len(link))
	}
	paper := attr(link[0], "href")
	if p := office.get(paper); p.status != http.StatusOK || p.body != scan {
		t.Errorf("the office gets %d %q", p.status, p.body)
	}
	for _, v := range []*visitor{team, clerk, visit(t, w, "other-clerk"), visit(t, w, "team2")} {
		if got := v.get(paper).status; got != http.StatusNotFound {
			t.Errorf("somebody else opens it before the result: %d", got)
		}
	}

	office.sendForm(review, "/plans/"+id+"/opinion", url.Values{"verdict": {"consent"}})
	team.sendForm(review, "/plans/"+id+"/opinion", url.Values{"verdict": {"consent"}})
	if p := clerk.get(paper); p.body != scan {
		t.Errorf("after the result the organisation gets %d", p.status)
	}
	if body := clerk.get("/plans/" + id).body; !strings.Contains(body, "青纪函〔2026〕8号") || !strings.Contains(body, paper) {
		t.Error("the version does not show the paper")
	}

	own := team.get(review).all(`form[action^="/plan-opinions/"]`)
	if len(own) != 1 {
		t.Fatalf("the team can add %d papers", len(own))
	}
	add := attr(own[0], "action")
	later := func() url.Values {
		return url.Values{"version": {"1"}, "review_paper": {"青巡一函〔2026〕2号"}, "review_paper_on": {"2026-03-10"}}
	}
	if p := office.postFile(review, add, later(), "函.pdf", scan); p.status != http.StatusForbidden {
		t.Errorf("the office adds the team's paper: %d", p.status)
	}
	if p := team.postFile(review, add, later(), "", ""); p.status != http.StatusUnprocessableEntity {
		t.Errorf("a paper without its file: %d", p.status)
	}
	if p := team.postFile(review, add, later(), "函.pdf", scan); p.status != http.StatusSeeOther {
		t.Fatalf("%d: %s", p.status, p.body)
	}
	if p := team.postFile(review, add, url.Values{"version": {"2"}}, "另一份.pdf", scan); p.status != http.StatusConflict {
		t.Errorf("a paper is replaced: %d", p.status)
	}
	if !strings.Contains(clerk.get(review).body, "青巡一函〔2026〕2号") {
		t.Error("the organisation does not see the number")
	}
}

// A form with files that were left empty carries the guard like every other.
func TestAFormWithoutItsFilesNeedsTheGuard(t *testing.T) {
	w, id := inReview(t)
	reviewer := visit(t, w, "reviewer")
	if p := reviewer.postFile("", "/plans/"+id+"/opinion", url.Values{"guard": {"made up"}, "verdict": {"consent"}, "version": {"3"}}, "", ""); p.status != http.StatusForbidden {
		t.Errorf("without the guard: %d", p.status)
	}
}
