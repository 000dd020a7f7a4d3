package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestThePlanIsCarriedThroughOnItsPages(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		w.Write(t, func(tx *store.Tx) error {
			for _, who := range []string{"head", "leader"} {
				if err := store.Attendances.Insert(tx, &party.Attendance{ID: "at-" + who, OrgID: "bureau", MeetingID: "mt", PersonID: who, Presence: party.Present}); err != nil {
					return err
				}
			}
			return store.Meetings.Insert(tx, &party.Meeting{ID: "mt", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.PartyGroup, Title: "审议整改方案", HeldOn: "2026-03-10"})
		})
		clerk, head, office, team := visit(t, w, "clerk"), visit(t, w, "head"), visit(t, w, "office"), visit(t, w, "team")
		list := "/inspections/i-bureau/plan"
		if !strings.Contains(clerk.get(list).body, "中共市市场监管局党组关于贯彻落实市委第一巡察组反馈意见的整改方案") {
			t.Error("no title is proposed")
		}
		clerk.sendForm(list, list, url.Values{"name": {"征求意见稿"}})
		link := clerk.get(list).all(`a[href^="/plans/"]`)
		if len(link) != 1 {
			t.Fatalf("%d versions are listed", len(link))
		}
		at := attr(link[0], "href")
		if got := office.get(at).status; got != http.StatusForbidden {
			t.Errorf("the office opens a version that was not sent: %d", got)
		}
		clerk.sendForm(at, at+"/comments", url.Values{"comments_until": {"2026-03-20"}, "round_departments": {"d1"}, "round_people": {"leader", "clerk"},
			"round_bodies": {"office"}})
		answersInTheRound(t, w)
		visit(t, w, "officer").sendForm(at, at+"/comment", url.Values{"comment": {"时限过紧"}, "problem": {"p2"}, "comment_field": {"deadline"}})
		office.sendForm(at, at+"/comment", url.Values{"comment": {"举一反三不够"}, "proposed": {"增加全系统排查"}})
		if body := office.get(at).body; strings.Contains(body, "时限过紧") || !strings.Contains(body, "增加全系统排查") {
			t.Error("from outside the inside comments show, or its own does not")
		}
		if len(head.get(at).all(`form[action$="/adopt"]`)) != 0 {
			t.Error("the adoption is offered although comments are open")
		}
		for _, f := range clerk.get(at).all(`form[action^="/plan-comments/"]`) {
			clerk.sendForm(at, attr(f, "action"), url.Values{"answer": {"adopted"}})
		}
		for _, file := range []string{".xlsx", ".docx"} {
			if p := clerk.get(list + "/comments" + file); p.status != http.StatusOK || len(p.body) < 2000 {
				t.Errorf("the table of comments as %s: %d", file, p.status)
			}
			if got := office.get(list + "/comments" + file).status; got != http.StatusForbidden {
				t.Errorf("the office takes the table of comments out: %d", got)
			}
		}
		head.sendForm(at, at+"/adopt", url.Values{"meeting": {"mt"}})
		clerk.sendForm(at, at+"/share", url.Values{})
		office.sendForm(at+"/review", at+"/opinion", url.Values{"verdict": {"consent"}, "opinion": {"同意。"}, "review_paper": {"青巡办函〔2026〕3号"}})
		if body := team.get(at + "/review").body; strings.Contains(body, "青巡办函") || !strings.Contains(body, "已提出") {
			t.Error("a body sees what another one said, or not that it spoke")
		}
		issue := "/inspections/i-bureau/issue"
		if len(clerk.get(issue).all(`form[action$="/issue"]`)) != 0 {
			t.Error("the issue is offered before the team consented")
		}
		team.sendForm(at+"/review", at+"/opinion", url.Values{"verdict": {"consent"}})
		if body := clerk.get(at + "/review").body; !strings.Contains(body, "青巡办函〔2026〕3号") || !strings.Contains(body, "两方会审") && !strings.Contains(body, "二方会审") {
			t.Error("the organisation does not see the result")
		}
		clerk.sendForm(issue, at+"/issue", url.Values{"document_number": {"市监党〔2026〕5号"}, "issued_on": {"2026-03-10"}})
		if body := clerk.get(at).body; !strings.Contains(body, "已印发") || !strings.Contains(body, "市委第一巡察组") {
			t.Error("the page does not show the issue or who consented")
		}
		claimOnTheList(t, w)
		issuedCopyStays(t, w, clerk)
		changeAfterwards(t, w, clerk, list, at)
	})
}

// answersInTheRound: everybody sees what asks him, and nothing else.
func answersInTheRound(t *testing.T, w *testkit.World) {
	t.Helper()
	leader := visit(t, w, "leader")
	links := leader.get("/desk").all(`#desk-invited a[href^="/plan-rounds/"]`)
	if len(links) != 1 {
		t.Fatalf("%d rounds ask the leader", len(links))
	}
	round := attr(links[0], "href")
	if n := len(leader.get(round).all("table.rows > tbody > tr")); n != 4 {
		t.Errorf("the leader sees %d parties", n)
	}
	leader.sendForm(round, round+"/answer", url.Values{})
	if body := leader.get(round).body; !strings.Contains(body, "已反馈 1/4") {
		t.Error("the progress does not show the answer")
	}
	if n := len(visit(t, w, "office").get(round).all("table.rows > tbody > tr")); n != 1 {
		t.Errorf("the office sees %d parties", n)
	}
	for who, want := range map[string]int{"team": http.StatusForbidden, "reviewer": http.StatusNotFound, "team2": http.StatusNotFound, "other-clerk": http.StatusNotFound} {
		if got := visit(t, w, who).get(round).status; got != want {
			t.Errorf("%s opens the round: %d, want %d", who, got, want)
		}
	}
}

// claimOnTheList: the head of a department claims his tasks, and only his.
func claimOnTheList(t *testing.T, w *testkit.World) {
	t.Helper()
	tasks := "/inspections/i-bureau/measures"
	if n := len(visit(t, w, "depthead2").get(tasks).all("input[data-bulk-row]")); n != 0 {
		t.Errorf("another department can choose %d tasks", n)
	}
	depthead := visit(t, w, "depthead")
	if n := len(depthead.get(tasks).all("input[data-bulk-row]")); n != 3 {
		t.Errorf("the department can choose %d tasks", n)
	}
	depthead.sendForm(tasks, tasks+"/claim", url.Values{"id": {"m1", "m2", "m3"}})
	if n := len(depthead.get(tasks + "?claim=claimed").all("table.rows > tbody > tr")); n != 3 {
		t.Errorf("%d tasks are claimed", n)
	}
}

// issuedCopyStays: the frozen paper is handed out as it was issued, to those
// who may see it and to nobody else.
func issuedCopyStays(t *testing.T, w *testkit.World, clerk *visitor) {
	t.Helper()
	link := clerk.get("/inspections/i-bureau/issue").all(`a[href^="/issued-copies/"]`)
	if len(link) != 1 {
		t.Fatalf("%d copies are offered", len(link))
	}
	file := clerk.get(attr(link[0], "href"))
	if file.status != http.StatusOK || !strings.HasPrefix(file.body, "PK") {
		t.Errorf("the copy is %d, %d bytes", file.status, len(file.body))
	}
	if got := visit(t, w, "other-clerk").get(attr(link[0], "href")).status; got != http.StatusNotFound {
		t.Errorf("another organisation gets %d", got)
	}
}

// changeAfterwards: a later change shows on the approved version, and a new
// version can be compared with it.
func changeAfterwards(t *testing.T, w *testkit.World, clerk *visitor, list, at string) {
	t.Helper()
	clerk.sendForm("/problems/p1/amend", "/problems/p1/amend", url.Values{"field": {"goal"}, "becomes": {"台账齐全率 100%"}, "reason": {"目标须可检查"}})
	issue := "/inspections/i-bureau/issue"
	if len(clerk.get(issue).all(`form[action$="/decide"]`)) != 0 {
		t.Error("who asks for a change is offered to decide it")
	}
	head := visit(t, w, "head")
	head.sendForm(issue, attr(head.get(issue).all(`form[action$="/decide"]`)[0], "action"), url.Values{"agree": {"on"}})
	if body := clerk.get(at).body; !strings.Contains(body, "审批后内容有变化") || !strings.Contains(body, "台账齐全率 100%") {
		t.Error("a change after the approval does not show")
	}
	for _, page := range []string{issue, "/meetings/mt"} {
		if body := clerk.get(page).body; !strings.Contains(body, "经变更申请 1 处，其他 0 处") || !strings.Contains(body, at+"/compare") {
			t.Errorf("%s does not tell that the records moved by a change request", page)
		}
	}
	if by := clerk.get(at + "/compare?with=now").all("a.by-request"); len(by) != 1 || !strings.HasPrefix(attr(by[0], "href"), issue+"#a-") {
		t.Errorf("%d changes are attributed to the request", len(by))
	}
	if body := visit(t, w, "office").get("/problems/p1").body; !strings.Contains(body, "台账齐全率 100%") {
		t.Error("the office does not read what was decided after the issue")
	}
	clerk.sendForm(list, list, url.Values{"name": {"调整稿"}})
	newest := attr(clerk.get(list).all(`a[href^="/plans/"]`)[0], "href")
	difference := clerk.get(newest + "/compare?with=" + strings.TrimPrefix(at, "/plans/"))
	if changed := difference.all(".change"); len(changed) != 1 || text(difference.all(".change ins")[0]) != "台账齐全率 100%" {
		t.Errorf("%d problems differ", len(changed))
	}
	columns := clerk.get(newest + "/compare?view=side&with=" + strings.TrimPrefix(at, "/plans/"))
	if cells := columns.all(".change td"); len(cells) != 2 || text(cells[0]) != "" || text(cells[1]) != "台账齐全率 100%" {
		t.Errorf("side by side there are %d cells", len(cells))
	}
	if n := len(clerk.get(newest + "/compare?field=cause&with=" + strings.TrimPrefix(at, "/plans/")).all(".change")); n != 0 {
		t.Errorf("%d problems differ in their cause", n)
	}
	if got := visit(t, w, "office").get(newest).status; got != http.StatusNotFound {
		t.Errorf("the office opens the new version: %d", got)
	}
	for _, who := range []string{"other-clerk", "auditor", "team2"} {
		if got := visit(t, w, who).get(at).status; got != http.StatusNotFound {
			t.Errorf("%s opens the plan: %d", who, got)
		}
	}
}

func TestWhatThePlanLacksOpensTheProblemsThatLackIt(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	vary(t, w)
	v := visit(t, w, "clerk")
	gaps := v.get("/inspections/i-bureau/plan").all(".gap-list a")
	if len(gaps) != 5 { // unassigned, cause, goal, two kinds of measure
		t.Fatalf("%d gaps are shown", len(gaps))
	}
	for _, g := range gaps {
		n := len(v.get(attr(g, "href")).all("table.rows > tbody > tr"))
		if !strings.HasPrefix(text(g), string(rune('0'+n))+" ") {
			t.Errorf("%q opens %d problems", text(g), n)
		}
	}
}

func TestTheLeadingGroupIsKeptOnItsPage(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		form := "/inspections/i-bureau/group/edit"
		v.sendForm(form, form, url.Values{"founded_on": {"2026-03-03"}, "office_department": {"d1"},
			"seats[0].person": {"leader"}, "seats[0].position": {"leader"}, "seats[0].from": {"2026-03-03"}})
		page := v.get("/inspections/i-bureau/group")
		for _, shown := range []string{"李明", "党组成员、副局长", "组长不是党组书记", "还没有整改办主任", "人教科"} {
			if !strings.Contains(page.body, shown) {
				t.Errorf("the page does not show %s", shown)
			}
		}
		if got := visit(t, w, "officer").get(form).status; got != http.StatusForbidden {
			t.Errorf("an officer opens the form: %d", got)
		}
	})
}

func TestImmediateMattersGoToAndFro(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		list := "/inspections/i-bureau/immediates"
		team, clerk := visit(t, w, "team"), visit(t, w, "clerk")
		team.sendForm(list, list, url.Values{"matter": {"消防通道堵塞"}, "demand": {"立即清理"}, "notice_number": {"1号"}, "notice_on": {"2026-03-09"}})
		reply := clerk.get(list).all(`form[action$="/reply"]`)
		if len(reply) != 1 || !strings.Contains(clerk.get(list).body, "2026-03-19") {
			t.Fatalf("%d forms for a reply", len(reply))
		}
		clerk.sendForm(list, attr(reply[0], "action"), url.Values{"reply": {"已清理"}})
		accept := team.get(list).all(`form.post-button[action$="/accept"]`)
		if len(accept) != 1 {
			t.Fatalf("%d forms for the acceptance", len(accept))
		}
		team.sendForm(list, attr(accept[0], "action"), url.Values{})
		if !strings.Contains(visit(t, w, "office").get(list).body, "已办结") {
			t.Error("the matter is not accepted")
		}
	})
}
