package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
	"bihuan/internal/web"
)

// whispers are phrases that stand in what a circle keeps to itself, each in a
// record of its own kind.
var whispers = []string{"私语谈话", "私语意见", "私语批评", "私语措施", "私语材料", "私语审签"}

// confided adds one record of every confidential kind. The circle of the life
// meeting is its leading body; the talk is between head and leader.
func confided(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		for _, insert := range []func() error{
			insertion(tx, store.Talks, party.Talk{ID: "whispered", OrgID: "bureau", InspectionID: "i-bureau", HeldOn: "2026-03-05", FromID: "head", ToID: "leader", Topics: whispers[0]}),
			insertion(tx, store.SolicitedOpinions, party.SolicitedOpinion{ID: "w-op", OrgID: "bureau", LifeMeetingID: "life", Way: party.Unnamed, Text: whispers[1],
				About: []string{party.AboutBody}, ReceivedOn: "2026-03-05"}),
			insertion(tx, store.Criticisms, party.Criticism{ID: "w-crit", OrgID: "bureau", LifeMeetingID: "life", FromID: "head", ToID: "leader", Text: whispers[2], Measure: whispers[3]}),
		} {
			if err := insert(); err != nil {
				return err
			}
		}
		version, err := store.SelfVersions.Get(tx, "selfv")
		if err != nil {
			return err
		}
		version.Outcome, version.Remark, version.ReviewedOn = party.PaperReturned, whispers[5], "2026-03-06"
		if err := store.SelfVersions.Update(tx, &version); err != nil {
			return err
		}
		m, err := store.LifeMeetings.Get(tx, "life")
		if err != nil {
			return err
		}
		m.HeldOn, m.HostID = "2026-03-08", "head"
		return store.LifeMeetings.Update(tx, &m)
	})
}

// Every route is asked by everybody: what a circle keeps to itself stands in no
// answer to anybody else, page, file, list, search or fault.
func TestNoRouteTellsWhatACircleKeepsToItself(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	furnish(t, w)
	confided(t, w)
	ids := records("bureau", "")
	ids["talks"], ids["criticisms"] = "whispered", "w-crit"
	told := map[string]int{}
	for _, login := range []string{"head", "leader", "leader2", "clerk", "resident", "depthead", "officer", "office", "team", "reviewer", "sysadmin", "secadmin", "auditor", "other-head"} {
		v := visit(t, w, login)
		guard := v.get("/account").value(`input[name=guard]`)
		var paths []string
		for _, pattern := range web.Patterns() {
			method, path, _ := addressed(t, pattern, ids)
			if method == http.MethodGet {
				paths = append(paths, path)
				continue
			}
			if path == "/sign-out" || strings.HasPrefix(path, "/account/") || strings.HasPrefix(path, "/delegations/") || strings.HasPrefix(path, "/admin/accounts/") {
				continue
			}
			r := httptest.NewRequest(method, path, strings.NewReader(url.Values{"guard": {guard}}.Encode()))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			whispered(t, told, login, pattern, v.send(r).body)
		}
		for _, word := range whispers {
			q := url.QueryEscape(word)
			p := v.get("/search?q=" + q)
			if len(p.all("main table a")) > 0 {
				t.Errorf("%s finds %s", login, word)
			}
			if len(v.get("/inspections/i-bureau/talks?view=list&q="+q).all("tbody tr")) > 0 && login != "head" && login != "leader" {
				t.Errorf("%s finds the talk by %s", login, word)
			}
		}
		for _, kind := range []string{"life-ask", "life-plan", "life-report", "head", "progress"} {
			paths = append(paths, "/inspections/i-bureau/paper?kind="+kind, "/inspections/i-bureau/paper.docx?kind="+kind)
		}
		for n := range 6 {
			paths = append(paths, "/audit/"+string(rune('1'+n)))
		}
		paths = append(paths, "/life-meetings/life/opinions", "/life-meetings/life?show=mutual")
		for _, path := range paths {
			whispered(t, told, login, path, v.send(httptest.NewRequest(http.MethodGet, path, nil)).body)
		}
	}
	// The test would pass where nobody sees anything: the insiders must.
	for _, login := range []string{"head", "leader"} {
		for _, word := range whispers {
			if told[login+word] == 0 {
				t.Errorf("%s is of the circle and nowhere sees %s", login, word)
			}
		}
	}
	if told["leader2"+whispers[2]] == 0 || told["leader2"+whispers[1]] == 0 {
		t.Error("a member of the body does not see what was said at the meeting")
	}
}

// whispered notes who is told what, and fails where it is not for him.
func whispered(t *testing.T, told map[string]int, login, where, body string) {
	t.Helper()
	may := map[string]string{"head": "all", "leader": "all", "leader2": whispers[1] + whispers[2] + whispers[3], "resident": whispers[1] + whispers[2] + whispers[3]}[login]
	for _, word := range whispers {
		if !strings.Contains(body, word) {
			continue
		}
		told[login+word]++
		if may != "all" && !strings.Contains(may, word) {
			t.Errorf("%s is told %s at %s", login, word, where)
		}
	}
}

// The trail of an unnamed opinion says that one came in, and nothing of whom.
func TestAnUnnamedOpinionLeavesNoTraceOfWhoGaveIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		id := w.Must(t, "clerk", &do.AddLifeMeeting{InspectionID: "i-bureau", LifeMeeting: do.LifeMeeting{Kind: party.DemocraticLife, Theme: "真改实改"}})
		w.Must(t, "clerk", &do.OpenBox{LifeMeetingID: id, Version: 1, Until: "2026-03-12"})
		var code string
		w.See(t, func(tx *store.Tx) error {
			m, err := store.LifeMeetings.Get(tx, id)
			code = m.BoxCode
			return err
		})
		officer := visit(t, w, "officer")
		if p := officer.get("/desk"); len(p.all("#desk-opinion tbody a")) != 1 {
			t.Error("the desk does not ask for an opinion")
		}
		box := url.Values{"code": {code}, "opinion": {"调研要少打招呼"}, "about": {"body", "leader"}}
		for _, values := range []url.Values{{"code": {"AAAA"}}, {"code": {code}, "opinion": {" "}}, {"code": {code}, "opinion": {"好"}, "about": {"nobody"}}} {
			if p := officer.ballot("/opinion-box/drop", values); p.status != http.StatusUnprocessableEntity {
				t.Errorf("%v: %d", values, p.status)
			}
		}
		if p := officer.ballot("/opinion-box/drop", box); p.status != http.StatusOK {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		w.See(t, func(tx *store.Tx) error {
			o, err := store.SolicitedOpinions.One(tx, "WHERE life_meeting_id = ?", id)
			if err != nil || o.PersonID != "" || o.Way != party.Unnamed || o.ReceivedOn != "2026-03-10" || !o.For("leader") {
				t.Errorf("kept %+v %v", o, err)
			}
			n, err := tx.Count("SELECT COUNT(*) FROM audit_entry WHERE action = 'opinion.drop' AND actor_id = '' AND actor = '' AND remote = '' AND at % 3600000 = 0")
			if err != nil || n != 1 {
				t.Errorf("%d entries without a trace, %v", n, err)
			}
			return err
		})
		form := "/life-meetings/" + id + "/opinion"
		if p := officer.post(form, form, url.Values{"opinion": {"报表太多"}, "about": {"leader2"}}); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		table := "/life-meetings/" + id + "/opinions"
		clerk := visit(t, w, "clerk")
		if rows := clerk.get(table).all("#opinions tbody tr"); len(rows) != 2 {
			t.Errorf("%d opinions", len(rows))
		}
		if body := visit(t, w, "leader").get(table).body; strings.Contains(body, "报表太多") || !strings.Contains(body, "调研要少打招呼") {
			t.Error("a member sees what concerns another, or not what concerns him")
		}
		if p := officer.get(table); p.status != http.StatusForbidden {
			t.Errorf("an officer reads the table: %d", p.status)
		}
		rows := clerk.get(table).all(`#opinions input[name=id]`)
		into, under := attr(rows[0], "value"), attr(rows[1], "value")
		if p := clerk.post(table, table+"/sort", url.Values{"id": {under}, "into": {into}}); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if words := text(clerk.get(table).all("#opinions .card-hint")[0]); !strings.Contains(words, "收到 2 条，合并后 1 条") {
			t.Error(words)
		}
		w.Clock.Add(72 * 3600e9)
		if p := officer.ballot("/opinion-box/drop", box); p.status != http.StatusUnprocessableEntity {
			t.Errorf("after its end the box takes more: %d", p.status)
		}
	})
}
