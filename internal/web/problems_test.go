package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// vary makes the problems of the world differ, so that every figure of the
// list counts something.
func vary(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		for id, change := range map[string]func(*work.Problem){
			"p1": func(p *work.Problem) { p.Deadline, p.Verdict = "2026-03-05", work.UnderWay },
			"p2": func(p *work.Problem) { p.Deadline, p.OwnerID = "2026-03-20", "" },
			"p3": func(p *work.Problem) {
				p.Verdict, p.LongTerm, p.ClosedOn, p.Term = work.Done, true, "2026-03-09", "长期坚持"
			},
		} {
			p, err := store.Problems.Get(tx, id)
			if err != nil {
				return err
			}
			change(&p)
			if err := store.Problems.Update(tx, &p); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestEveryFigureOpensExactlyWhatItCounts(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		vary(t, w)
		v := visit(t, w, "clerk")
		for _, list := range []string{"/inspections/i-bureau/problems", "/inspections/i-bureau"} {
			figures := v.get(list).all("a.stat")
			if len(figures) == 0 {
				t.Fatalf("%s shows no figures", list)
			}
			for _, f := range figures {
				href := attr(f, "href")
				words := strings.Fields(text(f))
				want, err := strconv.Atoi(strings.TrimFunc(words[0], func(r rune) bool { return r < '0' || r > '9' }))
				if err != nil {
					t.Fatal(err)
				}
				if got := len(v.get(href).all(`tbody a[href^="/problems/p"]:not([href*="#"])`)); got != want {
					t.Errorf("%s: the figure %q opens %d problems at %s", list, text(f), got, href)
				}
			}
		}
	})
}

func TestTheListIsNarrowedAndSortedByItsAddress(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		vary(t, w)
		v := visit(t, w, "clerk")
		for query, want := range map[string]string{
			"":                                  "p1 p2 p3",
			"?sort=-number":                     "p3 p2 p1",
			"?sort=deadline":                    "p1 p2 p3",
			"?due=late":                         "p1",
			"?due=soon":                         "p2",
			"?verdict=not-done":                 "p1",
			"?verdict=under-way":                "", // late counts as not done
			"?lacks=unassigned":                 "p2",
			"?person=none":                      "p2",
			"?closed=no":                        "p1 p2",
			"?q=差旅":                             "p2",
			"?q=1.1.3":                          "p3",
			"?q=SL":                             "p1 p3", // pinyin initials of the responsible person
			"?q=李明":                             "p1 p2 p3",
			"?q=%25":                            "", // a percent sign is only itself
			"?department=d1&part=lead":          "p1 p2 p3",
			"?department=d1&part=assist":        "",
			"?lacks=similar-cases&aspect=a1":    "p1 p2 p3",
			"?lacks=direct":                     "",
			"?lacks=cause":                      "p1 p2 p3",
			"?lacks=nonsense":                   "p1 p2 p3",
			"?aspect=other-a1":                  "",
			"?view=tree":                        "p1 p2 p3",
			"?leader=leader&verdict=done":       "p3",
			"?page=2":                           "",
			"?page=-3":                          "p1 p2 p3",
			"?q=" + strings.Repeat("a", 300):    "",
			"?verdict=%27%20OR%201%3D1%20--%20": "",
		} {
			p := v.get("/inspections/i-bureau/problems" + query)
			if p.status != http.StatusOK {
				t.Errorf("%s: status %d", query, p.status)
			}
			var got []string
			for _, n := range p.all(`tbody a[href^="/problems/"]:not([href*="#"])`) {
				got = append(got, strings.TrimPrefix(attr(n, "href"), "/problems/"))
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s lists %q, want %q", query, strings.Join(got, " "), want)
			}
		}
	})
}

func TestOutsideThePlanIsHiddenUntilItIsShared(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	for login, sees := range map[string]struct {
		status int
		leader bool
	}{
		"clerk": {http.StatusOK, true}, "resident": {http.StatusOK, true},
		"office": {http.StatusOK, false}, "team": {http.StatusOK, false},
		"team2": {http.StatusNotFound, false}, "other-clerk": {http.StatusNotFound, false},
		"reviewer": {http.StatusNotFound, false}, "auditor": {http.StatusNotFound, false},
	} {
		v := visit(t, w, login)
		p := v.get("/inspections/i-bureau/problems")
		if p.status != sees.status || strings.Contains(p.body, "李明") != sees.leader {
			t.Errorf("%s: status %d, leader shown %v", login, p.status, strings.Contains(p.body, "李明"))
		}
		if login == "office" {
			if n := len(v.get("/inspections/i-bureau/problems?leader=nobody").all(`a[href="/problems/p1"]`)); n != 1 {
				t.Error("who does not see the leaders can filter by them")
			}
		}
	}
}

func TestAProblemIsPlannedOnItsPage(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		page := v.get("/problems/p1")
		for _, shown := range []string{"公务接待台账不全的具体情形。", "落实全面从严治党责任方面", "缺举一反三", "缺长效机制", "孙磊"} {
			if !strings.Contains(page.body, shown) {
				t.Errorf("the page does not show %s", shown)
			}
		}
		form := "/problems/p1/edit"
		saved := v.post(form, form, url.Values{"version": {v.get(form).value(`form[action="` + form + `"] input[name=version]`)},
			"cause": {"对接待制度学习不够"}, "cause_category": {"thinking"}, "goal": {"台账齐全率 100%"}})
		if saved.status != http.StatusSeeOther {
			t.Fatalf("saving the cause answered %d: %s", saved.status, saved.body)
		}
		added := v.post("/problems/p1/measures/new", "/problems/p1/measures", url.Values{"kind": {"similar-cases"},
			"measure_text": {"全局核查接待台账"}, "lead_dept_id": {"d2"}, "assist_depts": {"d1"}, "due": {"2026年5月底前"}, "long_term": {"on"}})
		if added.status != http.StatusSeeOther {
			t.Fatalf("adding the measure answered %d: %s", added.status, added.body)
		}
		page = v.get("/problems/p1")
		for _, shown := range []string{"对接待制度学习不够", "思想认识", "全局核查接待台账", "2026-05-31", "财务科", "修改原因、目标"} {
			if !strings.Contains(page.body, shown) {
				t.Errorf("afterwards the page does not show %s", shown)
			}
		}
		if strings.Contains(page.body, "缺举一反三") {
			t.Error("the gap is still shown")
		}
		refused := v.post("/problems/p1/assign", "/problems/p1/assign", url.Values{"version": {"2"}, "due": {"2026-01-01"}})
		if refused.status != http.StatusUnprocessableEntity || !strings.Contains(refused.body, "早于反馈日") {
			t.Errorf("a deadline before the feedback answered %d", refused.status)
		}
	})
}

func TestWhoSeesWhatOfAProblem(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	for login, want := range map[string]struct {
		status       int
		plan, edits  bool
		formOfAssign int
	}{
		"clerk":       {http.StatusOK, true, true, http.StatusOK},
		"depthead":    {http.StatusOK, true, true, http.StatusForbidden},
		"head":        {http.StatusOK, true, false, http.StatusForbidden},
		"officer":     {http.StatusOK, true, false, http.StatusForbidden},
		"office":      {http.StatusOK, false, false, http.StatusForbidden},
		"other-clerk": {http.StatusNotFound, false, false, http.StatusNotFound},
		"auditor":     {http.StatusNotFound, false, false, http.StatusNotFound},
	} {
		v := visit(t, w, login)
		p := v.get("/problems/p1")
		plan, edits := strings.Contains(p.body, "孙磊"), strings.Contains(p.body, `href="/problems/p1/edit"`)
		if p.status != want.status || plan != want.plan || edits != want.edits {
			t.Errorf("%s: status %d, plan %v, edits %v", login, p.status, plan, edits)
		}
		if got := v.get("/problems/p1/assign").status; got != want.formOfAssign {
			t.Errorf("%s: the form of the assignment answers %d", login, got)
		}
	}
}

func TestTheResponsibilityListCountsWhatItsLinksOpen(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		vary(t, w)
		v := visit(t, w, "head")
		links := v.get("/inspections/i-bureau/responsibility").all("td.num a")
		if len(links) == 0 {
			t.Fatal("the list has no figures")
		}
		problems, measures := 0, 0
		for _, l := range links {
			href := attr(l, "href")
			want, err := strconv.Atoi(text(l))
			if err != nil {
				t.Fatal(err)
			}
			rows := v.get(href).all("table.rows > tbody > tr")
			if len(rows) != want {
				t.Errorf("%d at %s opens %d rows", want, href, len(rows))
			}
			if !strings.Contains(href, "verdict") && !strings.Contains(href, "due") {
				if strings.Contains(href, "/problems") {
					problems += want
				} else {
					measures += want
				}
			}
		}
		if problems != 3 || measures != 3 {
			t.Errorf("the list has %d problems and %d measures of 3 and 3", problems, measures)
		}
	})
}

func TestTheTaskListIsNarrowedByItsAddress(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		vary(t, w)
		v := visit(t, w, "officer")
		for query, want := range map[string]int{
			"": 3, "?kind=direct": 3, "?kind=long-term": 0, "?q=台账": 3, "?q=1.1.2": 1, "?q=谈心": 1, "?q=sl": 3, "?aspect=a1": 3,
			"?item=t1&closed=yes": 1, "?problem=p2": 1, "?problem=other-p2": 0, "?claim=none": 3, "?claim=claimed": 0,
			"?department=d1": 3, "?department=d2": 0, "?due=late": 0, "?sort=-number": 3, "?sort=department": 3,
		} {
			p := v.get("/inspections/i-bureau/measures" + query)
			if got := len(p.all("table.rows > tbody > tr")); p.status != http.StatusOK || got != want {
				t.Errorf("%s lists %d (status %d), want %d", query, got, p.status, want)
			}
		}
		for _, f := range v.get("/inspections/i-bureau/measures").all("a.stat") {
			want, err := strconv.Atoi(text(f.FirstChild))
			if err != nil {
				t.Fatal(err)
			}
			if got := len(v.get(attr(f, "href")).all("table.rows > tbody > tr")); got != want {
				t.Errorf("the figure %q opens %d measures", text(f), got)
			}
		}
		for login, status := range map[string]int{"office": http.StatusForbidden, "other-clerk": http.StatusNotFound, "reviewer": http.StatusNotFound} {
			for _, list := range []string{"measures", "responsibility"} {
				if got := visit(t, w, login).get("/inspections/i-bureau/" + list).status; got != status {
					t.Errorf("%s gets the %s: %d", login, list, got)
				}
			}
		}
	})
}

func TestProblemsAreAssignedInBulkAfterAPreview(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		form := "/inspections/i-bureau/problems/assign?id=p1&id=p3"
		if n := len(v.get(form).all(".chosen-list li")); n != 2 {
			t.Fatalf("the form lists %d problems", n)
		}
		preview := v.get(form + "&preview=1&lead_dept_id=d2&leader_id=portfolio&due=2026%E5%B9%B45%E6%9C%88%E5%BA%95%E5%89%8D&with_measures=on")
		values := url.Values{}
		for _, in := range preview.all(`form[method=post].card-foot input[type=hidden]`) {
			values.Set(attr(in, "name"), attr(in, "value"))
		}
		if !strings.Contains(preview.body, "吴清") || values.Get("rows[1].id") != "p3" {
			t.Fatalf("the preview sends %v", values)
		}
		if strings.Contains(text(v.get("/problems/p1").all("#who .pairs")[0]), "吴清") || strings.Contains(v.get("/problems/p3").body, "2026-05-31") {
			t.Fatal("the preview changed something")
		}
		done := v.post(form, "/inspections/i-bureau/problems/assign", values)
		if done.status != http.StatusSeeOther {
			t.Fatalf("the confirmation answered %d: %s", done.status, done.body)
		}
		for _, query := range []string{"problems?leader=leader2&department=d2&part=lead", "measures?department=d2&part=lead"} {
			if n := len(v.get("/inspections/i-bureau/" + query).all("table.rows > tbody > tr")); n != 2 {
				t.Errorf("afterwards %s lists %d", query, n)
			}
		}
		refused := v.get(form + "&preview=1&due=2026-01-01")
		if refused.status != http.StatusOK || !strings.Contains(refused.body, "早于反馈日") || len(refused.all("form.card-foot")) != 0 {
			t.Errorf("an impossible deadline: status %d", refused.status)
		}
		for path, status := range map[string]int{
			"/inspections/i-bureau/problems/assign":               http.StatusUnprocessableEntity,
			"/inspections/i-bureau/problems/assign?id=other-p1":   http.StatusNotFound,
			"/inspections/i-other/problems/assign?id=other-p1":    http.StatusNotFound,
			"/inspections/i-bureau/problems/assign?id=p1&id=p1x;": http.StatusOK,
		} {
			if got := v.get(path).status; got != status {
				t.Errorf("%s answers %d", path, got)
			}
		}
	})
}
