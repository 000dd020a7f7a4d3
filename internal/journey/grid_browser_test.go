//go:build browser

package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bihuan/internal/testkit/axe"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestTheGridIsEditedByKeyboard moves, edits, picks a person by initials, takes
// back and does again, pastes a block after its preview, and measures how long
// a key takes to show.
func TestTheGridIsEditedByKeyboard(t *testing.T) {
	b := begin(t)
	b.as(clerk)
	b.visit("/inspections")
	inspection := b.href(`main a[href^="/inspections/"]`)
	b.visit(inspection + "/grid?closed=no")
	if got := eval[string](b, `document.getElementById("grid").getAttribute("role")`); got != "grid" {
		t.Fatalf("the table has the role %q", got)
	}
	b.focus("cause")
	first := b.focused()
	b.keys(kb.ArrowDown, kb.ArrowUp, kb.ArrowRight, kb.ArrowLeft)
	if got := b.focused(); got != first {
		t.Fatalf("four moves end at %s, not %s", got, first)
	}
	was := eval[string](b, `document.activeElement.textContent`)
	b.keys("Typed with the keyboard", kb.Enter)
	b.saved()
	b.focus("cause")
	b.shows("Typed with the keyboard")
	b.keys(kb.F2, kb.Escape)
	b.shows("Typed with the keyboard")
	b.ctrl("z")
	b.saved()
	b.shows(was)
	b.ctrl("y")
	b.saved()
	b.shows("Typed with the keyboard")

	b.focus("owner")
	const another = `Array.from(document.querySelectorAll("#grid-people option")).filter(function (o, n, all) {
		return o.value.indexOf(document.activeElement.textContent) < 0 && all.filter(function (other) {
			return other.getAttribute("data-hint").indexOf(o.getAttribute("data-hint")) === 0; }).length === 1; })[0]`
	name := eval[string](b, another+`.value.replace(/（.*/, "")`)
	b.keys(eval[string](b, another+`.getAttribute("data-hint")`))
	b.do(chromedp.WaitVisible("#grid-list"))
	b.axe()
	b.keys(kb.Enter)
	b.saved()
	b.focus("owner")
	b.shows(name)

	b.focus("goal")
	b.paste("块里的目标\t不属于这一行\n")
	b.do(chromedp.WaitVisible("dialog.grid-dialog"))
	b.axe()
	b.sees("块里的目标")
	b.sees("不能改")
	b.do(chromedp.Click("[data-grid-take]"))
	b.saved()
	b.focus("goal")
	b.shows("块里的目标")
	b.axe()

	b.visit(inspection + "/grid?closed=no")
	b.focus("goal")
	b.shows("块里的目标")                                                 // it is there after all, not only on the page
	t.Logf("a key takes %.0f ms to show at worst", b.inputToPaint()) // a figure: the machine's load decides no test
	b.quiet()
}

// TestTheGridOfFiveHundredProblems brings a paper with 500 problems in and
// measures how long a key takes to show in its grid: moving, and typing.
func TestTheGridOfFiveHundredProblems(t *testing.T) {
	var paper strings.Builder
	paper.WriteString("市委第五巡察组关于巡察市水务局党组的反馈意见\n\n中共市水务局党组：\n按照市委统一部署，市委第五巡察组开展了巡察。主要有5个方面50项500个具体问题。\n一、主要问题\n")
	for aspect := range 5 {
		fmt.Fprintf(&paper, "（%s）%s方面\n", []string{"一", "二", "三", "四", "五"}[aspect], []string{"履行职责", "从严治党", "队伍建设", "作风建设", "整改落实"}[aspect])
		for item := range 10 {
			fmt.Fprintf(&paper, "%d、第%d类工作有差距\n", item+1, item+1)
			for n := range 10 {
				fmt.Fprintf(&paper, "（%d）第%d类第%d个环节落实不到位。抽查%d个单位，有%d个没有建立台账，责任没有落到人。\n", n+1, item+1, n+1, 20+n, 3+n)
			}
		}
	}
	paper.WriteString("市委第五巡察组\n2026年7月3日\n")
	file := filepath.Join(t.TempDir(), "反馈意见.txt")
	if err := os.WriteFile(file, []byte(paper.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	b := begin(t)
	inspection := bringFeedback(b, file, "500个具体问题")
	b.as("zengxiaoyan")
	b.do(chromedp.Navigate(b.base + inspection + "/grid"))
	if n := eval[int](b, `document.querySelectorAll("#grid tbody tr:not([data-measure])").length`); n != 500 {
		t.Fatalf("the grid shows %d problems", n)
	}
	b.focus("cause")
	moves := b.inputToPaint()
	keys := b.keyToPaint()
	t.Logf("500 problems: a move takes %.0f ms to show at worst, a typed key %.0f ms", moves, keys) // figures: the machine's load decides no test
	b.quiet()
}

// keyToPaint is the longest time from a character typed into an open cell to
// the frame that shows it, over twenty characters.
func (b *browser) keyToPaint() float64 {
	b.t.Helper()
	b.keys(kb.F2)
	eval[bool](b, `(function () {
		var typed = 0, worst = 0;
		window.paint = -1;
		(function next() {
			if (typed++ === 20) { window.paint = worst; return; }
			var began = performance.now();
			document.execCommand("insertText", false, "字");
			requestAnimationFrame(function () { setTimeout(function () { worst = Math.max(worst, performance.now() - began); next(); }); });
		})();
		return true;
	})()`)
	ms := b.painted()
	b.shown("字")
	b.keys(kb.Escape)
	return ms
}

// shown fails unless what is being edited holds the text.
func (b *browser) shown(text string) {
	b.t.Helper()
	if got := eval[string](b, `document.activeElement.value || document.activeElement.textContent`); !strings.Contains(got, text) {
		b.t.Fatalf("the open cell holds %q", got)
	}
}

// axe checks the page as it stands now.
func (b *browser) axe() {
	b.t.Helper()
	found, err := axe.Check(b.ctx)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, v := range found {
		b.t.Errorf("%s: %s", b.path(), v)
	}
}

// focus puts the focus on the first cell of a column that can be edited.
func (b *browser) focus(column string) {
	b.t.Helper()
	found := eval[bool](b, fmt.Sprintf(`(function (td) { if (!td) return false;
		td.dispatchEvent(new MouseEvent("mousedown", {bubbles: true, button: 0})); return document.activeElement === td; })(
		document.querySelector('#grid tr:not([data-measure]) td[data-c=%q][data-edit]'))`, column))
	if !found {
		b.t.Fatalf("no cell of %s takes the focus", column)
	}
}

func (b *browser) focused() string {
	return eval[string](b, `document.activeElement.closest("tr").getAttribute("data-row") + " " + document.activeElement.getAttribute("data-c")`)
}

func (b *browser) keys(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.do(chromedp.KeyEvent(k))
	}
}

// ctrl presses a key with Ctrl, as the grid hears it.
func (b *browser) ctrl(key string) {
	b.t.Helper()
	eval[bool](b, fmt.Sprintf(`document.querySelector("[data-grid-note]").textContent = "",
		document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: %q, ctrlKey: true, bubbles: true, cancelable: true})), true`, key))
}

// paste puts a block into the focused cell, as a spreadsheet's clipboard does.
func (b *browser) paste(text string) {
	b.t.Helper()
	eval[bool](b, fmt.Sprintf(`(function () { var data = new DataTransfer(); data.setData("text/plain", %q);
		document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); return true; })()`, text))
}

// saved waits until the server answered the last change.
func (b *browser) saved() {
	b.t.Helper()
	for range 400 {
		switch note := eval[string](b, `document.querySelector("[data-grid-note]").textContent`); note {
		case "已保存":
			eval[bool](b, `document.querySelector("[data-grid-note]").textContent = "", true`)
			return
		case "", "正在保存…":
			b.do(chromedp.Sleep(25 * time.Millisecond))
		default:
			b.t.Fatalf("the grid says %q", note)
		}
	}
	b.t.Fatal("the grid did not save")
}

func (b *browser) shows(text string) {
	b.t.Helper()
	if got := eval[string](b, `document.activeElement.textContent`); got != text {
		b.t.Fatalf("the cell shows %q, not %q", got, text)
	}
}

// inputToPaint is the longest time, in milliseconds, from a key to the frame
// that shows the move, over twenty moves.
func (b *browser) inputToPaint() float64 {
	b.t.Helper()
	eval[bool](b, `(function () {
		var moves = 0, worst = 0;
		window.paint = -1;
		(function next() {
			if (moves++ === 20) { window.paint = worst; return; }
			var began = performance.now();
			document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown", bubbles: true, cancelable: true}));
			requestAnimationFrame(function () { setTimeout(function () { worst = Math.max(worst, performance.now() - began); next(); }); });
		})();
		return true;
	})()`)
	return b.painted()
}

// painted waits for the figure of a measurement on the page.
func (b *browser) painted() float64 {
	b.t.Helper()
	for range 1200 {
		if ms := eval[float64](b, `window.paint`); ms >= 0 {
			return ms
		}
		b.do(chromedp.Sleep(25 * time.Millisecond))
	}
	b.t.Fatal("the measurement did not end")
	return 0
}
