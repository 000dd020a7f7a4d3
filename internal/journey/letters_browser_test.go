//go:build browser

package journey

import (
	"strings"
	"testing"
)

// TestFromAWarningToAnAnsweredLetter goes from the warning of an overdue
// problem to a letter that was drafted, approved, issued, received, answered
// and settled, each step by whoever takes it, and shows the next on the way.
func TestFromAWarningToAnAnsweredLetter(t *testing.T) {
	b := begin(t)

	b.as("luqian")
	b.visit("/warnings")
	b.sees("红色预警")
	b.sees("2.3.1")
	before := eval[int](b, `document.querySelectorAll("tr.unread").length`)
	if badge := eval[int](b, `parseInt((document.querySelector("a[href='/warnings'] .count") || {textContent: "0"}).textContent, 10)`); badge != before || before == 0 {
		t.Errorf("the frame counts %d, the list shows %d unread", badge, before)
	}
	b.send("tr.unread form", nil)
	if after := eval[int](b, `document.querySelectorAll("tr.unread").length`); after != before-1 {
		t.Errorf("%d unread after reading one of %d", after, before)
	}
	problem := b.href("a[href^='/problems/']")
	b.visit("/warnings/ways")
	b.visit("/inspections")
	inspection := b.href("a[href^='/inspections/']")
	b.visit(inspection + "/robots")

	b.as("qiyiming")
	b.visit(inspection + "/letters/new?kind=guidance")
	b.sees("指导书")
	b.send("form[data-dirty]", map[string]string{"letter_title": "关于检验检测费清收的指导书"})
	letter := b.path()
	if !strings.HasPrefix(letter, "/letters/") {
		t.Fatalf("drafting leads to %s", letter)
	}
	b.visit(letter)
	b.send(`form[action$="/propose"]`, nil)
	if eval[bool](b, `!!document.querySelector('form[action$="/decide"]')`) {
		t.Error("who drafted may approve")
	}

	b.as("mengzhaolin")
	b.visit("/desk")
	b.sees("关于检验检测费清收的指导书")
	b.visit(letter)
	press(b, `form[action$="/decide"]`, "agree", "true")
	b.visit(letter)
	b.send(`form[action$="/issue"]`, map[string]string{"document_number": "青巡督〔2026〕2号"})
	b.sees("青巡督〔2026〕2号")

	b.as("luqian")
	b.visit("/desk")
	b.sees("关于检验检测费清收的指导书")
	b.visit(problem)
	b.sees("关于检验检测费清收的指导书")
	b.visit(letter)
	b.send(`form[action$="/receive"]`, nil)
	b.send(`form[action$="/reply"]`, map[string]string{"reply": "逐户分类完成，7月底前可收部分全部收回。"})
	b.sees("已回复，待审核")

	b.as("qiyiming")
	b.visit(letter)
	press(b, `form[action$="/settle"]`, "accept", "true")
	b.visit(inspection + "/letters")
	b.sees("已办结")
	b.quiet()
}

// press sends a form by the button of that name and value.
func press(b *browser, form, name, value string) {
	b.t.Helper()
	eval[bool](b, `(function () { var form = document.querySelector(`+"`"+form+"`"+`); window.sent = true;
		form.requestSubmit(form.querySelector('button[name="`+name+`"][value="`+value+`"]')); return true; })()`)
	b.arrive(form)
}
