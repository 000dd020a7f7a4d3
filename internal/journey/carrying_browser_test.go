//go:build browser

package journey

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestAFileIsDroppedBreaksOffAndGoesOn drops a file on the page, takes the
// network away in the middle, loads the page again and chooses the same file:
// it goes on where it broke. Then an entry is made as on a telephone.
func TestAFileIsDroppedBreaksOffAndGoesOn(t *testing.T) {
	b := begin(t)
	b.as("tianyu")
	b.visit("/desk")
	report := b.href("#desk-report a[href$='/report']")
	file := filepath.Join(t.TempDir(), "现场照片.bin")
	content := make([]byte, 5<<20)
	_, _ = rand.Read(content) // it never fails
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	b.visit(report)
	problem := strings.TrimSuffix(b.href(".quick-what a"), "#progress")
	b.visit(problem)
	b.choose(file, true)
	b.waits("a part has arrived and then the network is gone", `document.querySelector(".upload-failed") !== null`, `
		(function () { var send = window.fetch, parts = 0; window.fetch = function (to, how) {
			if (how && how.method === "PUT" && ++parts > 2) return Promise.reject(new Error("cut"));
			if (parts > 2) return Promise.reject(new Error("cut"));
			return send.apply(window, arguments); }; })()`)
	b.visit(problem)
	b.choose(file, false)
	b.waits("the same file goes on and is recorded", `document.body.innerText.indexOf("现场照片.bin") >= 0 && !document.querySelector("form.is-sent")`, `
		(function () { var send = window.fetch; window.first = -1; window.fetch = function (to, how) {
			if (how && how.method === "PUT" && window.first < 0) { window.first = +String(to).split("offset=")[1]; sessionStorage.setItem("first", window.first); }
			return send.apply(window, arguments); }; })()`)
	if first := eval[string](b, `sessionStorage.getItem("first")`); first == "0" || first == "" {
		t.Errorf("the file was sent from byte %q again", first)
	}
	phone(b, report)
}

// choose opens the form and gives it a file: dropped on the zone, or chosen.
func (b *browser) choose(file string, drop bool) {
	b.t.Helper()
	b.do(chromedp.SetUploadFiles(`form[data-upload] input[type=file]`, []string{file}))
	if !drop {
		return
	}
	eval[bool](b, `(function () {
		var input = document.querySelector("form[data-upload] input[type=file]"), moved = new DataTransfer();
		Array.prototype.forEach.call(input.files, function (f) { moved.items.add(f); });
		input.value = "";
		document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", { dataTransfer: moved, bubbles: true, cancelable: true }));
		return input.files.length === 1;
	})()`)
}

// waits prepares the page, sends the upload and waits for what must be.
func (b *browser) waits(what, until, prepare string) {
	b.t.Helper()
	eval[bool](b, `(`+prepare+`, true)`)
	eval[bool](b, `(function () { var form = document.querySelector("form[data-upload]"); form.closest("details").open = true;
		form.elements.speaks_for.value = "2026-07-01"; form.requestSubmit(); return true; })()`)
	for range 2400 {
		if there, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](until)); err == nil && there {
			return
		}
		b.do(chromedp.Sleep(25 * time.Millisecond))
	}
	b.t.Fatalf("%s: did not come about; the page says %s", what, b.text())
}

// phone makes an entry at 390 points: nothing is wider than the screen, and
// what is usual is filled in.
func phone(b *browser, report string) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(390, 844))
	b.visit(report)
	if wide := eval[int](b, `document.documentElement.scrollWidth`); wide > 390 {
		b.t.Errorf("the short form is %d points wide", wide)
	}
	if height := eval[float64](b, `document.querySelector(".quick-send").getBoundingClientRect().height`); height < 44 {
		b.t.Errorf("the button is %v points high", height)
	}
	b.send(".quick-form", map[string]string{"body": "今天又收回两户欠款"})
	b.do(chromedp.EmulateViewport(1440, 1000))
}
