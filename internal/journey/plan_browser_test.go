//go:build browser

package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// Reviewing bodies beside the inspection office and the teams.
const (
	discipline = "yanzean"
	personnel  = "liuyingchuan"
	publicity  = "hewenyuan"
)

// planner is one organisation on the way to its plan, with those who speak for
// it and its team.
type planner struct {
	clerk, head, deptHead, leader, staff, team string   // logins
	departments, people                        []string // who is asked, as the form names them
	inspection, version                        string   // addresses
}

// TestTwoPlansAreCommentedReviewedReturnedAndIssued takes the plans of two
// organisations through a comment round inside and outside and a joint review
// by five bodies; one of them is returned once. Every kind of page is checked
// with axe.
func TestTwoPlansAreCommentedReviewedReturnedAndIssued(t *testing.T) {
	b := begin(t)
	one := &planner{clerk: "wujiaming", head: "leizhenyu", deptHead: "nieweimin", leader: "baowentao", staff: "xinghaiyan", team: "pengyuanzhi",
		departments: []string{"财务管理部"}, people: []string{"鲍文涛", "邢海燕"}}
	other := &planner{clerk: "fanlinlin", head: "niechuan", leader: "wenjing", team: "fanshujing",
		departments: []string{"县委办公室"}, people: []string{"闻静"}}
	fiveReview(b)
	asks(b, one, "送审稿")
	asks(b, other, "征求意见稿")
	b.absent(one.version) // the other organisation's clerk is signed in
	comments(b, one)
	decides(b, one)
	for _, p := range []*planner{one, other} {
		meets(b, p, "审议整改方案")
		adopts(b, p)
	}
	returns(b, one, other)
	mends(b, one)
	meets(b, one, "再次审议整改方案")
	adopts(b, one)
	consents(b, discipline, one, other)
	consents(b, personnel, one)
	consents(b, publicity, one)
	consents(b, one.team, one)
	consents(b, other.team, other)
	consents(b, office, one)
	uncovers(b, one)
	issues(b, one, "青城投党〔2026〕31号")
	issues(b, other, "云泽委〔2026〕22号")
	b.quiet()
}

// fiveReview: the office names the reviewing bodies, lets them grade, and lets
// plans with gaps pass, which is not what this test is about.
func fiveReview(b *browser) {
	b.t.Helper()
	b.as(office)
	b.visit("/rounds")
	b.visit(b.href(`main a[href^="/rounds/"]`))
	b.tick("reviewers", "纪律检查委员会", "组织部", "宣传部")
	b.send(`form[action$="/reviewers"]`, map[string]string{"grades": "on", "review_days": "5"})
	b.tick("blocks")
	b.send(`form[action$="/plan-blocks"]`, nil)
}

// asks: the clerk keeps a version and asks people inside, the office, the team
// and a body about it, until today.
func asks(b *browser, p *planner, name string) {
	b.t.Helper()
	b.as(p.clerk)
	b.turn("/inspections")
	p.inspection = b.href("tbody a[href^='/inspections/']")
	b.visit(p.inspection + "/plan")
	b.send(`form[action$="/plan"]`, map[string]string{"name": name})
	p.version = b.path()
	b.visit(p.version)
	b.tick("round_departments", p.departments...)
	b.tick("round_people", p.people...)
	b.tick("round_bodies", "领导小组办公室", "纪律检查委员会", "市委第")
	b.send(`form[action$="/comments"]`, map[string]string{"comments_until": "2026-07-06"})
	b.visit(b.path())
	b.sees("待反馈")
}

// comments: a sentence is chosen with the mouse and other words are proposed, a
// leader has nothing to say, an officer comments on a measure, the office on
// the whole, the team has nothing to say, and one body stays silent.
func comments(b *browser, p *planner) {
	b.t.Helper()
	const form = "#comment-form form"
	b.as(p.deptHead)
	b.visit(p.version)
	quoted := eval[string](b, `(function () {
		var place = document.querySelector("[data-passage=cause]"), range = document.createRange();
		place.closest("details").open = true;
		range.setStart(place.firstChild, 0); range.setEnd(place.firstChild, 6);
		var s = getSelection(); s.removeAllRanges(); s.addRange(range);
		return s.toString(); })()`)
	b.do(chromedp.WaitVisible("[data-quote]"), chromedp.Click("[data-quote]"))
	if got := eval[string](b, `document.querySelector("#comment-form form").elements.quote.value`); got != quoted || got == "" {
		b.t.Fatalf("the chosen sentence %q stands in the form as %q", quoted, got)
	}
	b.send(form, map[string]string{"comment": "说得不准", "proposed": "经营权责清单"})
	b.as(p.leader)
	b.turn(p.version)
	b.send(`form[action^="/plan-rounds/"][action$="/answer"]`, nil)
	b.as(p.staff)
	b.turn(p.version)
	eval[bool](b, `(document.querySelector("a[data-comment-on=measures]").click(), true)`)
	b.send(form, map[string]string{"comment": "补办须分批", "proposed": "对8项事项分批补办党委研究程序。"})
	b.as(office)
	b.visit(p.version)
	b.unsees("说得不准")
	b.send(form, map[string]string{"comment": "责任要到人"})
	b.as(p.team)
	b.turn(p.version)
	b.send(`form[action^="/plan-rounds/"][action$="/answer"]`, nil)
}

// decides: the clerk takes the proposed words over, adopts one comment in part
// and refuses one; the next version ends the round, and who said nothing is
// recorded as silent. The table of comments is there in both forms.
func decides(b *browser, p *planner) {
	b.t.Helper()
	b.as(p.clerk)
	b.visit(p.version)
	round := b.href(`#rounds a[href^="/plan-rounds/"]`)
	b.sendIn("article.comment", "说得不准", `form[action$="/apply"]`, nil)
	b.sees("经营权责清单")
	b.sendIn("article.comment", "补办须分批", `form[action$="/answer"]`, map[string]string{"answer": "partly", "answer_reason": "分两批，不逐项"})
	b.sendIn("article.comment", "责任要到人", `form[action$="/answer"]`, map[string]string{"answer": "refused", "answer_reason": "三个清单已经到人"})
	answersEarlier(b, p)
	b.turn(p.inspection + "/plan")
	b.send(`form[action$="/plan"]`, map[string]string{"name": "审议稿", "version_note": "吸收征求到的意见"})
	p.version = b.path()
	b.visit(round)
	b.sees("逾期未反馈")
	b.turn(p.inspection + "/plan")
	for file, kind := range map[string]string{"docx": "wordprocessingml", "xlsx": "spreadsheetml"} {
		path := b.href(`a[href$="/plan/comments.` + file + `"]`)
		if got := b.fetched(path); !strings.HasPrefix(got, "200 ") || !strings.Contains(got, kind) || !strings.HasSuffix(got, " whole") {
			b.t.Errorf("%s answers %s", path, got)
		}
	}
}

// answersEarlier answers the comments of the example's own first round.
func answersEarlier(b *browser, p *planner) {
	b.t.Helper()
	b.turn(p.inspection + "/plan")
	first := b.href(`tbody tr:last-child a[href^="/plans/"]`)
	for range 10 {
		b.turn(first)
		if !strings.Contains(b.text(), "待答复") {
			return
		}
		b.sendIn("article.comment", "待答复", `form[action$="/answer"]`, map[string]string{"answer": "partly", "answer_reason": "已在后一稿中调整"})
	}
	b.t.Fatal("some comment stays open")
}

// meets: the clerk records a meeting of today with everybody of the leading
// body present.
func meets(b *browser, p *planner, title string) {
	b.t.Helper()
	b.as(p.clerk)
	b.turn(p.inspection + "/meetings/new")
	eval[bool](b, `(document.querySelector("#f-attendance table").querySelectorAll("select").forEach(function (s) { s.value = "present"; }), true)`)
	chair := eval[string](b, `document.querySelector('input[name="attendance[0].person"]').value`)
	b.send(`form[action$="/meetings/new"]`, map[string]string{"kind": "party-group", "held_on": "2026-07-06", "name": title, "chair": chair, "topics[0].title": "审议整改方案"})
}

// adopts: the head has the meeting adopt the version, and the clerk sends it
// to the joint review.
func adopts(b *browser, p *planner) {
	b.t.Helper()
	b.as(p.head)
	b.turn(p.version)
	b.send(`form[action$="/adopt"]`, map[string]string{"meeting": eval[string](b, `document.querySelector("select[name=meeting] option:nth-child(2)").value`)})
	b.as(p.clerk)
	b.visit(p.version)
	b.send(`form[action$="/share"]`, nil)
	b.visit(p.version + "/review")
	b.sees("五方会审")
}

// returns: four consent, one returns with an opinion, a grade and other words
// for a problem and the scan of its paper; the office merges.
func returns(b *browser, p, untouched *planner) {
	b.t.Helper()
	consents(b, personnel, p, untouched)
	consents(b, publicity, p, untouched)
	consents(b, p.team, p)
	paper := filepath.Join(b.t.TempDir(), "退回意见函.pdf")
	if err := os.WriteFile(paper, []byte("%PDF-1.4\n意见"), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.as(discipline)
	b.visit(p.version + "/review")
	b.unsees("没有意见，同意") // of the others, before the result
	b.do(chromedp.SetUploadFiles(`form[action$="/opinion"] input[type=file]`, []string{paper}))
	b.send(`form[action$="/opinion"]`, map[string]string{"verdict": "return", "opinion": "个别措施没有数量", "review_paper": "青纪函〔2026〕19号",
		"review_paper_on": "2026-07-06", "items[0].grade": "poor", "items[0].text": "补办多少没有说清", "items[0].proposed": "补办8项，逐项说明",
		"items[1].grade": "good"})
	b.sees("青纪函〔2026〕19号")
	consents(b, office, p, untouched)
	b.visit(p.version + "/review")
	b.sees("补办多少没有说清")
	b.send(`form[action$="/merge"]`, map[string]string{"overall": "请写明数量后重新报送", "items[0].keep": "on", "items[0].text": "补办数量要写清"})
	b.sees("会审退回")
}

// mends: the organisation reads one merged result, answers it, changes the
// record and keeps a further version.
func mends(b *browser, p *planner) {
	b.t.Helper()
	b.as(p.clerk)
	b.visit(p.version + "/review")
	b.sees("请写明数量后重新报送")
	if got := b.fetched(b.href(`#bodies a[href^="/plan-opinions/"]`)); !strings.HasPrefix(got, "200 application/pdf") {
		b.t.Errorf("the paper answers %s", got)
	}
	b.turn(p.version)
	b.sendIn("article.comment", "补办多少没有说清", `form[action$="/answer"]`, map[string]string{"answer": "adopted"})
	p.rewords(b, "补办8项，逐项说明并留存会议记录。")
	b.turn(p.inspection + "/plan")
	b.send(`form[action$="/plan"]`, map[string]string{"name": "修改稿"})
	returned := p.version
	p.version = b.path()
	b.visit(p.version + "/compare?with=" + strings.TrimPrefix(returned, "/plans/"))
	b.sees("逐项说明并留存会议记录")
}

// rewords gives the first problem another goal.
func (p *planner) rewords(b *browser, goal string) (was string) {
	b.t.Helper()
	b.turn(p.version)
	problem := strings.TrimPrefix(eval[string](b, `document.querySelector("details.plan-problem").id`), "p-")
	b.turn("/problems/" + problem + "/edit")
	was = eval[string](b, `document.querySelector("textarea[name=goal]").value`)
	b.send(`form[action$="/edit"]`, map[string]string{"goal": goal})
	return was
}

// consents: a body consents to each of the plans. One that reviewed an earlier
// version first sees what changed since and what became of its opinion.
func consents(b *browser, who string, plans ...*planner) {
	b.t.Helper()
	b.as(who)
	for _, p := range plans {
		b.turn(p.version + "/review")
		if text := b.text(); strings.Contains(text, "修改稿") && (!strings.Contains(text, "以来的变化") || !strings.Contains(text, "逐项说明并留存会议记录")) {
			b.t.Errorf("%s does not see what changed since", who)
		}
		if who == discipline && strings.Contains(b.text(), "修改稿") {
			b.axe()
			b.sees("补办多少没有说清")
			b.sees("采纳")
		}
		b.send(`form[action$="/opinion"]`, map[string]string{"verdict": "consent", "opinion": "没有意见，同意"})
	}
}

// uncovers: what is changed after the consents is not covered by them, and the
// page says so; put back, they cover it again.
func uncovers(b *browser, p *planner) {
	b.t.Helper()
	b.as(p.clerk)
	was := p.rewords(b, "悄悄换掉的目标")
	b.visit(p.version)
	b.sees("审批后内容有变化")
	b.turn(p.inspection + "/issue")
	if eval[bool](b, `!!document.querySelector('main form[action$="/issue"]')`) {
		b.t.Error("a plan whose approvals no longer cover the records can be issued")
	}
	p.rewords(b, was)
	b.turn(p.version)
	b.unsees("审批后内容有变化")
}

// issues: the clerk issues the plan under its number.
func issues(b *browser, p *planner, number string) {
	b.t.Helper()
	b.as(p.clerk)
	b.turn(p.inspection + "/issue")
	b.send(`main form[action$="/issue"]`, map[string]string{"document_number": number, "issued_on": "2026-07-06"})
	b.visit(p.inspection + "/issue")
	b.sees(number)
	b.visit(p.version)
	b.sees("已印发")
}

// turn opens a page of a kind that was checked before.
func (b *browser) turn(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.base + path))
}

// tick ticks those boxes of a list whose labels have one of the words, and no
// other.
func (b *browser) tick(name string, words ...string) {
	b.t.Helper()
	ticked := eval[int](b, fmt.Sprintf(`(function (words) { var n = 0;
		document.querySelectorAll("input[type=checkbox][name=%s]").forEach(function (box) {
			box.checked = words.some(function (w) { return w && box.closest("label").textContent.indexOf(w) >= 0; });
			n += box.checked ? 1 : 0; });
		return n; })("%s".split(" "))`, name, strings.Join(words, " ")))
	if ticked != len(words) {
		b.t.Fatalf("%s: %d boxes of %s are ticked, want %v", b.path(), ticked, name, words)
	}
}

// sendIn sends a form that stands in the first of some elements which shows the
// words.
func (b *browser) sendIn(around, words, form string, values map[string]string) {
	b.t.Helper()
	found := eval[bool](b, fmt.Sprintf(`(function (form) { if (form) form.setAttribute("data-meant", ""); return !!form; })(
		(Array.from(document.querySelectorAll(%q)).filter(function (e) { return e.textContent.indexOf(%q) >= 0; })[0] || document.body).querySelector(%q))`,
		around, words, form))
	if !found {
		b.t.Fatalf("%s: no %s about %q", b.path(), form, words)
	}
	b.send("form[data-meant]", values)
}

// unsees fails when the page shows the words.
func (b *browser) unsees(words string) {
	b.t.Helper()
	if strings.Contains(b.text(), words) {
		b.t.Fatalf("%s shows %q", b.path(), words)
	}
}

// absent fails when the address gives anything but an absent page.
func (b *browser) absent(path string) {
	b.t.Helper()
	if got := b.fetched(path); !strings.HasPrefix(got, "404 ") {
		b.t.Errorf("%s answers %s", path, got)
	}
	b.mu.Lock()
	b.complaints = nil // the console reports the 404
	b.mu.Unlock()
}

// fetched gives status and kind of a file, and whether it is whole.
func (b *browser) fetched(path string) string {
	b.t.Helper()
	return eval[string](b, fmt.Sprintf(`(function () { var r = new XMLHttpRequest(); r.open("GET", %q, false);
		r.overrideMimeType("text/plain; charset=x-user-defined"); r.send();
		return r.status + " " + r.getResponseHeader("Content-Type") + (r.responseText.length > 3000 ? " whole" : " short"); })()`, path))
}
