package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/store"
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
		of := map[inspection.PaperKind]string{inspection.Minutes: "meet", inspection.MeetingNotice: "meet", inspection.SignInSheet: "meet", inspection.ImmediateNotice: "imm"}
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

// TestADoubtfulReportIsPointedAt walks a clerk from a draft with somebody
// else's words to the place and the record, and holds the limit of the round.
func TestADoubtfulReportIsPointedAt(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	furnish(t, w)
	clerk, office := visit(t, w, "clerk"), visit(t, w, "office")
	body := `{"Blocks":[{"Paragraph":{"Runs":[{"Text":"2026年2月1日召开局党组会议，追缴资金98万元。本人带队督办。"}]}}]}`
	w.Write(t, func(tx *store.Tx) error {
		return store.Reports.Insert(tx, &inspection.Report{ID: "doubtful", OrgID: "bureau", InspectionID: "i-bureau", Kind: inspection.ProgressReport,
			State: inspection.ReportDraft, Title: "报告", CutOff: tx.Today(), Body: []byte(body), Hash: inspection.BodyHash([]byte(body)), CreatedAt: tx.Now()})
	})
	page := clerk.get("/reports/doubtful")
	for _, want := range []string{"“98万元”没有记录支持", "当天没有会议、学习记录", "只有主要负责人报告用第一人称"} {
		wantText(t, page, "#proof", want)
	}
	if len(page.all(`#proof [data-find]`)) != 3 || len(page.all(`#proof a[href="/inspections/i-bureau/meetings"]`)) != 1 {
		t.Error("the findings lead neither to the place nor to the record")
	}
	bad := office.post("/rounds/round", "/rounds/round/report-length", url.Values{"version": {"1"}, "report_length": {"3"}})
	if bad.status != http.StatusUnprocessableEntity && bad.status != http.StatusBadRequest {
		t.Errorf("a limit of 3 characters answered %d", bad.status)
	}
	if got := office.post("/rounds/round", "/rounds/round/report-length", url.Values{"version": {"1"}, "report_length": {"1000"}}); got.status != http.StatusSeeOther {
		t.Errorf("a limit of 1000 answered %d: %s", got.status, got.body)
	}
	if got := clerk.post("/inspections/i-bureau", "/rounds/round/report-length", url.Values{"version": {"2"}, "report_length": {"900"}}); got.status != http.StatusForbidden {
		t.Errorf("a clerk changes the limit of the round: %d", got.status)
	}
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
