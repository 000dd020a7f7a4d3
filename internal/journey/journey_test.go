//go:build browser

package journey

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// The people of the example city's market bureau and of the city.
const (
	office   = "zhenghuaizhou"
	head     = "shenzhiyuan"
	leader   = "qiujianping"
	clerk    = "xuekai"
	deptHead = "songzhiguo"
	officer  = "yeting"
	resident = "caolicheng"
)

// TestTheWholeLoop goes from the feedback paper to the head's report as
// different people; every page on the way is checked with axe.
func TestTheWholeLoop(t *testing.T) {
	b := begin(t)
	feedback(b)
	problem := relapse(b)
	carryOut(b, problem)
	sentBack(b, problem)
	signOff(b, problem)
	form(b, problem)
	report(b)
	b.leaves(clerk)
	b.quiet()
}

// feedback: the office makes a round, a team and an inspection, brings the
// paper in, looks at it and confirms it.
func feedback(b *browser) {
	b.t.Helper()
	paper, err := filepath.Abs("../../examples/city/water-bureau/feedback.docx")
	if err != nil {
		b.t.Fatal(err)
	}
	inspection := bringFeedback(b, paper, "3个方面、9项、22个具体问题")
	b.visit(inspection + "/problems")
	b.sees("22")
	if n := eval[int](b, `document.querySelectorAll("tbody tr td a[href^='/problems/']").length`); n < 22 {
		b.t.Errorf("the list shows %d problems, want 22", n)
	}
}

// bringFeedback makes a round and an inspection of the water bureau, and brings
// a paper in that says so many problems.
func bringFeedback(b *browser, paper, says string) (inspection string) {
	b.t.Helper()
	b.as(office)
	b.visit("/rounds")
	b.send(`form[action="/rounds"]`, map[string]string{"name": "2026年第二轮", "year": "2026", "number": "2", "starts": "2026-07-01", "ends": "2027-06-30"})
	round := b.path()
	b.send(`form[action$="/teams"]`, map[string]string{"name": "市委第五巡察组", "number": "5"})
	b.visit(round)
	organisation := eval[string](b, `Array.from(document.querySelectorAll("select[name=organisation] option")).filter(function (o) { return o.text.indexOf("水务局") >= 0; })[0].value`)
	team := eval[string](b, `document.querySelector("select[name=team] option:last-child").value`)
	b.send(`form[action$="/inspections"]`, map[string]string{"organisation": organisation, "team": team, "title": "市委第五巡察组巡察市水务局党组"})
	inspection = b.path()
	b.visit(inspection + "/feedback")
	b.send(`form[action$="/feedback/facts"]`, map[string]string{"feedback_on": "2026-07-03", "place": "市水务局三楼会议室", "notice_number": "青巡办〔2026〕21号"})
	b.do(chromedp.SetUploadFiles("input[type=file]", []string{paper}))
	b.send(`form[action$="/feedback/import"]`, nil)
	if !strings.HasSuffix(b.path(), "/feedback/draft") {
		b.t.Fatalf("after the import at %s", b.path())
	}
	b.visit(inspection + "/feedback/draft?node=" + eval[string](b, `new URLSearchParams(document.querySelector(".mend-list a").getAttribute("href")).get("node") || ""`))
	b.sees(says)
	b.send(`form[action$="/feedback/seal"]`, nil)
	return inspection
}

// relapse: the clerk opens a signed-off problem of the officer again.
func relapse(b *browser) string {
	b.t.Helper()
	b.as(clerk)
	b.visit("/desk")
	b.visit("/inspections")
	inspection := b.href("tbody a[href^='/inspections/']")
	b.visit(inspection)
	b.visit(inspection + "/problems?closed=yes&q=" + "%E5%8F%B6%E5%A9%B7") // 叶婷
	problem := b.href("tbody td a[href^='/problems/']")
	b.visit(problem)
	proof, err := filepath.Abs("../../examples/README.md")
	if err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.SetUploadFiles(`form[action$="/reopen"] input[type=file]`, []string{proof}))
	b.send(`form[action$="/reopen"]`, map[string]string{"kind": "relapse", "fact_on": "2026-07-05", "deadline": "2026-09-30",
		"source": "局机关抽查记录", "reason": "抽查发现个别台账又有漏登"})
	b.sees("问题反弹")
	b.sees("第 2 轮整改开始")
	b.visit(problem + "/measures/new")
	b.send(`form[action$="/measures"]`, map[string]string{"kind": "direct", "measure_text": "对漏登的台账逐条补登，并由专人每周核对"})
	return problem
}

// carryOut: the officer reports, proves and applies.
func carryOut(b *browser, problem string) {
	b.t.Helper()
	b.as(officer)
	b.visit("/desk")
	b.visit(problem)
	measure := eval[string](b, `document.querySelector('form[action$="/progress"] select[name=measure] option:nth-child(2)').value`)
	b.send(`form[action$="/progress"]`, map[string]string{"measure": measure, "on": "2026-07-05", "verdict": "done", "body": "已补登7条并逐条核对", "people": "7"})
	b.sees("已补登7条并逐条核对")
	proof, err := filepath.Abs("../../examples/README.md")
	if err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.SetUploadFiles(`form[action$="/evidence"] input[type=file]`, []string{proof}))
	b.send(`form[action$="/evidence"]`, map[string]string{"speaks_for": "2026-07-05", "note": "补登记录"})
	b.sees("README.md")
	eval[bool](b, `document.querySelectorAll('form[action$="/signoff"] input[type=checkbox][name^="ticks"]').forEach(function (tick) { tick.checked = true; }) === undefined`)
	b.send(`form[action$="/signoff"]`, map[string]string{"statement": "对照完成标准，补登核对完毕"})
	b.sees("牵头科室负责人")
	if eval[bool](b, `!!document.querySelector('form[action$="/decide"]')`) {
		b.t.Error("the applicant is offered to decide his own application")
	}
}

// sentBack: the head of the department returns the application for renewed
// rectification; the officer reports anew and applies again.
func sentBack(b *browser, problem string) {
	b.t.Helper()
	b.as(deptHead)
	b.visit(problem)
	b.visit(b.href(`a[href^="/signoffs/"]`))
	eval[bool](b, `(document.querySelector("input[name=outcome][value=return]").checked = true)`)
	b.send(`form[action$="/decide"]`, map[string]string{"reason": "补登的7条缺领用人签字", "renewed": "on", "until": "2026-08-15"})
	b.sees("要求重新整改")
	b.as(officer)
	b.visit(problem)
	b.sees("其后还没有新的进展")
	measure := eval[string](b, `document.querySelector('form[action$="/progress"] select[name=measure] option:nth-child(2)').value`)
	b.send(`form[action$="/progress"]`, map[string]string{"measure": measure, "on": "2026-07-05", "verdict": "done", "body": "7条已请领用人补签"})
	eval[bool](b, `document.querySelectorAll('form[action$="/signoff"] input[type=checkbox][name^="ticks"]').forEach(function (tick) { tick.checked = true; }) === undefined`)
	b.send(`form[action$="/signoff"]`, map[string]string{"statement": "补登、补签核对完毕"})
}

// form: the form of the application is one page with every step on it, and the
// problem shows the checks.
func form(b *browser, problem string) {
	b.t.Helper()
	b.as(office)
	b.visit(problem)
	b.visit(b.href(`a[href^="/signoffs/"]`))
	b.sees("抽问台账管理员2人")
	paper := eval[string](b, `(function () { var x = new XMLHttpRequest(); x.open("GET", location.pathname + "/form.docx", false); x.send(); return x.status + " " + x.getResponseHeader("Content-Type"); })()`)
	if !strings.HasPrefix(paper, "200 application/vnd.openxmlformats") {
		b.t.Errorf("the form: %s", paper)
	}
}

// together: the office agrees on the page where several are decided at once.
func together(b *browser) {
	b.t.Helper()
	b.visit(b.href(`a[href$="/signoffs"]`) + "/batch")
	eval[bool](b, `document.querySelectorAll('input[name$=".take"]').forEach(function (box, n, all) { box.checked = n === all.length - 1; }) === undefined`)
	eval[bool](b, `(document.querySelector('form[method="post"][action$="/signoffs/batch"]').requestSubmit(), true)`)
	for range 2400 {
		if there, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`document.readyState === "complete" && document.body.innerText.indexOf("1 份中办成 1 份") >= 0`)); err == nil && there {
			return
		}
		b.do(chromedp.Sleep(25 * time.Millisecond))
	}
	b.t.Fatalf("the batch: %s", b.text())
}

// signOff: every step of the chain by the person whose step it is, the last
// one in a batch.
func signOff(b *browser, problem string) {
	b.t.Helper()
	for _, by := range []string{deptHead, leader, clerk, resident, head, office} {
		b.as(by)
		b.visit("/desk")
		b.visit(problem)
		b.visit(b.href(`a[href^="/signoffs/"]`))
		if by == office {
			together(b)
			break
		}
		values := map[string]string{"reason": "经核对，同意"}
		if by == clerk {
			values["checks[2].result"], values["checks[2].detail"] = "confirmed", "抽问台账管理员2人，均能说清补登经过"
		}
		if by == head {
			values["meeting"] = eval[string](b, `document.querySelector("select[name=meeting] option:nth-child(2)").value`)
		}
		eval[bool](b, `(document.querySelector("input[name=outcome][value=agree]").checked = true)`)
		b.send(`form[action$="/decide"]`, values)
	}
	b.visit(problem)
	b.sees("已销号")
}

// report: the clerk writes the head's report and looks at it.
func report(b *browser) {
	b.t.Helper()
	b.as(clerk)
	b.visit("/inspections")
	inspection := b.href("tbody a[href^='/inspections/']")
	b.visit(inspection + "/reports")
	b.send(`main form[method=post]`, nil)
	b.visit(b.path())
	b.sees("组织落实巡察反馈意见整改情况的报告")
	kind := eval[string](b, `(function () { var r = new XMLHttpRequest(); r.open("GET", document.querySelector("a[href$='.docx']").href, false); r.send(); return r.status + " " + r.getResponseHeader("Content-Type"); })()`)
	if !strings.HasPrefix(kind, "200 application/vnd.openxmlformats-officedocument.wordprocessingml") {
		b.t.Errorf("the download answers %s", kind)
	}
}
