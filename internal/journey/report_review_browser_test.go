//go:build browser

package journey

import (
	"testing"
)

// TestAReportIsReturnedByOneBodyAndAcceptedByAll: a report goes up, one body
// would return it, the office merges, a clerk answers and goes on in a new
// draft, and every body consents to that.
func TestAReportIsReturnedByOneBodyAndAcceptedByAll(t *testing.T) {
	b := begin(t)
	b.as("xuekai")
	b.visit("/inspections")
	inspection := b.href(`main a[href^="/inspections/"]`)
	b.visit(inspection + "/reports")
	b.send(`#compose form`, map[string]string{"kind": "progress"})
	first := b.path()
	b.submitted(first)

	b.as("yanzean")
	b.visit(first + "/review")
	b.press(`#opinion form`, `button[type=submit]`, `
		form.querySelector("input[value=return]").checked = true; form.elements.opinion.value = "逾期事项没有写明原因";
		form.elements["items[0].text"].value = "写明逾期原因";`)
	b.visit(first + "/review")
	b.sees("建议退回修改")
	for _, body := range []string{"fanshujing", "liuyingchuan", office} {
		b.consents(first, body)
	}
	b.visit(first + "/review")
	b.press(`#merge form`, `button[type=submit]`, `
		form.elements.overall.value = "请写明逾期原因后重新报送"; form.elements["items[0].keep"].checked = true;`)
	b.visit(first)
	b.sees("退回修改")

	b.as("xuekai")
	b.visit("/desk")
	b.sees("会审退回的报告")
	b.visit(first)
	b.press(`form[action$="/revise"]`, `button[type=submit]`, ``)
	next := b.path()
	b.visit(next)
	b.sees("请写明逾期原因后重新报送")
	b.press(`form[action$="/answer"]`, `button[type=submit]`, `form.querySelector("input[value=adopted]").checked = true;`)
	b.submitted(next)
	for _, body := range []string{"yanzean", "fanshujing", "liuyingchuan", office} {
		b.consents(next, body)
	}
	b.visit(next + "/review")
	b.sees("会审同意")
	b.sees("写明逾期原因")
	b.quiet()
}

// submitted sends a report up in the head's name.
func (b *browser) submitted(report string) {
	b.t.Helper()
	b.as("shenzhiyuan")
	b.visit(report)
	b.send(`#submit form`, map[string]string{"meeting": eval[string](b, `document.querySelector("#submit select[name=meeting]").options[1].value`)})
}

// consents gives a body's consent to a report.
func (b *browser) consents(report, who string) {
	b.t.Helper()
	b.as(who)
	b.visit(report + "/review")
	b.press(`#opinion form`, `button[type=submit]`, `form.querySelector("input[value=consent]").checked = true;`)
}
