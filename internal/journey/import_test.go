//go:build browser

package journey

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// until waits for what a part of the page becomes. A page that is being left
// answers with an error: the next one is asked.
func (b *browser) until(expression string) {
	b.t.Helper()
	for range 2400 {
		is, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](expression))
		if err == nil && is {
			return
		}
		if b.ctx.Err() != nil {
			b.t.Fatalf("%s: %v", expression, err)
		}
		b.do(chromedp.Sleep(25 * time.Millisecond))
	}
	b.t.Fatalf("%s never became %s:\n%s", b.path(), expression, b.text())
}

// bring uploads a ledger and waits until it is read.
func (b *browser) bring(inspection, file string) {
	b.t.Helper()
	b.visit(inspection + "/imports")
	b.do(chromedp.SetUploadFiles("input[type=file]", []string{file}))
	b.send(`form[action$="/imports"]`, nil)
	b.until(`!!document.getElementById("import") && !document.querySelector("#import[hx-get]")`)
}

// TestALedgerComesIn brings a ledger in as a clerk: what is in doubt is settled
// for all cells at once by keyboard, one cell is typed, the conflict with the
// records is decided, all is confirmed, and the same file asks nothing again.
func TestALedgerComesIn(t *testing.T) {
	b := begin(t)
	file := filepath.Join(t.TempDir(), "七月台账.csv")
	text := "序号,反馈问题,责任人,进展情况\n1,供水管网漏损控制推进缓慢,凌晓锋,已新装3个分区计量。\n2,取水许可监管不严,凌晓锋,已约谈超许可企业。\n3,小型水库安全鉴定滞后,石仲雷,已完成现场检查。\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	b.as("zengxiaoyan")
	b.visit("/inspections")
	inspection := b.href(`main a[href^="/inspections/"]`)
	b.bring(inspection, file)
	b.visit(b.path())
	b.sees("本单位没有“凌晓锋”")
	// The button for all cells is reached and pressed by keyboard.
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('#doubts button[name=value]').focus()`))
	b.do(chromedp.KeyEvent("\r"))
	b.until(`document.getElementById("doubts") === null || document.getElementById("doubts").innerText.indexOf("凌晓锋") < 0`)
	// The last one is typed into its own cell.
	b.do(chromedp.Evaluate[chromedp.Void](`(function () {
		var form = document.querySelector('.import-cell-doubt form.import-typed[action$="/mend"]');
		form.elements.typed.value = "石仲磊";
		form.requestSubmit();
	})()`))
	b.until(`document.body.innerText.indexOf("本单位没有") < 0`)
	// The records name somebody else for one problem: that has to be decided.
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.import-group button[value=keep]').focus()`))
	b.do(chromedp.KeyEvent("\r"))
	b.until(`!document.querySelector(".import-wait")`)
	b.visit(b.path())
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('form[action$="/confirm"]').requestSubmit()`))
	b.until(`document.body.innerText.indexOf("已写入") >= 0`)
	b.bring(inspection, file)
	if n := eval[int](b, `Array.from(document.querySelectorAll(".import-decision .state")).filter(function (s) { return s.innerText !== "无变化"; }).length`); n != 0 {
		t.Errorf("%d rows ask again:\n%s", n, b.text())
	}
	b.quiet()
}
