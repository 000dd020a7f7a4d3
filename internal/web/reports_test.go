package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestAReportIsComposedReadAndComparedWithTheRecords walks a clerk through a
// report: what is missing, composing, the records behind a sentence, the file,
// and a record that is entered afterwards.
func TestAReportIsComposedReadAndComparedWithTheRecords(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		clerk := visit(t, w, "clerk")
		list := clerk.get("/inspections/i-bureau/reports")
		if len(list.all(`#missing a[href="/inspections/i-bureau/meetings"]`)) == 0 {
			t.Error("the list does not lead to where a missing meeting is entered")
		}
		made := clerk.post("/inspections/i-bureau/reports", "/inspections/i-bureau/reports", url.Values{"kind": {"head"}})
		if made.status != http.StatusSeeOther {
			t.Fatalf("composing answered %d: %s", made.status, made.body)
		}
		page := clerk.get(made.location)
		wantText(t, page, "article.gw", "向市市场监管局党组反馈了巡察意见，指出1个方面1项3个具体问题")
		wantText(t, page, "article.gw", "【缺：动员部署会】")
		src := page.all(`article.gw .src[data-refs~="feedback:f-bureau"]`)
		if len(src) == 0 || len(page.all(`[data-source="feedback:f-bureau"] a[href="/inspections/i-bureau/feedback"]`)) != 1 {
			t.Error("a sentence about the feedback does not lead to the feedback")
		}
		if len(page.all("#changes")) != 0 {
			t.Error("a fresh report differs from the records")
		}
		file := clerk.get(made.location + ".docx")
		if file.status != http.StatusOK || !strings.HasPrefix(file.body, "PK") {
			t.Errorf("the file answered %d", file.status)
		}
		w.Write(t, func(tx *store.Tx) error {
			return store.Meetings.Insert(tx, &party.Meeting{ID: "late", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.Mobilisation,
				Title: "动员会", HeldOn: "2026-03-04", ChairID: "head"})
		})
		wantText(t, clerk.get(made.location), "#changes .diff-after", "主持召开动员会")
		wantText(t, clerk.get(made.location), "article.gw", "【缺：动员部署会】")
		if got := clerk.get("/inspections/i-bureau/reports/head.docx"); got.status != http.StatusOK || !strings.HasPrefix(got.body, "PK") {
			t.Errorf("the report of the moment answered %d", got.status)
		}
		for who, want := range map[string]int{"head": http.StatusOK, "officer": http.StatusForbidden, "other-clerk": http.StatusNotFound,
			"sysadmin": http.StatusNotFound} {
			if got := visit(t, w, who).get(made.location).status; got != want {
				t.Errorf("%s: %d, want %d", who, got, want)
			}
		}
	})
}

func wantText(t *testing.T, p *page, selector, want string) {
	t.Helper()
	var all strings.Builder
	for _, n := range p.all(selector) {
		all.WriteString(text(n))
	}
	if !strings.Contains(all.String(), want) {
		t.Errorf("%s does not say %q", selector, want)
	}
}

func TestAMatterThatTheHeadDirectedIsEnteredAndListed(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "test.db"))
	clerk := visit(t, w, "clerk")
	form := "/inspections/i-bureau/directed/new"
	saved := clerk.post(form, form, url.Values{"on": {"2026-03-06"}, "by": {"head"}, "matter": {"现场核对接待台账"}, "problems": {"p1"}})
	if saved.location != "/inspections/i-bureau/directed" {
		t.Fatalf("saving answered %d %s", saved.status, saved.body)
	}
	wantText(t, clerk.get(saved.location), "tbody", "现场核对接待台账")
	early := clerk.post(form, form, url.Values{"on": {"2026-03-11"}, "by": {"head"}, "matter": {"明天的事"}})
	if early.status != http.StatusUnprocessableEntity {
		t.Errorf("a matter of tomorrow answered %d", early.status)
	}
	if got := visit(t, w, "officer").get(form).status; got != http.StatusForbidden {
		t.Errorf("an officer got the form: %d", got)
	}
}
