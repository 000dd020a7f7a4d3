package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestAReturnedReportIsDraftedAnewAndCompared goes on from a returned report:
// what people wrote comes along, the returned one stays.
func TestAReturnedReportIsDraftedAnewAndCompared(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "test.db"))
	clerk := visit(t, w, "clerk")
	list := "/inspections/i-bureau/reports"
	report := clerk.post(list, list, url.Values{"kind": {"head"}}).location
	form := report + "/text?block=0"
	words := text(clerk.get(form).all("textarea[name=text]")[0]) + "本人深感责任重大。"
	if got := clerk.post(form, report+"/text", url.Values{"block": {"0"}, "version": {"1"}, "text": {words}}).status; got != http.StatusSeeOther {
		t.Fatalf("writing answered %d", got)
	}
	if got := clerk.post(report, report+"/revise", url.Values{}).status; got != http.StatusConflict {
		t.Errorf("a draft was drafted anew: %d", got)
	}
	id := filepath.Base(report)
	var kept inspection.Report
	w.Write(t, func(tx *store.Tx) (err error) {
		if kept, err = store.Reports.Get(tx, id); err != nil {
			return err
		}
		kept.State = inspection.ReportReturned
		return store.Reports.Update(tx, &kept)
	})
	wantText(t, clerk.get(report), "#versions", "据此重新起草")
	made := clerk.post(report, report+"/revise", url.Values{})
	if made.status != http.StatusSeeOther || made.location == report {
		t.Fatalf("drafting anew answered %d %s: %s", made.status, made.location, made.body)
	}
	wantText(t, clerk.get(made.location), "article.gw .gw-typed", "本人深感责任重大。")
	first, again := clerk.get(report+".docx").body, clerk.get(report+".docx").body
	if first == "" || first != again {
		t.Error("a frozen paper is not the same bytes again")
	}
	compared := made.location + "/versions?with=" + id
	if p := clerk.get(compared); len(p.all(".diff-after")) != 0 || p.status != http.StatusOK {
		t.Errorf("two equal papers differ: %d", p.status)
	}
	form = made.location + "/text?block=0"
	if got := clerk.post(form, made.location+"/text", url.Values{"block": {"0"}, "version": {"1"}, "text": {words + "又加一句。"}}).status; got != http.StatusSeeOther {
		t.Fatalf("writing the new draft answered %d", got)
	}
	wantText(t, clerk.get(compared), ".diff-after", "又加一句。")
	w.See(t, func(tx *store.Tx) error {
		r, err := store.Reports.Get(tx, id)
		if err == nil && (r.Hash != kept.Hash || !r.Intact()) {
			t.Error("the returned report changed")
		}
		n, err2 := tx.Count("SELECT COUNT(*) FROM audit_entry WHERE action = ? AND detail LIKE ?", org.SeePapers, "%SHA-256 "+kept.Hash+"%")
		if n == 0 {
			t.Errorf("the audit log does not hold the checksum: %v", err2)
		}
		return err
	})
	if got := visit(t, w, "other-clerk").get(compared).status; got != http.StatusNotFound {
		t.Errorf("another organisation's clerk: %d", got)
	}
}
