package web_test

import (
	"net/http"
	"net/url"
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestADraftIsWrittenBasedAndBroughtToTheRecords walks a clerk through the
// text of a report.
func TestADraftIsWrittenBasedAndBroughtToTheRecords(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		w.Write(t, func(tx *store.Tx) error {
			return store.Meetings.Insert(tx, &party.Meeting{ID: "mob", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.Mobilisation,
				Title: "整改动员会", HeldOn: "2026-03-04", ChairID: "head"})
		})
		clerk := visit(t, w, "clerk")
		report := clerk.post("/inspections/i-bureau/reports", "/inspections/i-bureau/reports", url.Values{"kind": {"head"}}).location
		form0 := report + "/text?block=0"
		before := clerk.get(form0).all("textarea[name=text]")
		if len(before) != 1 {
			t.Fatal("the paragraph is not open")
		}
		words := text(before[0]) + "本人深感责任重大。"
		if got := clerk.post(form0, report+"/text", url.Values{"block": {"0"}, "version": {"1"}, "text": {words}}); got.status != http.StatusSeeOther {
			t.Fatalf("saving answered %d: %s", got.status, got.body)
		}
		wantText(t, clerk.get(report), "article.gw .gw-typed", "本人深感责任重大。")
		page := clerk.get(report + "/text")
		link := page.all("a[href*='/basis?']")
		if len(link) != 1 {
			t.Fatalf("%d sentences are typed", len(link))
		}
		basis := attr(link[0], "href")
		wantText(t, clerk.get(basis+"&q=动员会"), "#find", "整改动员会")
		u, _ := url.Parse(basis)
		form := url.Values{"block": {u.Query().Get("block")}, "sentence": {u.Query().Get("sentence")}, "version": {"2"}, "attach": {"meeting:nowhere"}}
		if got := clerk.post(basis, report+"/basis", form).status; got != http.StatusUnprocessableEntity {
			t.Errorf("a base that is not there answered %d", got)
		}
		form.Set("attach", "meeting:mob")
		if got := clerk.post(basis, report+"/basis", form); got.status != http.StatusSeeOther {
			t.Fatalf("attaching answered %d: %s", got.status, got.body)
		}
		if n := len(clerk.get(report).all("article.gw .gw-typed")); n != 0 {
			t.Errorf("with a base %d words are marked", n)
		}
		counted := clerk.get(report + "/counted?ref=problems:all")
		if n := len(counted.all("tbody tr")); n != 3 {
			t.Errorf("%d problems were counted", n)
		}
		w.Write(t, func(tx *store.Tx) error {
			m, err := store.Meetings.Get(tx, "mob")
			if err != nil {
				return err
			}
			m.HeldOn = "2026-03-05"
			return store.Meetings.Update(tx, &m)
		})
		wantText(t, clerk.get(report), "article.gw .gw-stale", "3月4日")
		if got := clerk.post(report, report+"/refresh", url.Values{"version": {"3"}}); got.status != http.StatusSeeOther {
			t.Fatalf("bringing it to the records answered %d: %s", got.status, got.body)
		}
		now := clerk.get(report)
		wantText(t, now, "article.gw", "3月5日")
		wantText(t, now, "article.gw", "本人深感责任重大。")
		if n := len(now.all("article.gw .gw-stale")); n != 0 {
			t.Errorf("brought to the records, %d words do not hold", n)
		}
		if got := clerk.post(form0, report+"/text", url.Values{"block": {"0"}, "version": {"1"}, "text": {"旧"}}).status; got != http.StatusConflict {
			t.Errorf("a stale edit answered %d", got)
		}
		for who, want := range map[string]int{"officer": http.StatusForbidden, "other-clerk": http.StatusNotFound} {
			if got := visit(t, w, who).get(report + "/text").status; got != want {
				t.Errorf("%s: %d, want %d", who, got, want)
			}
		}
	})
}
