package web_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/testkit"
)

// TestEveryPaperIsPreviewedAndTakenAlong opens every paper that the list
// offers, as those who may see it, and takes its file.
func TestEveryPaperIsPreviewedAndTakenAlong(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		furnish(t, w)
		clerk, officer := visit(t, w, "clerk"), visit(t, w, "officer")
		list := clerk.get("/inspections/i-bureau/papers")
		of := map[inspection.PaperKind]string{inspection.Minutes: "meet", inspection.ImmediateNotice: "imm"}
		for _, kind := range inspection.PaperKinds() {
			query := "?kind=" + string(kind)
			if kind.OfRecord() {
				query += "&of=" + of[kind]
			}
			if !strings.Contains(list.body, "kind="+string(kind)) {
				t.Errorf("the list does not offer %s", kind)
			}
			page := clerk.get("/inspections/i-bureau/paper" + query)
			if page.status != http.StatusOK || len(page.all("article.gw h1")) == 0 {
				t.Errorf("%s answered %d", kind, page.status)
			}
			if file := clerk.get("/inspections/i-bureau/paper.docx" + query); file.status != http.StatusOK || !strings.HasPrefix(file.body, "PK") {
				t.Errorf("the file of %s answered %d", kind, file.status)
			}
			want := http.StatusForbidden
			if kind.OfRecord() {
				want = http.StatusOK
			}
			for _, path := range []string{"/inspections/i-bureau/paper", "/inspections/i-bureau/paper.docx"} {
				if got := officer.get(path + query).status; got != want {
					t.Errorf("%s for an officer: %s answered %d, want %d", kind, path, got, want)
				}
			}
		}
	})
}

func TestAPaperOfForeignOrNoRecordIsAbsent(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	furnish(t, w)
	clerk := visit(t, w, "clerk")
	for _, query := range []string{"", "?kind=tea", "?kind=minutes", "?kind=minutes&of=other-meet", "?kind=immediate&of=other-imm", "?kind=minutes&of=nothing"} {
		for _, path := range []string{"/inspections/i-bureau/paper", "/inspections/i-bureau/paper.docx"} {
			if got := clerk.get(path + query).status; got != http.StatusNotFound {
				t.Errorf("%s%s answered %d", path, query, got)
			}
		}
	}
}

// TestTheRoundIsSummedUpForTheOffice holds that the report on a round is the
// office's, and that its table has the organisations that the office sees.
func TestTheRoundIsSummedUpForTheOffice(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	furnish(t, w)
	office := visit(t, w, "office")
	page := office.get("/rounds/round/summary?cut_off=2026-03-09")
	wantText(t, page, "article.gw", "截至2026年3月9日")
	if rows := len(page.all("article.gw tbody tr")); rows != 3 {
		t.Errorf("the table has %d rows, want two organisations and the sum", rows)
	}
	if file := office.get("/rounds/round/summary.docx"); file.status != http.StatusOK || !strings.HasPrefix(file.body, "PK") {
		t.Errorf("the file answered %d", file.status)
	}
	for who, want := range map[string]int{"clerk": http.StatusForbidden, "sysadmin": http.StatusForbidden} {
		if got := visit(t, w, who).get("/rounds/round/summary").status; got != want {
			t.Errorf("%s: %d, want %d", who, got, want)
		}
	}
}
