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

// TestACellOfTheLedgerIsWrittenAndBased walks a clerk through the ledger that is
// attached to a draft.
func TestACellOfTheLedgerIsWrittenAndBased(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	clerk := visit(t, w, "clerk")
	report := clerk.post("/inspections/i-bureau/reports", "/inspections/i-bureau/reports", url.Values{"kind": {"progress"}}).location
	table := attr(clerk.get(report + "/text").all("#tables a")[0], "href")
	cells := clerk.get(table).all("#r-2 dd > a[href*='/table?block=']")
	if len(cells) < 5 {
		t.Fatalf("%d cells of the second row can be changed", len(cells))
	}
	form, _, _ := strings.Cut(attr(cells[len(cells)-1], "href"), "#")
	if n := len(clerk.get(form).all("textarea[name=text]")); n != 1 {
		t.Fatalf("%d cells are open", n)
	}
	u, _ := url.Parse(form)
	saved := clerk.post(form, report+"/text", url.Values{"block": {u.Query().Get("block")}, "version": {"1"}, "text": {"待补齐材料后申请销号。"}})
	if saved.status != http.StatusSeeOther {
		t.Fatalf("saving answered %d: %s", saved.status, saved.body)
	}
	wantText(t, clerk.get(report), "article.gw table .gw-typed", "待补齐材料后申请销号。")
	back, _, _ := strings.Cut(saved.location, "#")
	basis := clerk.get(back).all("#r-2 a[href*='/basis?']")
	if len(basis) != 1 {
		t.Fatalf("%d cells want a base", len(basis))
	}
	wantText(t, clerk.get(attr(basis[0], "href")), "blockquote", "待补齐材料后申请销号。")
	stale := clerk.post(form, report+"/text", url.Values{"block": {u.Query().Get("block")}, "version": {"1"}, "text": {"又改。"}})
	if stale.status != http.StatusConflict {
		t.Errorf("a stale edit answered %d", stale.status)
	}
	office := visit(t, w, "office")
	if got, text := office.get(table).status, office.get(report+"/text").status; got == http.StatusOK || got != text {
		t.Errorf("the office is answered %d for the table of a draft, %d for its text", got, text)
	}
}
