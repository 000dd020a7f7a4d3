package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// secrets writes the same word into every sort of record of both bureaus.
func secrets(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		for _, o := range []struct{ org, pre string }{{"bureau", ""}, {"other", "other-"}} {
			in := "i-" + o.org
			p, err := store.Problems.Get(tx, o.pre+"p1")
			if err != nil {
				return err
			}
			p.Cause = "机要事项把关不严"
			m, err := store.Measures.Get(tx, o.pre+"m1")
			if err != nil {
				return err
			}
			m.Text = "完善机要制度"
			for _, save := range []func() error{
				func() error { return store.Problems.Update(tx, &p) },
				func() error { return store.Measures.Update(tx, &m) },
				func() error {
					return store.Meetings.Insert(tx, &party.Meeting{ID: o.pre + "meet", OrgID: o.org, InspectionID: in, Title: "机要专题会", HeldOn: "2026-03-05", Kind: party.PartyGroup})
				},
				func() error {
					return store.Studies.Insert(tx, &party.Study{ID: o.pre + "study", OrgID: o.org, InspectionID: in, Title: "机要学习"})
				},
				func() error {
					return store.Regulations.Insert(tx, &regulation.Regulation{ID: o.pre + "reg", OrgID: o.org, InspectionID: in, Title: "机要管理办法"})
				},
				func() error {
					return store.Evidences.Insert(tx, &work.Evidence{ID: o.pre + "ev", OrgID: o.org, InspectionID: in, ProblemID: o.pre + "p1", Name: "机要台账.pdf"})
				},
				func() error {
					return store.Talks.Insert(tx, &party.Talk{ID: o.pre + "talk", OrgID: o.org, InspectionID: in, Topics: "机要谈话"})
				},
			} {
				if err := save(); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// found lists where the hits of a search lead, and its tabs with their counts.
func found(v *visitor, q string) (links, tabs string) {
	p := v.get("/search?q=" + url.QueryEscape(q))
	var hrefs []string
	for _, n := range p.all("main table a") {
		hrefs = append(hrefs, attr(n, "href"))
	}
	sort.Strings(hrefs)
	var words []string
	for _, n := range p.all("nav.tabbar a") {
		words = append(words, strings.Join(strings.Fields(text(n)), ""))
	}
	return strings.Join(hrefs, " "), strings.Join(words, " ")
}

func TestSearchGivesAndCountsOnlyWhatTheCallerSees(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		secrets(t, w)
		own := "/measures/m1 /meetings/meet /problems/p1 /problems/p1 /regulations/reg /studies/study"
		tabs := "全部6 原因与目标1 整改措施1 佐证材料1 会议1 学习1 制度1"
		for login, want := range map[string]struct{ links, tabs string }{
			"clerk": {own, tabs}, "officer": {own, tabs}, "resident": {own, tabs},
			"other-clerk": {strings.NewReplacer("/measures/", "/measures/other-", "/meetings/", "/meetings/other-", "/problems/", "/problems/other-",
				"/regulations/", "/regulations/other-", "/studies/", "/studies/other-").Replace(own), tabs},
			"office": {}, "team": {}, "reviewer": {}, "sysadmin": {}, "secadmin": {}, "auditor": {},
		} {
			links, tabs := found(visit(t, w, login), "机要")
			if links != want.links || tabs != want.tabs {
				t.Errorf("%s finds %q under %q", login, links, tabs)
			}
		}
		w.Write(t, func(tx *store.Tx) error {
			i, err := store.Inspections.Get(tx, "i-bureau")
			i.PlanSharedOn, i.PlanIssuedOn = "2026-03-09", "2026-03-09"
			if err != nil {
				return err
			}
			return store.Inspections.Update(tx, &i)
		})
		if links, tabs := found(visit(t, w, "team"), "机要"); links != "/measures/m1 /problems/p1" || tabs != "全部2 原因与目标1 整改措施1" {
			t.Errorf("the team finds %q under %q once the plan was sent", links, tabs)
		}
	})
}

func TestOriginalWordingPeopleAndInspectionsAreFound(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	clerk, office := visit(t, w, "clerk"), visit(t, w, "office")
	for _, c := range []struct {
		who     *visitor
		q, want string
	}{
		{clerk, "公务接待", "/problems/p1"}, {clerk, "公务 台账不全", "/problems/p1"}, {clerk, "sl", "/people/officer"},
		{clerk, "孙磊", "/people/officer"}, {clerk, "水务局", ""}, {clerk, "", ""}, {clerk, "的字", ""}, {clerk, "？！", ""},
		{office, "公务接待", "/problems/other-p1 /problems/p1"}, {office, "孙磊", ""}, {office, "水务", "/inspections/i-other"},
		{office, "sscjgj", "/inspections/i-bureau"},
		{visit(t, w, "sysadmin"), "孙磊", "/people/officer /people/other-officer"}, {visit(t, w, "sysadmin"), "公务接待", ""},
	} {
		if links, _ := found(c.who, c.q); links != c.want {
			t.Errorf("%q finds %q, want %q", c.q, links, c.want)
		}
	}
	if p := clerk.get("/search?q=" + url.QueryEscape("公务接待")); text(p.all("mark")[0]) != "公务接待" {
		t.Error("the words are not marked")
	}
	if p := clerk.get("/search?q=" + url.QueryEscape(strings.Repeat("长", 5000))); p.status != http.StatusOK {
		t.Errorf("a long query: %d", p.status)
	}
}
