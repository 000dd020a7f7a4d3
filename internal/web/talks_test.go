package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/testkit"
)

// talked records talks of the head with one leader and one department head.
func talked(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Must(t, "clerk", &do.RecordTalks{InspectionID: "i-bureau", HeldOn: "2026-03-08", FromID: "head",
		With: []string{"leader", "depthead"}, Topics: "差旅费审核"})
}

func TestTheTableOfTalksShowsWhoIsMissing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		talked(t, w)
		v := visit(t, w, "clerk")
		p := v.get("/inspections/i-bureau/talks")
		rows := map[string]string{}
		for _, r := range p.all("tbody tr") {
			words := text(r)
			rows[words[:strings.Index(words, "（")]] = words
		}
		// Four leaders: the head, two deputies and the discipline team's head.
		for name, want := range map[string]struct {
			missing, talks int
		}{"周正": {2, 1}, "李明": {2, 1}, "吴清": {3, 0}, "王强": {3, 1}, "赵敏": {4, 0}} {
			if got := strings.Count(rows[name], "未谈"); got != want.missing || strings.Count(rows[name], "2026-03-08") != want.talks {
				t.Errorf("%s: %q", name, rows[name])
			}
		}
		var figures []string
		for _, f := range p.all(".stat-figure") {
			figures = append(figures, text(f))
		}
		if got := strings.Join(figures, ", "); got != "2, 1 / 6, 1 / 2, 1 / 8" {
			t.Errorf("figures %s", got)
		}
		if got := len(v.get("/inspections/i-bureau/talks?view=list").all("tbody tr")); got != 2 {
			t.Errorf("the figure of talks opens %d", got)
		}
		missing := p.all(`a[href*="from=leader2&to=depthead2"]`)
		if len(missing) != 1 {
			t.Fatal("a missing talk does not lead to its form")
		}
		form := v.get(attr(missing[0], "href"))
		if len(form.all(`select[name=talker] option[value=leader2][selected]`)) != 1 || len(form.all(`input[name=with][value=depthead2][checked]`)) != 1 {
			t.Error("the form does not know who is missing")
		}
	})
}

func TestATalkIsEnteredFoundAndTakenBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		talked(t, w)
		v := visit(t, w, "leader2")
		list, form := "/inspections/i-bureau/talks?view=list", "/inspections/i-bureau/talks/new"
		p := v.post(form, form, url.Values{"held_on": {"2026-03-09"}, "talker": {"leader2"}, "with": {"depthead2", "officer"}, "topics": {"档案管理"}})
		if p.status != http.StatusSeeOther {
			t.Fatalf("status %d\n%s", p.status, p.body)
		}
		for query, want := range map[string]int{"": 4, "&q=档案": 2, "&q=王强": 1, "&q=wq": 3, "&scope=leader-leader": 1, "&scope=leader-staff": 1} {
			if got := len(v.get(list + query).all("tbody tr")); got != want {
				t.Errorf("%s lists %d talks, want %d", query, got, want)
			}
		}
		one := attr(v.get(list + "&q=王强").all("tbody a")[0], "href")
		if p := v.post(one, one+"/remove", url.Values{"version": {"1"}, "reason": {"登记有误"}}); p.status != http.StatusSeeOther {
			t.Fatalf("status %d", p.status)
		}
		if got := len(v.get(list).all("tbody tr")); got != 3 || v.get(one).status != http.StatusNotFound {
			t.Errorf("%d talks are left", got)
		}
	})
}

func TestTalksAreConfidential(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	talked(t, w)
	one := attr(visit(t, w, "clerk").get("/inspections/i-bureau/talks?view=list").all("tbody a")[0], "href")
	for login, want := range map[string]int{"head": http.StatusOK, "leader": http.StatusOK, "resident": http.StatusOK,
		"depthead": http.StatusForbidden, "officer": http.StatusForbidden, "office": http.StatusForbidden, "team": http.StatusForbidden,
		"other-head": http.StatusNotFound, "team2": http.StatusNotFound, "auditor": http.StatusNotFound, "sysadmin": http.StatusNotFound} {
		v := visit(t, w, login)
		for _, path := range []string{"/inspections/i-bureau/talks", "/inspections/i-bureau/talks?view=list", one} {
			p := v.get(path)
			if p.status != want || p.status != http.StatusOK && strings.Contains(p.body, "差旅费审核") {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
		if login == "resident" && len(v.get(one).all(`form[action$="/remove"], a[href$="/edit"]`)) > 0 {
			t.Error("the resident team is offered to change talks")
		}
	}
}
