//go:build browser

package journey

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// typedSentence is what the clerk adds to the draft.
const typedSentence = "局党组还走访了12户经营户。"

// TestAReportFromDraftToFrozen: a sentence is typed into a draft and given a
// base; a number shows what it counted that day; a .docx that was edited
// elsewhere is brought back; the records move, the draft shows what no longer
// holds and is brought to them; submitted, it stays as it is.
func TestAReportFromDraftToFrozen(t *testing.T) {
	b := begin(t)
	b.as(clerk)
	b.turn("/inspections")
	inspection := b.href(`main a[href^="/inspections/"]`)
	b.turn(inspection + "/reports")
	b.send(`#compose form`, map[string]string{"kind": "progress"})
	report := b.path()
	types(b, report)
	clicks(b, report)
	editsOutside(b, report)
	moves(b, inspection, report)
	freezes(b, report)
	b.quiet()
}

// types adds a sentence to the first paragraph. It is marked until it rests on
// a record.
func types(b *browser, report string) {
	b.t.Helper()
	b.visit(report + "/text")
	b.turn(b.href(`.writing:has(.written) > a[href*="block="]`))
	b.axe()
	b.send(`form[action$="/text"]`, map[string]string{"text": eval[string](b, `document.querySelector("textarea[name=text]").value`) + typedSentence})
	b.sees("自行撰写，尚无依据")
	b.turn(report)
	if got := eval[string](b, `Array.from(document.querySelectorAll(".gw-typed")).map(function (s) { return s.textContent; }).join("")`); got != typedSentence {
		b.t.Errorf("marked as typed is %q", got)
	}
	b.turn(report + "/text")
	basis := b.href(`a[href*="/basis?"]`)
	b.visit(basis)
	b.send(`#find form`, map[string]string{"q": "复查"})
	b.axe()
	b.send(`#find form[action$="/basis"][method=post]`, nil)
	if n := eval[int](b, `document.querySelectorAll("#attached li").length`); n != 1 {
		b.t.Errorf("the sentence rests on %d records", n)
	}
	b.turn(report)
	b.unsees("自行撰写，尚无依据")
}

// clicks on a number of the preview: beside it stand the records that it
// counted that day, as many as it says.
func clicks(b *browser, report string) {
	b.t.Helper()
	const figure = `Array.from(document.querySelectorAll(".gw .src")).filter(function (s) { return /^、?(整改中|已完成)\d+个/.test(s.textContent); })[0]`
	want := eval[string](b, figure+`.textContent.match(/\d+/)[0]`)
	eval[bool](b, figure+`.click(), true`)
	beside := `Array.from(document.querySelectorAll("[data-source]:not([hidden])")).filter(function (s) { return s.querySelector("[data-counted]"); })`
	if n := eval[int](b, beside+`.length`); n == 0 {
		b.t.Fatalf("nothing that was counted stands beside %s", want)
	}
	all := eval[string](b, fmt.Sprintf(`(%s.map(function (s) { return s.querySelector("a[href*='/counted?']"); }).filter(function (a) {
		return a && a.textContent.indexOf(%q) >= 0; })[0] || {getAttribute: function () { return ""; }}).getAttribute("href")`, beside, want))
	if all == "" {
		b.t.Fatalf("no list of %s beside the number", want)
	}
	b.visit(all)
	if n := eval[int](b, `document.querySelectorAll("tbody tr").length`); fmt.Sprint(n) != want {
		b.t.Errorf("the number says %s, the list shows %d", want, n)
	}
	b.turn(report)
}

// editsOutside brings a .docx back in which the typed sentence says more and a
// figure of the records is another. The first is taken over, the second is
// shown as broken and left.
func editsOutside(b *browser, report string) {
	b.t.Helper()
	aspects := regexp.MustCompile(`指出(\d+)个方面`)
	file := filepath.Join(b.t.TempDir(), "改过.docx")
	if err := os.WriteFile(file, repacked(b.t, b.bytes(report+".docx"), func(part, text string) (string, string) {
		if part != "word/document.xml" {
			return part, text
		}
		if !aspects.MatchString(text) || !strings.Contains(text, "12户经营户") {
			b.t.Fatal("the .docx lacks what is to be edited")
		}
		return part, aspects.ReplaceAllString(strings.Replace(text, "12户经营户", "12户经营户和2个市场", 1), "指出9${1}个方面")
	}), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.turn(report)
	b.do(chromedp.SetUploadFiles(`#bring-back input[type=file]`, []string{file}))
	b.send(`#bring-back form`, nil)
	b.axe()
	rows := eval[[]string](b, `Array.from(document.querySelectorAll("tbody tr")).map(function (r) { return r.innerText; })`)
	broken, more := -1, -1
	for n, row := range rows {
		if strings.Contains(row, "与记录不符") {
			broken = n
		}
		if strings.Contains(row, "2个市场") {
			more = n
		}
	}
	if len(rows) != 2 || broken < 0 || more < 0 || broken == more {
		b.t.Fatalf("two edits are shown as %q", rows)
	}
	b.press(`form[action$="/take-over"]`, "button[type=submit]", fmt.Sprintf(`form.querySelectorAll("input[name=accept]")[%d].checked = true;`, more))
	b.turn(report)
	b.sees("12户经营户和2个市场")
}

// moves: a meeting is recorded after the draft. The draft says so, and moves
// only when it is told to; what the clerk wrote stays.
func moves(b *browser, inspection, report string) {
	b.t.Helper()
	meets(b, &planner{clerk: clerk, inspection: inspection}, "研究巡察整改进展")
	b.visit(report)
	b.sees("与现有记录不符")
	before := eval[string](b, `document.querySelector("article.gw").innerText`)
	if !strings.Contains(before, "2个市场") || !eval[bool](b, `!!document.querySelector(".gw-stale")`) {
		b.t.Error("the sentences that no longer hold are not marked")
	}
	b.send(`form[action$="/refresh"]`, nil)
	b.unsees("与现有记录不符")
	b.sees("12户经营户和2个市场")
	if eval[string](b, `document.querySelector("article.gw").innerText`) == before {
		b.t.Error("nothing was brought to the records")
	}
}

// freezes: what the head submits is not written in any more, and is the same
// file each time.
func freezes(b *browser, report string) {
	b.t.Helper()
	b.as(head)
	b.turn(report)
	b.send(`#submit form`, map[string]string{"meeting": eval[string](b, `document.querySelector("#submit select[name=meeting]").options[1].value`)})
	b.as(clerk)
	b.visit(report)
	if eval[bool](b, `!!document.querySelector('a[href$="/text"], form[action$="/refresh"]')`) {
		b.t.Error("a report that went up can be written in")
	}
	one, two := b.bytes(report+".docx"), b.bytes(report+".docx")
	if len(one) < 10_000 || !bytes.Equal(one, two) {
		b.t.Errorf("the file has %d bytes, then %d others", len(one), len(two))
	}
}

// bytes fetches a file as the page would.
func (b *browser) bytes(path string) []byte {
	b.t.Helper()
	text := eval[string](b, fmt.Sprintf(`(function () { var r = new XMLHttpRequest(), s = ""; r.open("GET", %q, false);
		r.overrideMimeType("text/plain; charset=x-user-defined"); r.send();
		for (var i = 0; i < r.responseText.length; i++) { s += String.fromCharCode(r.responseText.charCodeAt(i) & 255); }
		return r.status === 200 ? btoa(s) : ""; })()`, path))
	file, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(file) == 0 {
		b.t.Fatalf("%s: no file: %v", path, err)
	}
	return file
}
