//go:build browser

package journey

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestAReportIsPublishedAndAnOpinionAnswered: the bureau's progress report goes
// up and is accepted; a clerk masks the public version, the head publishes it;
// the page is fetched and opened; an opinion comes in and is answered.
func TestAReportIsPublishedAndAnOpinionAnswered(t *testing.T) {
	b := begin(t)
	b.as("xuekai")
	b.visit("/inspections")
	inspection := b.href(`main a[href^="/inspections/"]`)
	b.visit(inspection + "/reports")
	b.send(`#compose form`, map[string]string{"kind": "progress"})
	report := b.path()
	b.as("shenzhiyuan")
	b.visit(report)
	b.send(`#submit form`, map[string]string{"meeting": eval[string](b, `document.querySelector("#submit select[name=meeting]").options[1].value`)})
	for _, body := range []string{office, "fanshujing", "yanzean", "liuyingchuan"} {
		b.as(body)
		b.visit(report + "/review")
		b.press(`#opinion form`, `button[type=submit]`, `form.querySelector("input[value=consent]").checked = true;`)
	}

	b.as("xuekai")
	page := inspection + "/publication?kind=public"
	b.visit(page)
	b.press(`form[action$="/publication"]`, `button[type=submit]`, `
		form.querySelector("input[name=rules][value=dates]").checked = true;
		form.elements["choices[5].form"].value = "withheld"; form.elements["choices[5].reason"].value = "open-case";
		form.elements["choices[5].permitted_by"].value = "市纪委监委"; form.elements["choices[5].permitted_on"].value = "2026-07-05";
		form.elements["choices[5].permitted_paper"].value = "复函"; form.elements.mail.value = "wenti@qinghe.example";`)
	b.visit(page)
	b.sees("不公开：线索或案件正在办理")
	b.sees("遮盖具体日期")
	b.axe()
	b.as("shenzhiyuan")
	b.visit(page)
	b.send(`form[action$="/publish"]`, map[string]string{"published_in": "局门户网站"})

	b.as("xuekai")
	b.opened(inspection + "/publication.html?kind=public")

	b.visit(inspection + "/public-opinions/new")
	b.send(`form[action$="/public-opinions/new"]`, map[string]string{"way": "telephone", "came_on": "2026-07-06", "contact": "13800000000", "said": "留样柜没有锁"})
	b.visit(inspection + "/public-opinions")
	b.send(`form[action$="/assign"]`, map[string]string{"answer_by": "2026-07-20",
		"department": eval[string](b, `document.querySelector("select[name=department]").options[2].value`)})
	b.visit(inspection + "/public-opinions")
	b.send(`form[action$="/answer"]`, map[string]string{"answer": "已加锁", "told": "telephone"})
	b.visit(inspection + "/public-opinions")
	b.sees("收到1条，已答复1条")
	b.axe()
	b.quiet()
}

// opened fetches the page for websites and opens it away from the server.
func (b *browser) opened(path string) {
	b.t.Helper()
	text := eval[string](b, `(function () { var r = new XMLHttpRequest(); r.open("GET", "`+path+`", false); r.send(); return r.responseText; })()`)
	for _, never := range []string{"<script", "data-refs", "【缺"} {
		if strings.Contains(text, never) {
			b.t.Errorf("the page for websites holds %s", never)
		}
	}
	b.do(chromedp.Navigate("data:text/html;base64," + base64.StdEncoding.EncodeToString([]byte(text))))
	b.sees("现将整改进展情况公布如下")
	b.sees("wenti@qinghe.example")
}
