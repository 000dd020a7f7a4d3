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
		others := attr(v.get(list + "&q=王强").all("tbody a")[0], "href")
		if p := v.post(list, others+"/remove", url.Values{"version": {"1"}, "reason": {"登记有误"}}); p.status != http.StatusForbidden {
			t.Errorf("a talk of others is removed: %d", p.status)
		}
		one := attr(v.get(list + "&q=孙磊").all("tbody a")[0], "href")
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
	one := attr(visit(t, w, "clerk").get("/inspections/i-bureau/talks?view=list&q=王强").all("tbody a")[0], "href")
	list := []string{"/inspections/i-bureau/talks", "/inspections/i-bureau/talks?view=list"}
	for login, want := range map[string]struct {
		list, one int
		reads     bool
	}{"head": {200, 200, true}, "clerk": {200, 200, true}, "depthead": {403, 200, true}, "leader": {200, 200, false}, "resident": {200, 200, false},
		"officer": {403, 403, false}, "office": {403, 403, false}, "team": {403, 403, false},
		"other-head": {404, 404, false}, "team2": {404, 404, false}, "auditor": {404, 404, false}, "sysadmin": {404, 404, false}} {
		v := visit(t, w, login)
		for _, path := range list {
			if p := v.get(path); p.status != want.list {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
		p := v.get(one)
		if p.status != want.one || strings.Contains(p.body, "差旅费审核") != want.reads {
			t.Errorf("%s gets %d, reads %v", login, p.status, strings.Contains(p.body, "差旅费审核"))
		}
		if !want.reads && len(p.all(`form[action$="/remove"], form[action$="/confirm"], a[href$="/edit"]`)) > 0 {
			t.Errorf("%s is offered to change a talk that he may not read", login)
		}
		if found := len(v.get(list[1] + "&q=差旅费审核").all("tbody tr")); found > 0 && login != "head" && login != "clerk" && login != "leader" {
			t.Errorf("%s finds %d talks by what was said", login, found)
		}
	}
}

func TestBothSidesConfirmATalkEachFromHisDesk(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		talked(t, w)
		clerk, head, dept := visit(t, w, "clerk"), visit(t, w, "head"), visit(t, w, "depthead")
		one := attr(dept.get("/desk").all("#desk-talk tbody a")[0], "href")
		if n := len(head.get("/desk").all("#desk-talk tbody a")); n != 2 {
			t.Errorf("the head has %d talks to confirm", n)
		}
		yes := url.Values{"version": {"1"}}
		if p := clerk.post(one, one+"/confirm", yes); p.status != http.StatusForbidden {
			t.Errorf("the clerk confirms for others: %d", p.status)
		}
		if p := dept.post(one, one+"/confirm", yes); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if p := head.post(one, one+"/confirm", yes); p.status != http.StatusConflict {
			t.Errorf("a stale yes: %d", p.status)
		}
		if p := head.post(one, one+"/confirm", url.Values{"version": {"2"}}); p.status != http.StatusSeeOther {
			t.Fatalf("%d", p.status)
		}
		if words := text(clerk.get("/inspections/i-bureau/talks").all("#heads tbody")[0]); !strings.Contains(words, "2026-03-08 双方已确认") {
			t.Errorf("the table says %s", words)
		}
		if len(dept.get("/desk").all("#desk-talk")) > 0 {
			t.Error("a confirmed talk still waits")
		}
		edit := one + "/edit"
		if p := clerk.post(edit, edit, url.Values{"version": {"3"}, "held_on": {"2026-03-08"}, "talker": {"head"}, "with": {"depthead"}, "topics": {"公务接待"},
			"circle": {"clerk"}}); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if len(dept.get("/desk").all("#desk-talk")) == 0 {
			t.Error("a changed record is not confirmed anew")
		}
		if p := visit(t, w, "leader").post("/inspections/i-bureau/talks", edit, url.Values{"version": {"4"}, "held_on": {"2026-03-08"}, "talker": {"head"}, "with": {"leader"}}); p.status != http.StatusForbidden {
			t.Errorf("a leader makes himself a side of another's talk: %d", p.status)
		}
	})
}
