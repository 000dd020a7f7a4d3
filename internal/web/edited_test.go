package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestAnEditedReportIsBroughtBack holds that edits go into a draft, that a
// report which went up stays as it was sent, and that hostile files are refused.
func TestAnEditedReportIsBroughtBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		accepted(t, w)
		clerk, head := visit(t, w, "clerk"), visit(t, w, "head")
		edited, err := gongwen.Decode([]byte(strings.ReplaceAll(acceptedBody, "12.5万元", "125万元")))
		if err != nil {
			t.Fatal(err)
		}
		var file strings.Builder
		if err := gongwen.WriteDocx(&file, edited); err != nil {
			t.Fatal(err)
		}
		const back = "/reports/accepted/bring-back"
		if got := clerk.postFile("/reports/accepted", back, url.Values{}, "改.docx", "PK\x03\x04 not a paper"); got.status != http.StatusUnprocessableEntity && got.status != http.StatusBadRequest {
			t.Errorf("a broken file answered %d", got.status)
		}
		if got := clerk.postFile("/reports/accepted", back, url.Values{}, "改.xlsx", file.String()); got.status == http.StatusSeeOther {
			t.Error("a table is taken for a report")
		}
		made := clerk.postFile("/reports/accepted", back, url.Values{}, "改.docx", file.String())
		if made.status != http.StatusSeeOther {
			t.Fatalf("bringing back answered %d: %s", made.status, made.body)
		}
		page := clerk.get(made.location)
		wantText(t, page, ".diff-before", "追回孙磊多报的12.5万元。")
		wantText(t, page, ".diff-after", "追回孙磊多报的125万元。")
		for who, want := range map[string]int{"officer": http.StatusForbidden, "office": http.StatusForbidden, "other-clerk": http.StatusNotFound} {
			if got := visit(t, w, who).get(made.location).status; got != want {
				t.Errorf("%s: %d, want %d", who, got, want)
			}
		}
		take := made.location + "/take-over"
		if got := clerk.post(made.location, take, url.Values{"version": {"1"}}); got.status == http.StatusSeeOther {
			t.Error("nothing was chosen, and something is taken over")
		}
		if got := clerk.post(made.location, take, url.Values{"version": {"1"}, "accept": {"9"}}); got.status == http.StatusSeeOther {
			t.Error("an edit is taken over that is none")
		}
		taken := head.post(made.location, take, url.Values{"version": {"1"}, "accept": {"0"}})
		if taken.status != http.StatusSeeOther || taken.location == "/reports/accepted" {
			t.Fatalf("taking over answered %d to %s: %s", taken.status, taken.location, taken.body)
		}
		wantText(t, clerk.get(taken.location), "article.gw", "追回孙磊多报的125万元。")
		w.See(t, func(tx *store.Tx) error {
			r, err := store.Reports.Get(tx, "accepted")
			if string(r.Body) != acceptedBody || !r.Intact() {
				t.Error("what was sent is changed")
			}
			return err
		})
		if got := clerk.post(made.location, take, url.Values{"version": {"2"}, "accept": {"0"}}); got.status != http.StatusConflict {
			t.Errorf("taken over twice: %d", got.status)
		}
		// The new draft: edits go into it, and the file is not compared with the old text any more.
		again := clerk.postFile(taken.location, taken.location+"/bring-back", url.Values{}, "再改.docx", docxOf(t, strings.ReplaceAll(acceptedBody, "12.5万元", "126万元")))
		if got := clerk.post(again.location, again.location+"/take-over", url.Values{"version": {"1"}, "accept": {"0"}}); got.location != taken.location {
			t.Fatalf("a draft's edits went to %s: %d %s", got.location, got.status, got.body)
		}
		w.See(t, func(tx *store.Tx) error {
			n, err := tx.Count("SELECT COUNT(*) FROM report WHERE inspection_id = ? AND state = ?", "i-bureau", inspection.ReportDraft)
			if n != 1 {
				t.Errorf("%d drafts, want 1", n)
			}
			return err
		})
	})
}

func docxOf(t *testing.T, body string) string {
	t.Helper()
	d, err := gongwen.Decode([]byte(body))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := gongwen.WriteDocx(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
