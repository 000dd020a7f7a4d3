package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// preparing is a democratic life meeting of the bureau to be held on
// 2026-03-12, with the leader's paper to be reviewed by the head.
func preparing(t *testing.T, w *testkit.World) string {
	t.Helper()
	id := w.Must(t, "clerk", &do.AddLifeMeeting{InspectionID: "i-bureau", LifeMeeting: do.LifeMeeting{Kind: party.DemocraticLife, Theme: "真改实改",
		ConsentAskedOn: "2026-03-03", HeldOn: "2026-03-12", HostID: "head"}})
	w.Must(t, "clerk", &do.SavePapers{LifeMeetingID: id, Version: 1, Papers: []do.Paper{{PersonID: "leader", ReviewedBy: "head"}}})
	return id
}

func TestTheFileOfALifeMeetingLeadsToWhatIsMissing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		file := "/life-meetings/" + preparing(t, w)
		clerk := visit(t, w, "clerk")
		p := clerk.get(file)
		for stage, want := range map[string]string{"consent": "请示没有文号", "guests": "没有邀请纪委监委", "papers": "3 个反馈问题没有班子成员认领", "report": "会议召开后办理"} {
			if got := text(p.all("#stage-" + stage)[0]); !strings.Contains(got, want) {
				t.Errorf("%s: %q", stage, got)
			}
		}
		for _, link := range []string{"consent", "guests", "edit", "opinions"} {
			if len(p.all(`#stages a[href="`+file+"/"+link+`"]`)) == 0 {
				t.Errorf("nothing leads to %s", link)
			}
		}
		version := clerk.get(file + "/consent").value(`form[action$="/consent"] input[name=version]`)
		say := url.Values{"version": {version}, "consent_asked_on": {"2026-03-03"}, "ask_number": {"市监党组〔2026〕3号"}, "consent_on": {"2026-03-06"},
			"consent_by": {"中共市委"}, "consent_number": {"市委〔2026〕9号"}}
		if p := clerk.postFile(file+"/consent", file+"/consent", say, "批复.exe", "MZ"); p.status != http.StatusUnprocessableEntity {
			t.Errorf("a program is taken as a consent: %d", p.status)
		}
		if p := clerk.postFile(file+"/consent", file+"/consent", say, "批复.pdf", scan); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if got := text(clerk.get(file).all("#stage-consent")[0]); !strings.Contains(got, "已齐备") {
			t.Errorf("after the consent: %q", got)
		}
		if p := visit(t, w, "leader").get(file + "/consent-paper"); p.body != scan {
			t.Errorf("a leader gets %d", p.status)
		}
		if p := visit(t, w, "officer").get(file + "/consent-paper"); p.status != http.StatusForbidden {
			t.Errorf("an officer gets %d", p.status)
		}
		guests := url.Values{"version": {clerk.get(file + "/guests").value(`input[name=version]`)}, "guests[0].body": {"office"}, "guests[0].invited_on": {"2026-03-08"},
			"guests[1].body": {"other"}, "guests[1].invited_on": {"2026-03-08"}}
		if p := clerk.post(file+"/guests", file+"/guests", guests); p.status != http.StatusUnprocessableEntity {
			t.Errorf("another body without a name: %d", p.status)
		}
		guests.Set("guests[1].people", "市委宣传部")
		if p := clerk.post(file+"/guests", file+"/guests", guests); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if got := text(clerk.get(file).all("#stage-guests")[0]); strings.Contains(got, "没有邀请巡察办") || !strings.Contains(got, "没有邀请组织部") {
			t.Errorf("after the invitations: %q", got)
		}
	})
}

func TestASelfExaminationPaperGoesToAndFroUntilItsReviewerAcceptsIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		file := "/life-meetings/" + preparing(t, w)
		leader, head, clerk := visit(t, w, "leader"), visit(t, w, "head"), visit(t, w, "clerk")
		if len(clerk.get(file).all(`a[href^="/self-papers/"]`)) > 0 {
			t.Error("a clerk who is not named is led to the paper")
		}
		paper := attr(leader.get(file).all(`a[href^="/self-papers/"]`)[0], "href")
		write := func(v *visitor, words string, problems ...string) *page {
			return v.postFile(paper, paper+"/versions", url.Values{"version": {v.get(paper).value(`form[action$="/versions"] input[name=version]`)}, "self_text": {words}, "problems": problems}, "", "")
		}
		review := func(v *visitor, outcome, remark, seq string) *page {
			return v.post(paper, paper+"/review", url.Values{"version": {"1"}, "seq": {seq}, "outcome": {outcome}, "remark": {remark}})
		}
		if p := write(leader, "初稿", "p1", "p2", "p3"); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if p := review(leader, "accepted", "", "1"); p.status != http.StatusForbidden {
			t.Errorf("the author reviews his own paper: %d", p.status)
		}
		if p := review(head, "returned", "", "1"); p.status != http.StatusUnprocessableEntity {
			t.Errorf("returned without a reason: %d", p.status)
		}
		if p := review(head, "returned", "原因剖析不深", "1"); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if body := leader.get(paper).body; !strings.Contains(body, "原因剖析不深") {
			t.Error("the author does not see the remarks")
		}
		write(leader, "二稿", "p1", "p2", "p3")
		if p := review(head, "accepted", "", "1"); p.status != http.StatusConflict {
			t.Errorf("a version that is not the latest is accepted: %d", p.status)
		}
		if p := review(head, "accepted", "", "2"); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if row := text(clerk.get(file).all("#papers tbody tr")[0]); !strings.Contains(row, "2026-03-10") || !strings.HasSuffix(row, "1") {
			t.Errorf("the file shows %q", row)
		}
		if got := text(clerk.get(file).all("#takings")[0]); strings.Contains(got, "无人认领") {
			t.Errorf("takings: %s", got)
		}
		write(leader, "三稿", "p1")
		if got := text(clerk.get(file).all("#takings")[0]); strings.Count(got, "无人认领") != 2 {
			t.Errorf("takings: %s", got)
		}
		if row := text(clerk.get(file).all("#papers tbody tr")[0]); strings.Contains(row, "2026-03-10") {
			t.Error("the review outlives the version that was reviewed")
		}
		for _, login := range []string{"clerk", "leader2", "officer", "office"} {
			if p := visit(t, w, login).get(paper); p.status != http.StatusForbidden || strings.Contains(p.body, "三稿") {
				t.Errorf("%s gets %d", login, p.status)
			}
		}
		if p := leader.post(paper, paper+"/circle", url.Values{"version": {leader.get(paper).value(`form[action$="/circle"] input[name=version]`)}, "circle": {"clerk"}}); p.status != http.StatusSeeOther {
			t.Fatalf("%d", p.status)
		}
		if p := clerk.get(paper); !strings.Contains(p.body, "三稿") {
			t.Errorf("who helps to write gets %d", p.status)
		}
	})
}

func TestTheMeasureOnACriticismLivesInTheLedger(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		id := gathered(t, w)
		w.Write(t, func(tx *store.Tx) error {
			i, err := store.Inspections.Get(tx, "i-bureau")
			i.PlanIssuedOn = "2026-03-09"
			if err != nil {
				return err
			}
			return store.Inspections.Update(tx, &i)
		})
		clerk := visit(t, w, "clerk")
		edit := ""
		for _, row := range clerk.get("/life-meetings/" + id + "?show=bare").all("#criticisms tbody a") {
			edit = attr(row, "href")
		}
		ledger := strings.Replace(edit, "/edit", "/ledger", 1)
		form := url.Values{"version": {"1"}, "problem": {"p1"}, "measure_text": {"材料实行双人复核"}, "ledger_due": {"2026-06-20"}}
		if p := visit(t, w, "head").post(edit, ledger, form); p.status != http.StatusForbidden {
			t.Errorf("who adds no measures adds one this way: %d", p.status)
		}
		if p := clerk.post(edit, ledger, form); p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if body := clerk.get("/inspections/i-bureau/measures").body; !strings.Contains(body, "材料实行双人复核") || strings.Contains(body, "材料把关不严") {
			t.Error("the ledger does not show the measure, or shows the criticism")
		}
		if body := clerk.get("/inspections/i-bureau/measures?planned=yes").body; strings.Contains(body, "材料实行双人复核") {
			t.Error("the measure counts as one of the plan")
		}
		if n := len(clerk.get("/life-meetings/" + id + "?show=done").all("#criticisms tbody tr")); n != 1 {
			t.Errorf("%d done before", n)
		}
		w.Write(t, func(tx *store.Tx) error {
			m, err := store.Measures.One(tx, "WHERE origin = ?", work.FromLifeMeeting)
			if err != nil {
				return err
			}
			if m.LeaderID != "leader" || m.Deadline != "2026-06-20" || m.Planned() {
				t.Errorf("measure %+v", m)
			}
			m.Verdict = work.Done
			return store.Measures.Update(tx, &m)
		})
		if n := len(clerk.get("/life-meetings/" + id + "?show=done").all("#criticisms tbody tr")); n != 2 {
			t.Errorf("%d criticisms are done once the ledger says so", n)
		}
		if p := clerk.post(edit, ledger, url.Values{"version": {"2"}, "problem": {"p2"}, "measure_text": {"再来一条"}}); p.status != http.StatusConflict {
			t.Errorf("twice: %d", p.status)
		}
	})
}
