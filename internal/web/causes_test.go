package web_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestTheCauseCategoriesOfTheOverviewOpenWhatTheyCount(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		list := "/inspections/i-bureau/causes"
		if got := v.post(list, list, url.Values{"name": {"信息化支撑不足"}, "sort": {"5"}}); got.status != http.StatusSeeOther {
			t.Fatalf("a new category answered %d: %s", got.status, got.body)
		}
		var own string
		w.See(t, func(tx *store.Tx) error {
			c, err := store.CauseCategories.One(tx, "WHERE name = ?", "信息化支撑不足")
			own = c.Code
			return err
		})
		sort := map[string]string{"p1": own, "p2": "duty"}
		w.Write(t, func(tx *store.Tx) error {
			for id, category := range sort {
				p, err := store.Problems.Get(tx, id)
				if err != nil {
					return err
				}
				p.CauseCategory = category
				if err := store.Problems.Update(tx, &p); err != nil {
					return err
				}
			}
			return nil
		})
		figures, total := v.get("/inspections/i-bureau").all(`td.num a[href*="cause="]:not([href*="&"])`), 0
		for _, f := range figures {
			want, err := strconv.Atoi(text(f))
			if err != nil {
				t.Fatal(err)
			}
			total += want
			if got := len(v.get(attr(f, "href")).all("table.rows > tbody > tr")); got != want {
				t.Errorf("%d at %s opens %d problems", want, attr(f, "href"), got)
			}
		}
		if len(figures) != 3 || total != 3 {
			t.Errorf("%d categories count %d problems", len(figures), total)
		}
		page := v.get(list)
		if !strings.Contains(page.body, "信息化支撑不足") || len(page.all(`form[action="`+list+`/remove"]`)) != 0 {
			t.Error("the list offers to remove a category in use, or hides it")
		}
		if got := v.post(list, list+"/retire", url.Values{"code": {own}, "version": {"1"}}); got.status != http.StatusSeeOther {
			t.Errorf("retiring answered %d: %s", got.status, got.body)
		}
		if body := v.get("/problems/p2/edit").body; strings.Contains(body, "信息化支撑不足") {
			t.Error("a retired category is offered")
		}
		if body := v.get("/problems/p1").body; !strings.Contains(body, "信息化支撑不足") {
			t.Error("a problem lost its retired category")
		}
		if got := visit(t, w, "depthead").post("/problems/p1", list, url.Values{"name": {"x"}}); got.status != http.StatusForbidden {
			t.Errorf("a department head names categories: %d", got.status)
		}
	})
}

func TestASharedMeasureIsShownOnEachProblem(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		if got := v.post("/measures/m1", "/measures/m1/share", url.Values{"problem": {"p2"}}); got.status != http.StatusSeeOther {
			t.Fatalf("sharing answered %d: %s", got.status, got.body)
		}
		for path, want := range map[string]string{"/problems/p1": "与问题 1.1.2 共用", "/problems/p2": "列在问题 1.1.1 名下", "/measures/m1": "与问题 1.1.2 共用"} {
			if body := v.get(path).body; !strings.Contains(body, want) {
				t.Errorf("%s does not show %s", path, want)
			}
		}
		if got := len(v.get("/inspections/i-bureau/measures").all("table.rows > tbody > tr")); got != 3 {
			t.Errorf("the task list counts a shared measure again: %d", got)
		}
		if got := v.post("/measures/m1", "/measures/m1/unshare", url.Values{"problem": {"p2"}}); got.status != http.StatusSeeOther {
			t.Errorf("untying answered %d", got.status)
		}
	})
}

func TestCriteriaAreAgreedAndTickedOnThePage(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		form := "/problems/p1/edit"
		saved := v.post(form, form, url.Values{"version": {"1"}, "criteria[0].text": {"台账补齐"}, "criteria[0].proof": {"ledger"},
			"criteria[1].text": {""}, "criteria[2].text": {"制度印发"}})
		if saved.status != http.StatusSeeOther {
			t.Fatalf("saving criteria answered %d: %s", saved.status, saved.body)
		}
		w.Write(t, func(tx *store.Tx) error {
			m, err := store.Measures.Get(tx, "m1")
			if err != nil {
				return err
			}
			m.Verdict = work.Done
			if err := store.Measures.Update(tx, &m); err != nil {
				return err
			}
			return store.Evidences.Insert(tx, &work.Evidence{ID: "ev1", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Name: "台账.xlsx"})
		})
		page := v.get("/problems/p1")
		id := page.value(`input[name="ticks[0].criterion"]`)
		other := page.value(`input[name="ticks[1].criterion"]`)
		if id == "" || other == "" || id == other {
			t.Fatalf("the application does not offer two criteria to tick: %q %q", id, other)
		}
		half := url.Values{"statement": {"已完成"}, "ticks[0].criterion": {id}, "ticks[0].met": {"on"}, "ticks[0].evidence": {"ev1"}, "ticks[1].criterion": {other}}
		if got := v.post("/problems/p1", "/problems/p1/signoff", half); got.status != http.StatusUnprocessableEntity || !strings.Contains(got.body, "制度印发") {
			t.Errorf("a criterion left open answered %d", got.status)
		}
		half.Set("ticks[1].met", "on")
		half.Set("ticks[1].evidence", "ev1")
		sent := v.post("/problems/p1", "/problems/p1/signoff", half)
		if sent.status != http.StatusSeeOther {
			t.Fatalf("the application answered %d: %s", sent.status, sent.body)
		}
		if body := v.get(sent.location).body; strings.Count(body, "已达到") != 2 || !strings.Contains(body, "佐证：台账清单") {
			t.Error("the application does not show the ticked criteria with their proof")
		}
	})
}
