//go:build browser

package journey

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestALedgerIsShownPageByPage: the ledger's paper lies on several landscape
// pages, each with the head of the table, none over its lower margin, and every
// row stands on one of them, once and in order.
func TestALedgerIsShownPageByPage(t *testing.T) {
	b := begin(t)
	b.as("xuekai")
	b.visit("/inspections")
	b.visit(b.href(`main a[href^="/inspections/"]`) + "/paper?kind=ledger")
	b.laidOut()
	type pages struct {
		Sheets, Heads, Over int
		Numbers             []int
	}
	got := eval[pages](b, `(function () {
		var sheets = Array.from(document.querySelectorAll(".gw-sheet")), out = { Sheets: sheets.length, Heads: 0, Over: 0, Numbers: [] };
		sheets.forEach(function (sheet) {
			var box = sheet.getBoundingClientRect();
			if (sheet.querySelector("thead")) out.Heads++;
			if (sheet.querySelector("table").getBoundingClientRect().bottom > box.bottom - 20 * box.width / 297) out.Over++;
			sheet.querySelectorAll("tbody tr").forEach(function (row) {
				var first = parseInt(row.cells[0].innerText, 10);
				if (first) out.Numbers.push(first);
			});
		});
		return out;
	})()`)
	if got.Sheets < 3 || got.Heads != got.Sheets || got.Over != 0 || len(got.Numbers) < 13 {
		t.Errorf("laid out as %+v", got)
	}
	for n, number := range got.Numbers {
		if number != n+1 {
			t.Errorf("row %d is numbered %d", n+1, number)
		}
	}
	b.quiet()
}

// TestNoWordIsLostBetweenPages: a paper laid out on pages says what it says in
// one piece. In the water bureau's request a paragraph begins where a page ends.
func TestNoWordIsLostBetweenPages(t *testing.T) {
	b := begin(t)
	b.as("zengxiaoyan")
	b.visit("/inspections")
	inspection := b.href(`main a[href^="/inspections/"]`)
	for _, paper := range []string{"/paper?kind=life-ask", "/paper?kind=group", "/plan-paper"} {
		b.turn(inspection + paper)
		b.laidOut()
		type texts struct {
			Sheets      int
			Laid, Whole string
		}
		got := eval[texts](b, `(function () {
			var ask = new XMLHttpRequest();
			ask.open("GET", location.href, false);
			ask.send();
			var whole = new DOMParser().parseFromString(ask.responseText, "text/html");
			function words(page) {
				var paper = page.querySelector(".gw").cloneNode(true);
				paper.querySelectorAll(".gw-folio, thead").forEach(function (e) { e.remove(); });
				return paper.textContent.replace(/\s+/g, "");
			}
			return { Sheets: document.querySelectorAll(".gw-page").length, Laid: words(document), Whole: words(whole) };
		})()`)
		if got.Sheets < 2 || got.Laid != got.Whole {
			t.Errorf("%s: on %d pages the paper has %d characters, in one piece %d", paper, got.Sheets, len(got.Laid), len(got.Whole))
		}
	}
	b.quiet()
}

// laidOut waits until the paper stands on pages: its fonts come first.
func (b *browser) laidOut() {
	b.t.Helper()
	for range 400 {
		if eval[bool](b, `!!document.querySelector(".gw-page")`) {
			return
		}
		b.do(chromedp.Sleep(25 * time.Millisecond))
	}
	b.t.Fatalf("%s: the paper is not laid out on pages", b.path())
}
