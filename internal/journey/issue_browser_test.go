//go:build browser

package journey

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The people of the example city's investment group, whose plan is being made.
const (
	groupHead    = "leizhenyu"
	groupDeputy  = "baowentao"
	groupClerk   = "wujiaming"
	groupClaims  = "yuminghui"  // head of the Party office
	groupRefuses = "pudehai"    // head of engineering
	groupAsks    = "nieweimin"  // head of finance
	groupSilent  = "shuguilan"  // head of procurement
	groupGives   = "yanbowen"   // officer of finance
	groupTakes   = "xinghaiyan" // officer of engineering
	groupTeam    = "pengyuanzhi"
)

// TestAPlanIsIssuedAndAnswered goes from the adoption of a plan, signed on
// paper, over its issue by a deputy, to claims, an objection, a question, what
// is chased a week later, a change that leaves the issued copy alone, and the
// hand-over of an officer. Every page on the way is checked with axe.
func TestAPlanIsIssuedAndAnswered(t *testing.T) {
	t.Parallel()
	data := filled(t)
	base, end := demonstrated(t, data)
	b := open(t, base)
	plan, inspection := adoptOnPaper(b)
	consent(b, plan)
	issueByDeputy(b, inspection)
	answerTasks(b, inspection)
	b.quiet()
	end()
	b.base, _ = demonstrated(t, data, "--on", "2026-07-14")
	chased(b, inspection)
	change(b, inspection)
	officerLeaves(b, inspection)
	b.quiet()
}

// adoptOnPaper: the office lets plans through that are not complete, the clerk
// answers the comments and records the meeting, and the head, who does not sign
// in, signs on paper.
func adoptOnPaper(b *browser) (plan, inspection string) {
	b.t.Helper()
	b.as(office)
	b.visit("/rounds")
	b.visit(b.href("main a[href^='/rounds/']"))
	b.press(`form[action$="/plan-blocks"]`, "button[type=submit]", `form.querySelectorAll("input[name=blocks]").forEach(function (box) { box.checked = false; });`)
	b.as(groupClerk)
	b.visit("/inspections")
	inspection = b.href("tbody a[href^='/inspections/']")
	b.visit(inspection + "/plan")
	plan = b.href(`main tbody a[href^="/plans/"]`)
	b.visit(plan)
	const comment = `details[open] form[action^="/plan-comments/"][action$="/answer"]`
	for eval[bool](b, `!!document.querySelector('`+comment+`')`) {
		b.send(comment, map[string]string{"answer": "refused", "answer_reason": "已在第十至十四项中统筹考虑"})
		b.do(chromedp.Navigate(b.base + plan))
	}
	meeting(b, inspection)
	sheet := signOnPaper(b, inspection)
	if proof := eval[string](b, fetched(sheet+"/proof")); !strings.HasPrefix(proof, "200 image/png") {
		b.t.Errorf("the scan answers %s", proof)
	}
	b.visit(plan)
	b.sees("书面签署，邬嘉铭代录")
	return plan, inspection
}

// signOnPaper prints the sheet of the adoption for the head and enters it with
// the scan.
func signOnPaper(b *browser, inspection string) (sheet string) {
	b.t.Helper()
	b.visit(inspection + "/sheets")
	const open = `form[action="/sheets"]:has(input[value="plan.adopt"])`
	b.send(open, map[string]string{"signer": option(b, open+" select[name=signer]", "雷振宇")})
	sheet = b.path()
	b.visit(sheet)
	b.sees("雷振宇")
	scan, err := filepath.Abs("../../examples/city/market-bureau/evidence/1.2.3-隐患复查培训签到表.png")
	if err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.SetUploadFiles(`form[action$="/enter"] input[type=file]`, []string{scan}))
	b.send(`form[action$="/enter"]`, map[string]string{"signed_on": "2026-07-06", "opinion": "同意提请印发",
		"meeting": option(b, `form[action$="/enter"] select[name=meeting]`, "审议整改方案")})
	b.visit(sheet)
	b.sees("邬嘉铭")
	return sheet
}

// meeting records a Party-group meeting of today that all of the leading body
// attended.
func meeting(b *browser, inspection string) {
	b.t.Helper()
	b.visit(inspection + "/meetings/new")
	eval[bool](b, `(document.querySelectorAll('select[name$="presence"]').forEach(function (cell) { if (!cell.closest("details")) { cell.value = "present"; } }), true)`)
	b.send(`form[action$="/meetings/new"]`, map[string]string{"kind": "party-group", "held_on": "2026-07-06", "name": "集团党委会审议整改方案",
		"topics[0].title": "审议整改方案", "place": "集团三楼会议室", "chair": option(b, "select[name=chair]", "雷振宇")})
}

// consent: every body that reviews says yes to the version.
func consent(b *browser, plan string) {
	b.t.Helper()
	for _, by := range []string{office, groupTeam, "yanzean", "liuyingchuan"} {
		b.as(by)
		b.visit(plan + "/review")
		b.send(`form[action$="/opinion"]`, map[string]string{"verdict": "consent", "opinion": "经审核，同意"})
	}
}

// issueByDeputy: the head lets his deputy issue for him, and so it stands there.
func issueByDeputy(b *browser, inspection string) {
	b.t.Helper()
	b.as(groupHead)
	b.visit("/delegations")
	b.press(`form[action="/delegations"]`, "button[type=submit]", fmt.Sprintf(`form.elements.deputy.value = %q; form.elements.from.value = "2026-07-06";
		form.elements.until.value = "2026-07-10"; form.elements.reason.value = "外出学习";
		form.querySelectorAll("input[name=permissions]").forEach(function (box) { box.checked = box.value === "plan.issue"; });`,
		option(b, `form[action="/delegations"] select[name=deputy]`, "鲍文涛")))
	b.as(groupDeputy)
	b.visit("/delegations")
	b.sees("雷振宇")
	b.send(`form[action^="/delegations/"][action$="/act"]`, nil)
	b.visit(inspection + "/issue")
	b.sees("您正在代 雷振宇 办理")
	b.send(`form[action$="/issue"]`, map[string]string{"document_number": "青城投党发〔2026〕21号", "gap_reason": "此前各号由集团办公室编发",
		"issued_on": "2026-07-06", "outside": "市委巡察办"})
	b.sees("青城投党发〔2026〕21号")
	b.sees("鲍文涛代雷振宇")
	b.visit(inspection + "/register")
	b.sees("青城投党发〔2026〕21号")
}

// answerTasks: one department claims all, one objects, one asks and is
// answered; the receipt of one outside is entered.
func answerTasks(b *browser, inspection string) {
	b.t.Helper()
	b.as(groupClaims)
	b.visit("/desk")
	b.sees("待认领的任务")
	b.visit(inspection + "/issue")
	b.send(`form[action$="/measures/claim"]`, nil)
	b.sees("2026-07-06 签收")
	for _, by := range []struct{ login, button string }{{groupRefuses, "refuse"}, {groupAsks, "ask"}} {
		b.as(by.login)
		b.visit(inspection + "/measures")
		b.press(`form[action$="/measures/claim"]`, "button[name="+by.button+"]",
			`form.querySelector("input[name=id]").checked = true; form.elements.claim_note.value = "这项任务的口径请明确";`)
	}
	b.as(groupClerk)
	b.visit("/desk")
	b.sees("待答复的任务询问")
	b.visit(inspection + "/issue")
	b.sees("这项任务的口径请明确")
	b.send(`form[action^="/task-questions/"]`, map[string]string{"answer": "以财务决算口径为准"})
	b.send(`form[action^="/recipients/"]`, map[string]string{"receiver": "齐一鸣", "received_on": "2026-07-06"})
	b.visit(inspection + "/measures?claim=refused")
	b.sees("这项任务的口径请明确")
}

// chased: a week later, who did not answer is named on the clerk's desk, and
// finds it on his own.
func chased(b *browser, inspection string) {
	b.t.Helper()
	b.as(groupClerk)
	b.visit("/desk")
	b.sees("逾期未认领的科室")
	b.sees("招标采购部")
	b.visit(inspection + "/issue")
	b.as(groupSilent)
	b.visit("/desk")
	b.sees("待认领的任务")
}

// change: a goal is changed after the issue, with the head's approval; the
// issued copy is the same file as before.
func change(b *browser, inspection string) {
	b.t.Helper()
	b.as(groupClerk)
	b.visit(inspection + "/issue")
	issued := b.href(`a[href^="/issued-copies/"]`)
	before := eval[string](b, digest(issued))
	b.visit(inspection + "/problems")
	problem := b.href("tbody td a[href^='/problems/']")
	b.visit(problem + "/amend")
	b.send(`form[action$="/amend"]`, map[string]string{"field": "goal", "becomes": "党委前置研究事项清单完善并公布，三会界面清楚", "reason": "接受巡察组建议"})
	b.as(groupHead)
	b.visit(inspection + "/issue")
	b.press(`form[action^="/amendments/"]`, "button[name=agree]", ``)
	b.visit(problem)
	b.sees("党委前置研究事项清单完善并公布")
	b.as(groupClerk)
	b.visit(inspection + "/issue")
	if after := eval[string](b, digest(issued)); after != before || !strings.HasPrefix(after, "200 ") {
		b.t.Errorf("the issued copy was %s and is %s", before, after)
	}
}

// officerLeaves: what an officer has open goes to another; both confirm, and
// the problem says who answered when.
func officerLeaves(b *browser, inspection string) {
	b.t.Helper()
	b.as(groupClerk)
	b.visit(inspection + "/handovers/new?kind=officer")
	b.visit(inspection + "/handovers/new?kind=officer&from=" + option(b, "select[name=from]", "晏博文"))
	b.send(`form[action$="/handovers"]`, map[string]string{"on": "2026-07-14", "reason": "岗位交流", "to": option(b, "select[name=to]", "邢海燕")})
	handover := b.path()
	b.visit(handover)
	problem := b.href(`tbody a[href^="/problems/"]`)
	for _, by := range []string{groupGives, groupTakes} {
		b.as(by)
		b.visit("/desk")
		b.visit(b.href(`a[href="` + handover + `"]`))
		b.send(`form[action$="/confirm"]`, map[string]string{"note": "清单与实际相符"})
	}
	b.sees("已交接")
	b.visit(problem)
	b.sees("晏博文 → 邢海燕")
	b.sees("岗位交流")
}

// option is the value of the choice that shows a name.
func option(b *browser, selector, name string) string {
	b.t.Helper()
	value := eval[string](b, fmt.Sprintf(`(Array.from(document.querySelectorAll(%q + " option")).filter(function (o) { return o.text.indexOf(%q) >= 0; })[0] || {value: ""}).value`, selector, name))
	if value == "" {
		b.t.Fatalf("%s: %s does not offer %s", b.path(), selector, name)
	}
	return value
}

// fetched gets a file as the page would, and says its status and kind.
func fetched(path string) string {
	return fmt.Sprintf(`(function () { var r = new XMLHttpRequest(); r.open("GET", %q, false); r.send(); return r.status + " " + r.getResponseHeader("Content-Type"); })()`, path)
}

// digest gets a file and says its status, its length and what is in it, as a
// number.
func digest(path string) string {
	return fmt.Sprintf(`(function () { var r = new XMLHttpRequest(), n = 0; r.open("GET", %q, false);
		r.overrideMimeType("text/plain; charset=x-user-defined"); r.send();
		for (var i = 0; i < r.responseText.length; i++) { n = (n * 31 + (r.responseText.charCodeAt(i) & 255)) %% 2147483647; }
		return r.status + " " + r.responseText.length + " " + n; })()`, path)
}
