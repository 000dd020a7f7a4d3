//go:build browser

package journey

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestTheFileOfALifeMeetingGoesThroughFourHands leads one democratic life
// meeting from the request to the measure on a criticism: the clerk keeps the
// file, an officer gives his opinion, a member writes his paper, the head
// reviews it and hears what was said. Every page is looked over by axe.
func TestTheFileOfALifeMeetingGoesThroughFourHands(t *testing.T) {
	b := begin(t)

	b.as("xuekai") // the clerk
	b.visit("/inspections")
	inspection := b.href("a[href^='/inspections/']")
	b.visit(inspection + "/life-meetings/new?kind=democratic")
	b.send("form[data-dirty]", map[string]string{"theme": "再查再改，把整改成果巩固下来", "consent_asked_on": "2026-07-01"})
	file := b.path()
	b.visit(file)
	b.sees("请示没有文号")
	b.sees("没有邀请纪委监委")
	b.visit(file + "/consent")
	b.send("form[data-dirty]", map[string]string{"ask_number": "青市监党组〔2026〕31号", "consent_on": "2026-07-03", "consent_by": "中共青禾市委", "consent_number": "青委〔2026〕40号"})
	b.visit(file + "/guests")
	b.send("form[data-dirty]", map[string]string{"guests[0].invited_on": "2026-07-03", "guests[1].invited_on": "2026-07-03", "guests[2].invited_on": "2026-07-03"})
	b.sees("没有上传批复原件")
	b.visit(file + "/opinions")
	b.send("form[action$='/opinions/box']", map[string]string{"box_until": "2026-07-06"})
	b.visit(file + "/opinions")
	code := eval[string](b, `document.querySelector("#box").innerText.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/)[0]`)
	b.visit(file + "/papers")
	row := eval[string](b, `(function () { var rows = Array.from(document.querySelectorAll("tbody tr"));
		return String(rows.findIndex(function (r) { return r.innerText.indexOf("邱建平") >= 0; })); })()`)
	reviewer := eval[string](b, `Array.from(document.querySelector("[name='papers[`+row+`].reviewed_by']").options).find(function (o) { return o.text.indexOf("沈知远") >= 0; }).value`)
	b.send("form[data-dirty]", map[string]string{"papers[" + row + "].reviewed_by": reviewer})

	b.as("yeting") // an officer
	b.visit("/desk")
	b.sees("请您提意见")
	b.visit(file + "/opinion")
	b.sees(code)
	b.send("form[data-dirty]", map[string]string{"opinion": "下发报表前先问一问基层有没有"})
	b.visit("/opinion-box")
	b.do(chromedp.SendKeys("#code", code), chromedp.Submit("form"), chromedp.WaitVisible("#opinion"))
	b.do(chromedp.SendKeys("#opinion", "班子成员调研不要打招呼"), chromedp.Submit("form[action='/opinion-box/drop']"), chromedp.WaitNotPresent("#opinion"))
	b.sees("意见已收到")

	b.as("qiujianping") // a member
	b.visit(file)
	b.sees("个反馈问题没有班子成员认领")
	paper := b.href("a[href^='/self-papers/']")
	b.visit(paper)
	eval[bool](b, `document.querySelectorAll("input[name=problems]").forEach(function (p) { p.checked = true; }), true`)
	b.send("form[action$='/versions']", map[string]string{"self_text": "对照反馈问题，我在清收欠费上失之于软。"})
	b.sees("待审核")

	b.as("shenzhiyuan") // the head
	b.visit(paper)
	b.sees("失之于软")
	b.send("form[action$='/review']", map[string]string{"outcome": "returned", "remark": "再写清楚原因"})
	b.visit(paper)
	b.sees("再写清楚原因")
	b.visit(file + "/opinions")
	b.sees("班子成员调研不要打招呼")

	b.as("qiujianping")
	b.visit(paper)
	b.send("form[action$='/versions']", map[string]string{"self_text": "对照反馈问题，我在清收欠费上失之于软，怕得罪人。"})
	b.as("shenzhiyuan")
	b.visit(paper)
	b.send("form[action$='/review']", map[string]string{"outcome": "accepted"})

	b.as("xuekai")
	if eval[int](b, `0`); strings.Contains(b.text(), "怕得罪人") {
		t.Error("the clerk is shown a paper that is not for him")
	}
	b.visit(file + "/edit")
	host := eval[string](b, `Array.from(document.querySelector("[name=host]").options).find(function (o) { return o.text.indexOf("沈知远") >= 0; }).value`)
	b.send("form[data-dirty]", map[string]string{"plan_on": "2026-07-03", "held_on": "2026-07-06", "host": host})
	b.visit(file + "/criticisms/new")
	member := eval[string](b, `Array.from(document.querySelector("[name=critic]").options).find(function (o) { return o.text.indexOf("邱建平") >= 0; }).value`)
	b.send("form[data-dirty]", map[string]string{"critic": member, "criticised": host, "criticism": "听取基层意见少"})
	b.visit(file)
	b.sees("1 条批评意见没有整改措施")
	b.visit(b.href("#criticisms tbody a[href$='/edit']"))
	problem := eval[string](b, `document.querySelector("[name=problem]").options[1].value`)
	b.send("form[action$='/ledger']", map[string]string{"problem": problem, "measure_text": "每月到一个监管所听意见", "ledger_due": "2026-09-30", "due_reason": "长期坚持听取意见"})
	b.visit(file)
	b.sees("每月到一个监管所听意见")
	b.visit(inspection + "/measures")
	b.visit(inspection + "/paper?kind=life-report")
	b.quiet()
}
