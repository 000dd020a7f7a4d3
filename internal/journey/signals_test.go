//go:build browser

package journey

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestSignalsAndTheLookBack: the office has signals computed, a clerk explains
// one, the office reviews it, draws a sample and records what it found.
func TestSignalsAndTheLookBack(t *testing.T) {
	b := begin(t)
	b.as(office)
	b.visit("/rounds")
	round := b.href(`main a[href^="/rounds/"]`)
	b.visit(round)
	b.visit(round + "/signals")
	b.send(`form[action$="/signals/compute"]`, nil)
	b.await(round+"/signals", "制度早于反馈")
	b.visit(round + "/signals?rule=regulation-early")
	signal := b.href(`td a[href^="/signals/"]`)
	b.visit(signal)
	b.sees("可能的正常原因")
	b.visit(round + "/signals/settings")

	b.as(clerk)
	b.visit(signal)
	b.send(`form[action$="/answer"]`, map[string]string{"answer": "该办法反馈前已经印发，整改的是执行。"})
	b.as(office)
	b.visit(signal)
	b.sees("整改的是执行")
	b.do(chromedp.Click(`input[name=outcome][value=explained]`))
	b.send(`form[action$="/review"]`, map[string]string{"review": "与制度执行检查一致"})
	b.visit(signal)
	b.sees("说明成立")
	lookBack(b, round)
	b.quiet()
}

func lookBack(b *browser, round string) {
	b.t.Helper()
	b.visit(round + "/look-back")
	b.send(`form[action$="/look-back"]`, map[string]string{"size": "3", "seed": "0715"})
	b.visit(b.path())
	b.sees("重算结果一致")
	form := b.href(`td a[href*="/look-back?sample="]`)
	b.visit(form)
	b.do(chromedp.Click(`input[name=outcome][value=partly]`))
	b.send(`form[action$="/look-back"]`, map[string]string{"on": "2026-07-06", "asked": "7", "agreed": "5", "note": "两人说没有收到退款"})
	b.visit(b.path())
	b.sees("部分真实")
}

// await opens a page again and again until it shows the words, for what is
// done in the background.
func (b *browser) await(path, words string) {
	b.t.Helper()
	for range 600 {
		b.do(chromedp.Navigate(b.base + path))
		if strings.Contains(b.text(), words) {
			b.visit(path)
			return
		}
		b.do(chromedp.Sleep(200 * time.Millisecond))
	}
	b.t.Fatalf("%s never showed %q", path, words)
}
