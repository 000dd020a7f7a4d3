package web_test

import (
	"archive/zip"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
	"bihuan/internal/web"
)

// Words that stand only in what was sent, and only in the records of today.
const (
	sentWords = "已经报送的措施"
	liveWords = "还在修改的措施"
)

// reword writes a mark into everything that a plan says about p1 and m1.
func reword(t *testing.T, w *testkit.World, mark string) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		p, err := store.Problems.Get(tx, "p1")
		if err != nil {
			return err
		}
		p.Cause, p.Goal, p.Criteria = mark+"原因", mark+"目标", work.Criteria{{ID: "c1", Text: mark + "标准"}}
		p.DeadlineReason = mark + "理由"
		if err := store.Problems.Update(tx, &p); err != nil {
			return err
		}
		m, err := store.Measures.Get(tx, "m1")
		if err != nil {
			return err
		}
		m.Text, m.Expected = mark, mark+"成果"
		return store.Measures.Update(tx, &m)
	})
}

// sentOut is the world with every sort of record, a version that went to the
// office, the team and the reviewing bodies, and records that moved on since.
func sentOut(t *testing.T, address string) (w *testkit.World, version string) {
	t.Helper()
	w = testkit.NewWorld(t, address)
	furnish(t, w)
	reword(t, w, sentWords)
	version = w.Must(t, "clerk", &planning.DraftPlan{InspectionID: "i-bureau", Name: "送审稿"})
	w.Must(t, "clerk", &planning.OpenComments{ID: version, Version: 1, Until: "2026-03-20", Departments: []string{"d1"},
		Bodies: []string{"office", "team1", "reviewer"}})
	reword(t, w, liveWords)
	return w, version
}

// words is all that an answer says; of an office document its parts.
func words(t *testing.T, p *page) string {
	t.Helper()
	if !strings.HasPrefix(p.body, "PK") {
		return p.body
	}
	z, err := zip.NewReader(strings.NewReader(p.body), int64(len(p.body)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
		_ = r.Close()
	}
	return out.String()
}

// Decision 0060: before the issue nobody outside reads the records as they
// stand, on whatever path.
func TestOutsideNobodyReadsMoreThanWasSent(t *testing.T) {
	w, version := sentOut(t, filepath.Join(t.TempDir(), "bihuan.db"))
	ids := records("bureau", "")
	for _, login := range []string{"office", "team", "reviewer"} {
		v, tried := visit(t, w, login), 0
		for _, pattern := range web.Patterns() {
			method, path, ok := addressed(t, pattern, ids)
			if !ok || method != http.MethodGet {
				continue
			}
			tried++
			if strings.Contains(words(t, v.get(path)), liveWords) {
				t.Errorf("%s reads at %s what was not sent", login, path)
			}
		}
		if tried < 40 {
			t.Fatalf("only %d pages were tried", tried)
		}
		for _, path := range []string{"/problems/p1", "/plans/" + version, "/inspections/i-bureau/plan-paper?version=" + version,
			"/inspections/i-bureau/plan-paper.docx?version=" + version} {
			if said := words(t, v.get(path)); !strings.Contains(said, sentWords) || strings.Contains(said, liveWords) {
				t.Errorf("%s does not read at %s what was sent, and only that", login, path)
			}
		}
		for _, path := range []string{"/inspections/i-bureau/measures", "/inspections/i-bureau/problems.xlsx", "/inspections/i-bureau/measures.docx",
			"/inspections/i-bureau/plan-paper", "/measures/m1"} {
			if got := v.get(path).status; got != http.StatusForbidden {
				t.Errorf("%s opens %s: %d", login, path, got)
			}
		}
		list := v.get("/inspections/i-bureau/problems")
		if !strings.Contains(list.body, "李明") || !strings.Contains(list.body, "送审稿") {
			t.Errorf("the list does not show %s who answers in the version that was sent", login)
		}
		if found := v.get("/search?q=" + url.QueryEscape(liveWords)); strings.Contains(found.body, "/measures/m1") || strings.Contains(found.body, liveWords+"成果") {
			t.Errorf("%s finds the records", login)
		}
	}
}

func TestOnceIssuedThoseOutsideReadTheRecords(t *testing.T) {
	w, version := sentOut(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Write(t, func(tx *store.Tx) error {
		v, err := store.PlanVersions.Get(tx, version)
		if err != nil {
			return err
		}
		v.State, v.IssuedOn = plan.Issued, "2026-03-09"
		if err := store.PlanVersions.Update(tx, &v); err != nil {
			return err
		}
		i, err := store.Inspections.Get(tx, "i-bureau")
		if err != nil {
			return err
		}
		i.PlanIssuedOn = "2026-03-09"
		return store.Inspections.Update(tx, &i)
	})
	for _, login := range []string{"office", "team", "reviewer"} {
		v := visit(t, w, login)
		for _, path := range []string{"/problems/p1", "/inspections/i-bureau/measures", "/inspections/i-bureau/problems.xlsx"} {
			if !strings.Contains(words(t, v.get(path)), liveWords) {
				t.Errorf("%s does not read at %s what is in force", login, path)
			}
		}
	}
	team2 := visit(t, w, "team2")
	if got := team2.get("/problems/p1").status; got != http.StatusNotFound {
		t.Errorf("another team opens it: %d", got)
	}
}
