//go:build browser

package journey

import "testing"

// TestALedgerIsShownPageByPage: the ledger's paper lies on several landscape
// pages, each with the head of the table, none over its lower margin, and every
// row stands on one of them, once and in order.
func TestALedgerIsShownPageByPage(t *testing.T) {
	b := begin(t)
	b.as("xuekai")
	b.visit("/inspections")
	b.visit(b.href(`main a[href^="/inspections/"]`) + "/paper?kind=ledger")
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
