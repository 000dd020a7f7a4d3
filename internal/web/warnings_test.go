package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/letter"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
	"bihuan/internal/web"
)

// badge is what the frame counts as unread; 0 where it shows no number.
func badge(p *page) int {
	for _, n := range p.all(`a[href="/warnings"] .count`) {
		count, _ := strconv.Atoi(strings.Fields(text(n))[0])
		return count
	}
	return 0
}

func TestTheFrameCountsWhatTheListShows(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Clock.Set("2026-06-22")
	v := visit(t, w, "officer")
	list := v.get("/warnings")
	if n := len(list.all("tr.unread")); n != 3 || badge(list) != n || badge(v.get("/desk")) != n {
		t.Fatalf("%d unread, the frame counts %d", n, badge(list))
	}
	if links := list.all(`td a[href="/problems/p1"]`); len(links) != 1 {
		t.Error("a warning does not lead to its problem")
	}
	mark := attr(list.all(`tr.unread input[name=mark]`)[0], "value")
	if p := v.post("/warnings", "/warnings/read", url.Values{"mark": {mark}, "next": {"/warnings?read=no"}}); p.location != "/warnings?read=no" {
		t.Errorf("reading one leads to %s", p.location)
	}
	unread := v.get("/warnings?read=no")
	if n := len(unread.all("tr.unread")); n != 2 || badge(unread) != 2 {
		t.Errorf("%d unread, the frame counts %d", n, badge(unread))
	}
	marks := url.Values{}
	for _, in := range v.get("/warnings").all(`.page-actions input[name=mark]`) {
		marks.Add("mark", attr(in, "value"))
	}
	if p := v.post("/warnings", "/warnings/read", marks); p.status != http.StatusSeeOther {
		t.Fatalf("reading all gives %d", p.status)
	}
	if p := v.get("/warnings"); badge(p) != 0 || len(p.all("tbody tr")) != 3 {
		t.Error("after reading all something is unread, or the list is empty")
	}
	for query, want := range map[string]int{"?colour=yellow": 3, "?colour=red": 0, "?kind=measure": 0, "?kind=problem&read=yes": 3} {
		if n := len(v.get("/warnings" + query).all("tbody tr")); n != want {
			t.Errorf("%s shows %d", query, n)
		}
	}
	if p := v.post("/warnings", "/warnings/read", url.Values{}); p.status != http.StatusUnprocessableEntity {
		t.Errorf("reading nothing gives %d", p.status)
	}
	if p := visit(t, w, "sysadmin").get("/warnings"); len(p.all(`a[href="/warnings"]`)) != 0 || p.status == http.StatusOK && strings.Contains(p.body, "台账") {
		t.Error("an administrator is offered warnings")
	}
}

// fetch gets a calendar as a calendar program does: without a session.
func fetch(v *visitor, path string) *page {
	rec := httptest.NewRecorder()
	v.handler.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, path, nil))
	return &page{t: v.t, status: rec.Code, kind: rec.Header().Get("Content-Type"), body: rec.Body.String()}
}

func TestACalendarLinkIsASecretThatCanBeTakenBack(t *testing.T) {
	testkit.Databases(t, linkTakenBack)
}

func linkTakenBack(t *testing.T, address string) {
	w := testkit.NewWorld(t, address)
	v := visit(t, w, "officer")
	open := func() string {
		t.Helper()
		made := v.post("/warnings/ways", "/warnings/feed", url.Values{"version": {v.get("/warnings/ways").value(`form[action="/warnings/feed"] input[name=version]`)}})
		path := regexp.MustCompile(`/calendar/[\w-]{43}\.ics`).FindString(made.body)
		if path == "" {
			t.Fatalf("no link is shown: %d", made.status)
		}
		return path
	}
	first := open()
	if strings.Contains(v.get("/warnings/ways").body, first) {
		t.Error("the link is shown again")
	}
	cal := fetch(v, first)
	if cal.status != http.StatusOK || !strings.HasPrefix(cal.kind, "text/calendar") || strings.Count(cal.body, "UID:problem-") != 3 || strings.Contains(cal.body, "台账") {
		t.Errorf("the calendar: %d %s\n%s", cal.status, cal.kind, cal.body)
	}
	if strings.Contains(cal.body, "other-") {
		t.Error("the calendar tells of another organisation")
	}
	second := open()
	if fetch(v, first).status != http.StatusNotFound || fetch(v, second).status != http.StatusOK {
		t.Error("a new link does not end the old one")
	}
	w.See(t, func(tx *store.Tx) error {
		n, err := tx.Count("SELECT COUNT(*) FROM audit_entry WHERE record LIKE ?", "%"+strings.TrimSuffix(strings.TrimPrefix(second, "/calendar/"), ".ics")+"%")
		if n != 0 {
			t.Error("the audit log tells the link")
		}
		return err
	})
	v.sendForm("/warnings/ways", "/warnings/feed/close", url.Values{})
	for _, path := range []string{second, "/calendar/.ics", "/calendar/x.ics", "/calendar/" + strings.Repeat("A", 43) + ".ics"} {
		if p := fetch(v, path); p.status != http.StatusNotFound {
			t.Errorf("%s gives %d", path, p.status)
		}
	}
	if got := web.ShownPath(second); strings.Contains(got, "A") || got != "/calendar/…" {
		t.Errorf("a log would tell %s", got)
	}
	third := open()
	w.Write(t, func(tx *store.Tx) error {
		_, err := tx.Exec("UPDATE account SET disabled = 1 WHERE id = 'officer'")
		return err
	})
	if p := fetch(v, third); p.status != http.StatusNotFound {
		t.Errorf("the link of a disabled account gives %d", p.status)
	}
}

// TestALetterIsDraftedFromTheListAndAnswered walks through the pages.
func TestALetterIsDraftedFromTheListAndAnswered(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Clock.Set("2026-07-01")
	office, clerk := visit(t, w, "office"), visit(t, w, "clerk")
	if p := office.get("/inspections/i-bureau/problems?due=late"); len(p.all(`button[formaction="/inspections/i-bureau/letters/new"]`)) != 1 {
		t.Error("the list of overdue problems does not lead to a letter")
	}
	const list = "/inspections/i-bureau/letters"
	if p := office.get(list); len(p.all(`#proposals a[href*="kind=supervision"]`)) != 1 {
		t.Error("the first step is not proposed")
	}
	form := office.get(list + "/new?kind=supervision&id=p2")
	if n := len(form.all(`input[name=problems][checked]`)); n != 1 {
		t.Errorf("%d problems are chosen", n)
	}
	values := sent(form, `form[action="`+list+`"]`)
	for _, area := range form.all(`form[action="` + list + `"] textarea`) {
		values.Set(attr(area, "name"), text(area))
	}
	p := office.post(list+"/new", list, values)
	if p.status != http.StatusSeeOther {
		t.Fatalf("drafting gives %d %s", p.status, p.body)
	}
	path := p.location
	if p := clerk.get(path); p.status != http.StatusNotFound {
		t.Errorf("the addressee gets a draft: %d", p.status)
	}
	office.sendForm(path, path+"/propose", url.Values{})
	w.Write(t, func(tx *store.Tx) error { // somebody else approved it
		l, err := store.Letters.One(tx, "WHERE state = ?", letter.Proposed)
		if err != nil {
			return err
		}
		items, err := store.LetterItems.List(tx, "WHERE letter_id = ? ORDER BY seq", l.ID)
		if err != nil {
			return err
		}
		l.State, l.ApprovedAt = letter.Approved, tx.Now()
		if l.ContentHash, err = l.Hash(items); err != nil {
			return err
		}
		return store.Letters.Update(tx, &l)
	})
	office.sendForm(path, path+"/issue", url.Values{"document_number": {"市巡督〔2026〕1号"}})
	if p := office.get(path + "/paper.docx"); p.status != http.StatusOK || !strings.HasPrefix(p.body, "PK") {
		t.Errorf("the frozen paper: %d", p.status)
	}
	if p := clerk.get("/desk"); len(p.all(`#desk-letter a[href="`+path+`"]`)) != 1 {
		t.Error("the letter is not on the clerk's desk")
	}
	if p := clerk.get("/problems/p2"); len(p.all(`#letters a[href="`+path+`"]`)) != 1 {
		t.Error("the letter is not on the problem's page")
	}
	w.Clock.Set("2026-07-13") // the answer is due on the 15th
	office, clerk = visit(t, w, "office"), visit(t, w, "clerk")
	if p := clerk.get("/warnings?kind=letter"); len(p.all(`td a[href="`+path+`"]`)) != 1 {
		t.Error("a letter to be answered soon is not warned of")
	}
	clerk.sendForm(path, path+"/reply", url.Values{"reply": {"已补齐。"}})
	if p := clerk.get("/warnings?kind=letter"); len(p.all(`td a[href="`+path+`"]`)) != 0 {
		t.Error("an answered letter is still warned of")
	}
	rows := office.get(list + "?state=replied").all("tbody tr")
	if len(rows) != 1 || !strings.Contains(text(rows[0]), "市巡督〔2026〕1号") {
		t.Errorf("%d letters are listed as answered", len(rows))
	}
	if p := office.get("/rounds/round/letters.xlsx"); p.status != http.StatusOK || !strings.HasPrefix(p.body, "PK") {
		t.Errorf("the export: %d", p.status)
	}
}
