package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/testkit"
)

// held records three meetings of the bureau: one held, one planned, one that
// nobody wrote the attendance of.
func held(t *testing.T, w *testkit.World) string {
	t.Helper()
	id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: do.Meeting{Kind: party.PartyGroup,
		Title: "巡察整改专题党组会", HeldOn: "2026-03-06", Place: "三楼会议室", ChairID: "head", Topics: []do.Item{{Title: "研究巡察反馈意见整改"}},
		Attendance:  []do.Attendee{{PersonID: "leader", Presence: party.Present}, {PersonID: "leader2", Presence: party.Absent, Reason: "出差"}},
		Resolutions: []do.Decision{{Text: "制定整改方案", DepartmentID: "d1", Due: "2026-03-20"}}}})
	w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: do.Meeting{Kind: party.ProgressMeeting,
		Title: "巡察整改推进会", HeldOn: "2026-04-10", ChairID: "head"}})
	w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: do.Meeting{Kind: party.FeedbackMeeting,
		Title: "巡察情况反馈会", HeldOn: "2026-03-02"}})
	return id
}

func TestTheMeetingsAreListedByTheirAddress(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		if p := v.get("/inspections/i-bureau/meetings"); len(p.all(`.vacant a[href="/inspections/i-bureau/meetings/new"]`)) != 1 {
			t.Error("an empty list does not lead to the form")
		}
		held(t, w)
		for query, want := range map[string]string{
			"":                               "巡察整改推进会 巡察整改专题党组会 巡察情况反馈会",
			"?kind=party-group":              "巡察整改专题党组会",
			"?month=2026-03":                 "巡察整改专题党组会 巡察情况反馈会",
			"?q=三楼":                          "巡察整改专题党组会",
			"?q=研究":                          "巡察整改专题党组会",
			"?q=%25":                         "",
			"?kind=feedback&month=2026-04":   "",
			"?view=timeline&month=2026-04":   "巡察整改推进会",
			"?month=2026%25&view=timeline":   "",
			"?kind=%27%20OR%201%3D1%20--%20": "",
		} {
			var got []string
			for _, n := range v.get("/inspections/i-bureau/meetings" + query).all(`main a[href^="/meetings/"]`) {
				got = append(got, text(n))
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s lists %q, want %q", query, strings.Join(got, " "), want)
			}
		}
	})
}

func TestOnlyAMeetingThatWasAttendedIsShownAsHeld(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	held(t, w)
	words := map[string]string{}
	for _, row := range visit(t, w, "clerk").get("/inspections/i-bureau/meetings").all("tbody tr") {
		words[text(row)[:len("2026-03-06")]] = text(row)
	}
	for day, word := range map[string]string{"2026-03-06": "已召开", "2026-04-10": "拟召开", "2026-03-02": "待补记"} {
		if !strings.Contains(words[day], word) {
			t.Errorf("%s: %q does not say %s", day, words[day], word)
		}
	}
	if !strings.Contains(words["2026-03-06"], "出席 2 人，缺席 1 人") {
		t.Errorf("attendance: %q", words["2026-03-06"])
	}
}

func TestAMeetingIsEnteredAndChangedThroughItsForm(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		form := "/inspections/i-bureau/meetings/new"
		p := v.post(form, form, url.Values{"kind": {"party-group"}, "name": {"专题党组会"}, "held_on": {"2026-03-09"}, "chair": {"head"},
			"topics[0].title": {"议题一"}, "topics[1].title": {"议题二"}, "attendance[0].person": {"leader"}, "attendance[0].presence": {"absent"}, "attendance[0].absence": {"病假"},
			"attendance[1].person": {"clerk"}, "resolutions[0].content": {"修订制度"}, "resolutions[1].content": {""}})
		if p.status != http.StatusSeeOther {
			t.Fatalf("status %d\n%s", p.status, p.body)
		}
		page := v.get(p.location)
		for _, want := range []string{"议题二", "李明（病假）", "修订制度", "周正"} {
			if !strings.Contains(page.body, want) {
				t.Errorf("the meeting does not show %s", want)
			}
		}
		edit := p.location + "/edit"
		f := v.get(edit)
		if got := f.value(`input[name="resolutions[0].id"]`); got == "" {
			t.Error("the form does not know the resolution")
		}
		old := url.Values{"kind": {"party-group"}, "name": {"改名"}, "held_on": {"2026-03-09"}, "chair": {"head"}, "version": {"0"}}
		if p := v.post(edit, edit, old); p.status != http.StatusConflict || !strings.Contains(p.body, "专题党组会") {
			t.Errorf("a stale edit was answered %d", p.status)
		}
		wrong := url.Values{"kind": {"party-group"}, "name": {""}, "held_on": {"2026-02-30"}, "chair": {"head"}, "version": {"1"},
			"resolutions[0].due": {"2026-03-20"}}
		p = v.post(edit, edit, wrong)
		for _, want := range []string{"名称：必填", "日期：日期应写成", "议定事项第 1 行 · 内容：必填"} {
			if p.status != http.StatusUnprocessableEntity || !strings.Contains(p.body, want) {
				t.Errorf("a wrong form was answered %d without %q", p.status, want)
			}
		}
	})
}

func TestWhoSeesMeetings(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	id := held(t, w)
	for login, want := range map[string]struct{ list, edit int }{
		"officer": {http.StatusOK, http.StatusForbidden}, "head": {http.StatusOK, http.StatusForbidden},
		"office": {http.StatusForbidden, http.StatusForbidden}, "team2": {http.StatusNotFound, http.StatusNotFound},
		"other-clerk": {http.StatusNotFound, http.StatusNotFound}, "auditor": {http.StatusNotFound, http.StatusNotFound},
	} {
		v := visit(t, w, login)
		for _, path := range []string{"/inspections/i-bureau/meetings", "/meetings/" + id} {
			if p := v.get(path); p.status != want.list {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
		for _, path := range []string{"/inspections/i-bureau/meetings/new", "/meetings/" + id + "/edit"} {
			if p := v.get(path); p.status != want.edit {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
		if want.list == http.StatusOK && len(v.get("/meetings/"+id).all(`a[href$="/edit"], form[action$="/submit"], form[action$="/correct"]`)) > 0 {
			t.Errorf("%s is offered what he may not do", login)
		}
	}
}
