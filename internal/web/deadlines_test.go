package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestARoundsDeadlinesAreChangedThroughAPreview(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "office")
	const page = "/rounds/round/deadlines"
	if p := v.get("/rounds/round"); len(p.all(`a[href="`+page+`"]`)) != 1 {
		t.Fatal("the round does not lead to its deadlines")
	}
	if got := v.get(page + "?preset=county").value(`input[name="lines[7].n"]`); got != "3" {
		t.Errorf("the county's period lasts %s months", got)
	}
	form := sent(v.get(page), `form[data-dirty]`)
	form.Set("lines[7].n", "3")
	form.Set("lines[12].name", "中期督导")
	p := v.post(page, page, form)
	if p.status != http.StatusOK || len(p.all("#preview")) != 1 || !strings.Contains(text(p.all("#preview")[0]), "2026-06-02") {
		t.Fatalf("no preview: %d %s", p.status, p.body)
	}
	if p := v.post(page, page, sent(p, `#preview form`)); p.status != http.StatusSeeOther {
		t.Fatalf("confirming gives %d %s", p.status, p.body)
	}
	w.See(t, func(tx *store.Tx) error {
		r, err := store.Rounds.Get(tx, "round")
		if end, _ := r.Settings.Deadlines.Rule(workday.PeriodEnd); end.Offset.N != 3 || len(r.Settings.Deadlines) != 13 {
			t.Errorf("saved %+v of %d", end, len(r.Settings.Deadlines))
		}
		return err
	})
	form = sent(v.get(page), `form[data-dirty]`)
	form.Set("lines[7].n", "-3")
	if p := v.post(page, page, form); len(p.all(`a[href="#f-lines[7].n"]`)) != 1 || p.value(`input[name="lines[7].n"]`) != "-3" {
		t.Errorf("a wrong number is not named with what was typed: %s", p.body)
	}
}

func TestAnotherFeedbackDayShowsWhatItMoves(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "office")
	const from, page = "/inspections/i-bureau/feedback", "/inspections/i-bureau/feedback/facts"
	form := sent(v.get(from), `form[action="`+page+`"]`)
	form.Set("feedback_on", "2026-03-04")
	p := v.post(from, page, form)
	if p.status != http.StatusOK || len(p.all("#preview")) != 1 || !strings.Contains(text(p.all("#preview")[0]), "2026-09-04") {
		t.Fatalf("no preview: %d %s", p.status, p.body)
	}
	day := func() (d workday.Date) {
		w.See(t, func(tx *store.Tx) error {
			i, err := store.Inspections.Get(tx, "i-bureau")
			d = i.FeedbackOn
			return err
		})
		return d
	}
	if day() != testkit.FeedbackOn {
		t.Error("the day is saved before it is confirmed")
	}
	other := sent(p, `#preview form`)
	other.Set("feedback_on", "2026-03-05")
	if q := v.post(from, page, other); q.status != http.StatusOK || day() != testkit.FeedbackOn {
		t.Errorf("a day that was not shown gives %d", q.status)
	}
	if q := v.post(from, page, sent(p, `#preview form`)); q.status != http.StatusSeeOther || day() != "2026-03-04" {
		t.Errorf("confirming gives %d and %s", q.status, day())
	}
}

// sent is what a browser would send of a form as it stands on a page.
func sent(p *page, form string) url.Values {
	p.t.Helper()
	values := url.Values{}
	add := func(selector string) {
		for _, in := range p.all(form + " " + selector) {
			values.Add(attr(in, "name"), attr(in, "value"))
		}
	}
	add(`input:not([type=checkbox])`)
	add(`input[type=checkbox][checked]`)
	for _, o := range p.all(form + " select option[selected]") {
		values.Add(attr(o.Parent, "name"), attr(o, "value"))
	}
	values.Del("guard")
	return values
}
