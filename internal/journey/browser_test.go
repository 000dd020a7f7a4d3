//go:build browser

package journey

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"bihuan/internal/testkit/axe"

	"github.com/chromedp/cdproto/cdp"
	devlog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is a Chromium at the demonstration; complaints collects what its
// console says.
type browser struct {
	t    *testing.T
	ctx  context.Context
	base string

	mu         sync.Mutex
	complaints []string

	sessions map[string]string // cookie by base and login
}

func open(t *testing.T, base string) *browser {
	t.Helper()
	alloc, stop := chromedp.NewExecAllocator(context.Background(),
		append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.WindowSize(1440, 1000))...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, timeout := context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(timeout)
	b := &browser{t: t, ctx: ctx, base: base, sessions: map[string]string{}}
	b.do(chromedp.Navigate("about:blank"))
	command(b, devlog.Enable, cdp.Empty{})
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Navigate(b.base + "/language?lang=zh-CN&next=/sign-in"))
	return b
}

func (b *browser) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *devlog.EventEntryAdded:
		b.complaints = append(b.complaints, e.Entry.Text)
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, e.ExceptionDetails.Text)
	}
}

// quiet fails the test for everything that the console said.
func (b *browser) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		b.t.Errorf("console: %s", c)
	}
}

func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

func eval[T any](b *browser, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// visit opens a page and checks that everybody can use it.
func (b *browser) visit(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.base + path))
	found, err := axe.Check(b.ctx)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, v := range found {
		b.t.Errorf("%s: %s", path, v)
	}
}

// text is all that the page shows.
func (b *browser) text() string { return eval[string](b, `document.body.innerText`) }

// sees fails when the page does not show the words.
func (b *browser) sees(words string) {
	b.t.Helper()
	if !strings.Contains(b.text(), words) {
		b.t.Fatalf("%s does not show %q", b.path(), words)
	}
}

func (b *browser) path() string { return eval[string](b, `location.pathname`) }

// href is where the first link goes that the selector finds.
func (b *browser) href(selector string) string {
	b.t.Helper()
	path := eval[string](b, fmt.Sprintf(`(document.querySelector(%q) || {getAttribute: function () { return ""; }}).getAttribute("href")`, selector))
	if path == "" {
		b.t.Fatalf("%s: nothing at %s", b.path(), selector)
	}
	return path
}

// send fills the form in and sends it as a person would, and waits for the
// page that follows. What the form refuses fails the test.
func (b *browser) send(form string, values map[string]string) {
	b.t.Helper()
	filled, err := json.Marshal(values)
	if err != nil {
		b.t.Fatal(err)
	}
	found := eval[string](b, fmt.Sprintf(`(function (form, values) {
		if (!form) { return "no form"; }
		for (var name in values) {
			var field = form.elements[name];
			if (!field) { return "no field " + name; }
			if (field.type === "checkbox") { field.checked = true; } else { field.value = values[name]; }
			if (field.value !== values[name] && field.type !== "checkbox") { return name + " does not take " + values[name]; }
		}
		window.sent = true;
		document.querySelectorAll(".note-bad").forEach(function (note) { note.setAttribute("data-before", ""); });
		form.requestSubmit();
		return "";
	})(document.querySelector(%q), %s)`, form, filled))
	if found != "" {
		b.t.Fatalf("%s, form %s: %s", b.path(), form, found)
	}
	b.arrive(form)
}

// press sends a form by one of its buttons, after the script has filled it in:
// form is the form there.
func (b *browser) press(form, button, script string) {
	b.t.Helper()
	found := eval[string](b, fmt.Sprintf(`(function (form) {
		if (!form) { return "no form"; }
		%s
		var button = form.querySelector(%q);
		if (!button) { return "no button"; }
		window.sent = true;
		document.querySelectorAll(".note-bad").forEach(function (note) { note.setAttribute("data-before", ""); });
		form.requestSubmit(button);
		return "";
	})(document.querySelector(%q))`, script, button, form))
	if found != "" {
		b.t.Fatalf("%s, form %s: %s", b.path(), form, found)
	}
	b.arrive(form)
}

// arrive waits for the page after a form.
func (b *browser) arrive(form string) {
	b.t.Helper()
	const refusal = `document.querySelector("form .note-bad:not([data-before]), .note-bad[role=alert]:not([data-before])")`
	const state = `window.sent === undefined && document.readyState === "complete" ? "there" : window.sent && ` + refusal + ` ? ` + refusal + `.innerText : ""`
	for range 2400 {
		// A page that is being left answers with an error: ask the next one.
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](state))
		switch {
		case err == nil && got == "there":
			return
		case err == nil && got != "":
			b.t.Fatalf("%s, form %s: refused: %s", b.path(), form, got)
		case b.ctx.Err() != nil:
			b.t.Fatalf("form %s: %v", form, err)
		}
		b.do(chromedp.Sleep(25 * time.Millisecond))
	}
	b.t.Fatalf("%s, form %s: no answer", b.path(), form)
}
