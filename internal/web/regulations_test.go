package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/testkit"
)

// regulated records a regulation of every time: before the feedback of
// 2026-03-02, since then, being drafted, repealed.
func regulated(t *testing.T, w *testkit.World) {
	t.Helper()
	for _, r := range []do.Regulation{
		{Title: "公务用餐管理规定", Change: regulation.Enact, State: regulation.InForce, IssuedOn: "2025-12-01", DocumentNumber: "市监〔2025〕9号", Problems: []string{"p1"}},
		{Title: "差旅费管理办法", Change: regulation.Revise, State: regulation.InForce, IssuedOn: "2026-03-05", Problems: []string{"p2", "p1"}},
		{Title: "谈心谈话制度", Change: regulation.Enact, State: regulation.Drafting, StartedOn: "2026-03-08"},
		{Title: "旧接待规定", Change: regulation.Repeal, State: regulation.Repealed, IssuedOn: "2019-01-01", RepealedOn: "2026-03-06"},
	} {
		r.DepartmentID = "d1"
		w.Must(t, "clerk", &do.AddRegulation{InspectionID: "i-bureau", Regulation: r})
	}
}

func TestEveryFigureOfTheRegulationsOpensWhatItCounts(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		regulated(t, w)
		v := visit(t, w, "clerk")
		list := "/inspections/i-bureau/regulations"
		figures := v.get(list).all("a.stat")
		if len(figures) != 4 {
			t.Fatalf("%d figures", len(figures))
		}
		for _, f := range figures {
			rows := len(v.get(attr(f, "href")).all("tbody tr"))
			if want := strconv.Itoa(rows); rows != 1 || !strings.HasPrefix(text(f), want) {
				t.Errorf("%q opens %d regulations", text(f), rows)
			}
		}
		var titles []string
		for _, e := range v.get(list + "?view=timeline").all(".event-title") {
			titles = append(titles, text(e))
		}
		want := "《谈心谈话制度》 《旧接待规定》 《差旅费管理办法》 巡察反馈 《公务用餐管理规定》"
		if got := strings.Join(titles, " "); got != want {
			t.Errorf("the time line is %s, want %s", got, want)
		}
	})
}

func TestRegulationsAndProblemsLeadToEachOther(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		regulated(t, w)
		w.Must(t, "clerk", &do.AddLinked{InspectionID: "i-bureau", Linked: do.Linked{Kind: party.LinkedTraining, Title: "财务培训班", On: "2026-03-07", Problems: []string{"p1"}}})
		v := visit(t, w, "clerk")
		problem := v.get("/problems/p1")
		links := problem.all("#answers a")
		if len(links) != 2 || text(links[0]) != "《公务用餐管理规定》" || !strings.Contains(text(problem.all("#answers")[0]), "财务培训班") {
			t.Fatalf("the problem shows %d regulations", len(links))
		}
		page := v.get(attr(links[1], "href"))
		if got := len(page.all(`main a[href="/problems/p1"], main a[href="/problems/p2"]`)); got != 2 {
			t.Errorf("the regulation leads to %d problems", got)
		}
		if n := len(v.get("/problems/p3").all("#answers")); n != 0 {
			t.Error("a problem without answers has a card for them")
		}
	})
}

func TestARegulationIsEnteredByTheDepartmentThatDraftsIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "depthead")
		list := "/inspections/i-bureau/regulations"
		if n := len(v.get(list).all(`.vacant a[href="` + list + `/new"]`)); n != 1 {
			t.Error("an empty list does not lead the department head to the form")
		}
		values := url.Values{"name": {"《公务接待管理办法》"}, "change": {"enact"}, "state": {"in-force"}, "department": {"d1"}, "problems": {"p1"}}
		p := v.post(list+"/new", list+"/new", values)
		if p.status != http.StatusUnprocessableEntity || !strings.Contains(p.body, "印发日期：必填") {
			t.Errorf("in force without a day gave %d", p.status)
		}
		values.Set("issued_on", "2026-03-09")
		p = v.post(list+"/new", list+"/new", values)
		if p.status != http.StatusSeeOther {
			t.Fatalf("status %d\n%s", p.status, p.body)
		}
		if title := text(v.get(p.location).all("h1")[0]); title != "《公务接待管理办法》" {
			t.Errorf("the page is headed %s", title)
		}
		values.Set("version", "0")
		if p := v.post(p.location+"/edit", p.location+"/edit", values); p.status != http.StatusConflict {
			t.Errorf("a stale edit gave %d", p.status)
		}
		if p := visit(t, w, "depthead2").get(p.location + "/edit"); p.status != http.StatusForbidden {
			t.Errorf("the head of another department gets %d", p.status)
		}
	})
}

func TestLinkedWorkIsEnteredListedAndChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		list := "/inspections/i-bureau/linked-works"
		if n := len(v.get(list).all(`.vacant a[href="` + list + `/new"]`)); n != 1 {
			t.Error("an empty list does not lead to the form")
		}
		values := url.Values{"kind": {"honour"}, "name": {"“五化”示范支部"}, "on": {"2026-03-08"}, "body": {"机关一支部"}, "problems": {"p2", "p1"}}
		if p := v.post(list+"/new", list+"/new", values); p.status != http.StatusSeeOther {
			t.Fatalf("status %d\n%s", p.status, p.body)
		}
		for query, want := range map[string]int{"": 1, "?kind=honour": 1, "?kind=training": 0, "?q=一支部": 1, "?q=二支部": 0} {
			if got := len(v.get(list + query).all("tbody tr")); got != want {
				t.Errorf("%s lists %d, want %d", query, got, want)
			}
		}
		row := v.get(list).all("tbody tr")[0]
		if !strings.Contains(text(row), "1.1.1") || strings.Index(text(row), "1.1.1") > strings.Index(text(row), "1.1.2") {
			t.Errorf("the problems are not in their order: %q", text(row))
		}
		edit := attr(v.get(list).all(`tbody a[href$="/edit"]`)[0], "href")
		values.Set("version", "1")
		values.Set("until", "2026-03-01")
		if p := v.post(edit, edit, values); p.status != http.StatusUnprocessableEntity {
			t.Errorf("an end before the beginning gave %d", p.status)
		}
		values.Set("until", "2026-03-09")
		values.Set("next", v.get(edit).value("input[name=next]"))
		if p := v.post(edit, edit, values); p.status != http.StatusSeeOther || p.location != list {
			t.Errorf("saving gave %d and led to %s", p.status, p.location)
		}
	})
}

func TestWhoSeesStudyRegulationsAndLinkedWork(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	regulated(t, w)
	for login, want := range map[string]int{"officer": 200, "resident": 200, "head": 200, "office": 403, "team": 403, "team2": 404,
		"reviewer": 404, "other-clerk": 404, "auditor": 404, "sysadmin": 404} {
		v := visit(t, w, login)
		for _, list := range []string{"studies", "regulations", "linked-works"} {
			p := v.get("/inspections/i-bureau/" + list)
			if p.status != want || p.status != 200 && strings.Contains(p.body, "公务用餐") {
				t.Errorf("%s gets %d at %s", login, p.status, list)
			}
			if p := v.get("/inspections/i-bureau/" + list + "/new"); p.status == 200 {
				t.Errorf("%s is given the form of %s", login, list)
			}
		}
	}
}
