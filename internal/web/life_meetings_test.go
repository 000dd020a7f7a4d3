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
	"bihuan/internal/testkit"
)

// gathered records a life meeting that was held, with a paper and criticisms.
func gathered(t *testing.T, w *testkit.World) string {
	t.Helper()
	id := w.Must(t, "clerk", &do.AddLifeMeeting{InspectionID: "i-bureau", LifeMeeting: do.LifeMeeting{Kind: party.DemocraticLife,
		Theme: "直面巡察反馈问题，以真改实改推动发展", ConsentAskedOn: "2026-03-03", ConsentOn: "2026-03-04", ConsentBy: "市委", PlanOn: "2026-03-04",
		OpinionsOn: "2026-03-05", Opinions: 12, PapersOn: "2026-03-07", HeldOn: "2026-03-08", HostID: "head"}})
	w.Must(t, "clerk", &do.SavePapers{LifeMeetingID: id, Version: 1, Papers: []do.Paper{{ReviewedBy: "head", ReviewedOn: "2026-03-07", Revisions: 3},
		{PersonID: "leader", ReviewedBy: "head", ReviewedOn: "2026-03-06", Revisions: 2}}})
	for _, x := range []do.Criticism{
		{FromID: "head", ToID: "head", Text: "抓党建用力不均", Measure: "半年听取一次支部汇报", Due: "2026-06-30"},
		{FromID: "leader", ToID: "head", Text: "到基层调研少", Measure: "走遍偏远监管所", DoneOn: "2026-03-10"},
		{FromID: "head", ToID: "leader", Text: "材料把关不严"},
	} {
		w.Must(t, "clerk", &do.AddCriticism{LifeMeetingID: id, Criticism: x})
	}
	return id
}

func TestALifeMeetingShowsWhatWasDoneAndWhatIsMissing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		if p := v.get("/inspections/i-bureau/life-meetings"); len(p.all(`.vacant a[href*="/life-meetings/new?kind="]`)) != 2 || !strings.Contains(p.body, "2026-04-02") {
			t.Error("an empty list does not lead to the forms, or does not say by when")
		}
		id := gathered(t, w)
		if p := v.get("/inspections/i-bureau/life-meetings"); !strings.Contains(text(p.all("tbody tr")[0]), "2 / 3") {
			t.Errorf("the list says %q", text(p.all("tbody tr")[0]))
		}
		p := v.get("/life-meetings/" + id)
		steps := map[string]string{}
		for _, e := range p.all(".event") {
			steps[text(e)[:len("2026-03-03")]] += text(e)
		}
		if !strings.Contains(steps["2026-03-05"], "征求到意见 12 条") || !strings.Contains(steps["2026-03-07"], "已审核 2 份") {
			t.Errorf("steps %v", steps)
		}
		whole := text(p.all("main")[0])
		for _, want := range []string{"会前学习", "没有记录", "还没有审核记录：周正、吴清、郑严", "领导班子", "周正（自我批评）", "李明 → 周正", "未定措施"} {
			if !strings.Contains(whole, want) {
				t.Errorf("the page does not say %s", want)
			}
		}
	})
}

func TestEveryFigureOfTheCriticismsOpensWhatItCounts(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		id := gathered(t, w)
		v := visit(t, w, "head")
		tabs := v.get("/life-meetings/" + id).all("#criticisms .tabbar a")
		if len(tabs) != 6 {
			t.Fatalf("%d tabs", len(tabs))
		}
		for _, tab := range tabs {
			href, _, _ := strings.Cut(attr(tab, "href"), "#")
			rows := len(v.get(href).all("#criticisms tbody tr"))
			if want := strconv.Itoa(rows); !strings.HasSuffix(text(tab), want) || rows == 0 {
				t.Errorf("%q opens %d criticisms", text(tab), rows)
			}
		}
	})
}

func TestALifeMeetingIsEnteredStepByStep(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		form := "/inspections/i-bureau/life-meetings/new"
		p := v.post(form, form, url.Values{"kind": {"democratic"}, "theme": {"巡察整改"}, "consent_asked_on": {"2026-03-03"}})
		if p.status != http.StatusSeeOther {
			t.Fatalf("status %d\n%s", p.status, p.body)
		}
		page := p.location
		if n := len(v.get(page).all(`a[href$="/criticisms/new"]`)); n != 0 {
			t.Error("criticisms are asked for before the meeting")
		}
		p = v.post(page+"/edit", page+"/edit", url.Values{"version": {"1"}, "kind": {"democratic"}, "theme": {"巡察整改"},
			"consent_asked_on": {"2026-03-03"}, "consent_on": {"2026-03-01"}, "held_on": {"2026-03-08"}})
		for _, want := range []string{"同意召开日期：同意召开的日期不能早于请示日期（2026-03-03）", "同意召开的上级党组织：必填", "主持人：必填"} {
			if p.status != http.StatusUnprocessableEntity || !strings.Contains(p.body, want) {
				t.Errorf("%d without %s", p.status, want)
			}
		}
		p = v.post(page+"/edit", page+"/edit", url.Values{"version": {"1"}, "kind": {"democratic"}, "theme": {"巡察整改"},
			"consent_asked_on": {"2026-03-03"}, "held_on": {"2026-03-08"}, "host": {"head"}, "opinions": {""}})
		if p.status != http.StatusSeeOther {
			t.Fatalf("status %d\n%s", p.status, p.body)
		}
		rows := v.get(page + "/papers").all("tbody tr")
		if len(rows) != 5 { // the team and four leaders
			t.Errorf("%d rows for papers", len(rows))
		}
		p = v.post(page+"/papers", page+"/papers", url.Values{"version": {"2"}, "papers[1].person": {"head"}, "papers[1].reviewed_by": {"head"},
			"papers[1].reviewed_on": {"2026-03-07"}})
		if want := "对照检查材料第 2 行 · 审核人：本人的材料应由他人审核"; !strings.Contains(p.body, want) {
			t.Errorf("no %s in\n%s", want, p.body)
		}
		p = v.post(page+"/criticisms/new", page+"/criticisms/new", url.Values{"critic": {"leader"}, "criticised": {"head"}, "criticism": {"调研少"},
			"next": {page + "/criticisms/new"}})
		if p.status != http.StatusSeeOther || p.location != page+"/criticisms/new" {
			t.Errorf("saving and going on gave %d %s", p.status, p.location)
		}
		edit := attr(v.get(page).all(`#criticisms tbody a`)[0], "href")
		if p := v.post(edit, strings.Replace(edit, "/edit", "/remove", 1), url.Values{"version": {"1"}, "reason": {"误登"}}); p.status != http.StatusSeeOther {
			t.Errorf("removing gave %d", p.status)
		}
	})
}

func TestLifeMeetingsAreConfidential(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	id := gathered(t, w)
	for login, want := range map[string]struct{ see, edit int }{"head": {200, 200}, "leader": {200, 403}, "resident": {200, 403},
		"depthead": {403, 403}, "officer": {403, 403}, "office": {403, 403}, "other-head": {404, 404}, "team2": {404, 404}, "auditor": {404, 404}} {
		v := visit(t, w, login)
		for _, path := range []string{"/inspections/i-bureau/life-meetings", "/life-meetings/" + id} {
			if p := v.get(path); p.status != want.see || p.status != 200 && strings.Contains(p.body, "直面巡察") {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
		for _, path := range []string{"/inspections/i-bureau/life-meetings/new", "/edit", "/papers", "/criticisms/new"} {
			if !strings.HasPrefix(path, "/inspections") {
				path = "/life-meetings/" + id + path
			}
			if p := v.get(path); p.status != want.edit {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
	}
}
