//go:build browser

package journey

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"bihuan/internal/testkit/axe"

	"github.com/chromedp/chromedp"
)

// TestAnEvaluationFromItsSchemeToItsResult: the office edits the scheme and
// opens an evaluation, a clerk evaluates the water bureau, the office reviews,
// the clerk objects and then agrees, another one of the office fixes the
// result.
func TestAnEvaluationFromItsSchemeToItsResult(t *testing.T) {
	b := begin(t)
	b.as(office)
	b.visit("/schemes/new?preset=short")
	b.send(`form[action="/schemes"]`, map[string]string{"name": "水务系统评估简表"})
	scheme := b.path()
	b.visit(scheme)
	b.visit(scheme + "/edit")
	b.send(`form[action$="/edit"]`, map[string]string{"items[0].max": "20"})
	b.visit(b.path())
	b.sees("第 2 版")
	scheme = b.path()
	b.visit("/rounds")
	round := b.href(`main a[href^="/rounds/"]`)
	b.visit(round + "/evaluations")
	eval[bool](b, `(function () { var all = document.querySelectorAll("input[name=inspections]");
		for (var i = 0; i < all.length; i++) { all[i].checked = all[i].closest("label").innerText.indexOf("水务") >= 0; } return true; })()`)
	b.send(`form[action$="/evaluations"]`, map[string]string{"scheme": strings.TrimPrefix(scheme, "/schemes/"), "cut_off": "2026-07-05", "due_on": "2026-07-20"})
	evaluation := eval[string](b, `Array.prototype.filter.call(document.querySelectorAll("td a[href^='/evaluations/']"), function (a) {
		return a.innerText.indexOf("水务") >= 0; })[0].getAttribute("href")`)

	b.as("zengxiaoyan")
	b.visit("/desk")
	b.sees("水务系统评估简表")
	b.visit(evaluation)
	b.mark("self", map[int]string{0: "18", 1: "33.5", 2: "20", 3: "5", 4: "6", 5: "0"}, "见台账")

	b.as(office)
	b.visit(evaluation)
	b.mark("review", map[int]string{1: "30"}, "按对照数据计")

	b.as("zengxiaoyan")
	b.visit(evaluation)
	b.sees("按对照数据计")
	b.answer("true", "销号记录已补")
	b.as(office)
	b.visit(evaluation)
	b.sees("销号记录已补")
	b.mark("again", map[int]string{1: "32"}, "采纳一部分")
	b.as("zengxiaoyan")
	b.visit(evaluation)
	b.answer("false", "")

	b.as(office)
	b.visit(evaluation)
	b.sees("应由其他人确定结果")
	b.as("mengzhaolin")
	b.visit(evaluation)
	b.send(`form[action$="/close"]`, nil)
	b.visit(evaluation)
	b.sees("已确定")
	b.visit(round + "/evaluations")
	b.quiet()
}

// mark gives points, with words beside each, and sends them.
func (b *browser) mark(side string, points map[int]string, words string) {
	b.t.Helper()
	script := ""
	for n, p := range points {
		script += fmt.Sprintf("form.elements['marks[%d].points'].value = %q; form.elements['marks[%d].words'].value = %q;\n", n, p, n, words)
	}
	if side == "again" {
		side, script = "review", script+"form.elements.office_reply.value = '采纳一部分';"
	}
	b.press(`form[action$="/`+side+`"]`, `button[name=send][value=true]`, script)
}

func (b *browser) answer(objects, words string) {
	b.t.Helper()
	b.press(`form[action$="/answer"]`, `button[value=`+objects+`]`, fmt.Sprintf("form.elements.objection.value = %q;", words))
}

// TestACodeIsAnsweredOnATelephone: the office runs a survey and issues a code;
// somebody without an account answers it at 390 points, once.
func TestACodeIsAnsweredOnATelephone(t *testing.T) {
	b := begin(t)
	b.as(office)
	b.visit("/inspections")
	inspection := eval[string](b, `Array.prototype.filter.call(document.querySelectorAll("main a[href^='/inspections/']"), function (a) {
		return a.closest("tr, li, article, div").innerText.indexOf("市场监") >= 0; })[0].getAttribute("href")`)
	b.visit(inspection + "/surveys/new")
	b.send(`form[action$="/surveys"]`, map[string]string{"name": "再次测评", "audience": "机关干部", "opens_on": "2026-07-01", "closes_on": "2026-07-31"})
	survey := b.path()
	b.visit(survey)
	b.send(`form[action$="/open"]`, nil)
	b.visit(survey)
	b.visit(survey + "/count")
	b.visit(survey)
	eval[bool](b, `(function (f) { f.elements.receiver.value = "机关干部"; f.elements.size.value = "2"; f.submit(); return true; })(document.querySelector('form[action$="/codes"]'))`)
	b.waitFor(`document.querySelectorAll(".slip-code").length === 2`)
	code := eval[string](b, `document.querySelector(".slip-code").innerText`)
	link := eval[string](b, `document.querySelector(".slip svg").getAttribute("aria-label")`)
	if at, err := url.Parse(link); err != nil || at.Path != "/ballot" || at.Fragment != strings.ReplaceAll(code, "-", "") {
		t.Errorf("the QR code says %s, the slip %s", link, code)
	}
	b.do(chromedp.EmulateViewport(390, 844))
	b.visit("/ballot#" + strings.ReplaceAll(code, "-", ""))
	if typed := eval[string](b, `document.querySelector("#code").value`); typed != strings.ReplaceAll(code, "-", "") {
		t.Errorf("the code of the address was not taken: %q", typed)
	}
	b.ballot(strings.ToLower(code))
	b.sees("再次测评")
	if wide := eval[int](b, `document.documentElement.scrollWidth`); wide > 390 {
		t.Errorf("the questions are %d points wide", wide)
	}
	b.checked("/ballot with questions")
	eval[bool](b, `(document.querySelector("input[name=answer_q1][value=a]").click(), document.querySelector("main button").click(), true)`)
	b.waitFor(`document.querySelector(".done") !== null`)
	b.checked("/ballot taken")
	b.visit("/ballot")
	b.ballot(code)
	b.sees("已经用过")
	b.do(chromedp.EmulateViewport(1440, 1000))
	b.visit(survey)
	b.sees("50.0%")
}

// ballot types a code and goes on.
func (b *browser) ballot(code string) {
	b.t.Helper()
	eval[bool](b, `(document.querySelector("#code").value = "`+code+`", document.title = "before", document.querySelector("main button").click(), true)`)
	b.waitFor(`document.title !== "before" && document.readyState === "complete"`)
}

// waitFor waits until the page is what it must be.
func (b *browser) waitFor(until string) {
	b.t.Helper()
	for range 1200 {
		if there, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](until)); err == nil && there {
			return
		}
		b.do(chromedp.Sleep(25 * time.Millisecond))
	}
	b.t.Fatalf("%s: did not come about; the page says %s", until, b.text())
}

// checked is the check of visit for a page that is there already.
func (b *browser) checked(what string) {
	b.t.Helper()
	found, err := axe.Check(b.ctx)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, v := range found {
		b.t.Errorf("%s: %s", what, v)
	}
}
