//go:build browser

package storybook

import (
	"context"
	"net/http/httptest"
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

// browser is a Chromium with the storybook; complaints collects what its console says.
type browser struct {
	ctx        context.Context
	url        string
	mu         sync.Mutex
	complaints []string
}

// patience is how long a test may take before what it waits for will not come.
const patience = 3 * time.Minute

func start(t *testing.T) *browser {
	t.Helper()
	server := httptest.NewServer(Handler())
	t.Cleanup(server.Close)
	alloc, stop := chromedp.NewExecAllocator(context.Background(),
		append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)...)
	t.Cleanup(stop)
	alloc, late := context.WithTimeout(alloc, patience)
	t.Cleanup(late)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	b := &browser{ctx: ctx, url: server.URL}
	b.do(t, chromedp.Navigate("about:blank"))
	if _, err := chromedp.Call(ctx, devlog.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
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

func (b *browser) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func (b *browser) open(t *testing.T, path string, width int64) {
	t.Helper()
	b.do(t, chromedp.EmulateViewport(width, 900), chromedp.Navigate(b.url+path))
}

func eval[T any](t *testing.T, b *browser, expression string) T {
	t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

func TestStoriesAreAccessibleAndFit(t *testing.T) {
	b := start(t)
	for _, s := range Stories() {
		for _, width := range []int64{1440, 390} {
			b.open(t, s.Path, width)
			if wide := eval[int](t, b, `document.documentElement.scrollWidth`); wide > int(width) {
				t.Errorf("%s at %d: the page is %d wide", s.Path, width, wide)
			}
			found, err := axe.Check(b.ctx)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range found {
				t.Errorf("%s at %d: %s", s.Path, width, v)
			}
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		t.Errorf("console: %s", c)
	}
}

func TestPolicyBreachIsHeard(t *testing.T) {
	b := start(t)
	b.open(t, "/desk", 1440)
	eval[bool](t, b, `document.body.insertAdjacentHTML("beforeend", "<p style='color:red'>x</p>") === undefined`)
	b.open(t, "/desk", 1440)
	b.mu.Lock()
	defer b.mu.Unlock()
	if !strings.Contains(strings.Join(b.complaints, " "), "Content Security Policy") {
		t.Errorf("a style attribute was not complained of: %q", b.complaints)
	}
}

func TestDialogAsksBeforeSending(t *testing.T) {
	b := start(t)
	b.open(t, "/problem", 1440)
	b.do(t, chromedp.Click(`.page-actions a[aria-haspopup=dialog]`), chromedp.WaitVisible(`dialog[open] textarea`))
	b.do(t, chromedp.Click(`dialog[open] .form-foot a[data-close]`))
	if open := eval[int](t, b, `document.querySelectorAll("dialog[open]").length`); open != 0 {
		t.Errorf("%d dialogs open after cancelling", open)
	}
}

func TestChoosingRowsShowsWhatCanBeDone(t *testing.T) {
	b := start(t)
	b.open(t, "/problems", 1440)
	b.do(t, chromedp.WaitNotVisible(`.bulk-bar`), chromedp.Click(`[data-bulk-all]`), chromedp.WaitVisible(`.bulk-bar`))
	if n := eval[string](t, b, `document.querySelector("[data-bulk-count]").textContent`); n != "7" {
		t.Errorf("%s chosen, want 7", n)
	}
	b.do(t, chromedp.Click(`[data-bulk-row]`))
	if half := eval[bool](t, b, `document.querySelector("[data-bulk-all]").indeterminate`); !half {
		t.Error("the box above does not show that only some are chosen")
	}
}

func TestSlashGoesToTheSearch(t *testing.T) {
	b := start(t)
	b.open(t, "/desk", 1440)
	b.do(t, chromedp.KeyEvent("/"))
	if name := eval[string](t, b, `document.activeElement.name`); name != "q" {
		t.Errorf("the key leads to %q", name)
	}
}

func TestFilterAppliesAtOnce(t *testing.T) {
	b := start(t)
	b.open(t, "/problems?sort=-due", 1440)
	b.do(t, chromedp.WaitReady(`html:not(.no-js)`))
	eval[bool](t, b, `(function () {
		var s = document.querySelector("select[name=verdict]");
		s.value = "done";
		return s.dispatchEvent(new Event("change", {bubbles: true}));
	})()`)
	b.do(t, chromedp.WaitVisible(`.chip`))
	if at := eval[string](t, b, `location.search`); !strings.Contains(at, "verdict=done") || !strings.Contains(at, "sort=-due") {
		t.Errorf("the address is %s", at)
	}
}

func TestChartPointLeadsToItsRecords(t *testing.T) {
	b := start(t)
	b.open(t, "/overview", 1440)
	b.do(t, chromedp.WaitVisible(`[data-chart] svg`))
	eval[bool](t, b, `(function () {
		// The bars grow for a moment; press until one is there and leads away.
		setInterval(function () {
			var box = document.querySelector("[data-chart]");
			var chart = echarts.getInstanceByDom(box);
			var at = chart.convertToPixel({seriesIndex: 0}, [4, 0]);
			var r = box.getBoundingClientRect();
			["mousemove", "mousedown", "mouseup", "click"].forEach(function (type) {
				box.firstChild.dispatchEvent(new MouseEvent(type, {bubbles: true, clientX: r.left + at[0], clientY: r.top + at[1]}));
			});
		}, 100);
		return true;
	})()`)
	b.do(t, chromedp.WaitVisible(`.bulk`))
	if at := eval[string](t, b, `location.pathname + decodeURIComponent(location.search)`); !strings.HasPrefix(at, "/problems?aspect=") {
		t.Errorf("the bar leads to %s", at)
	}
}

func TestRefusalAppearsAboveTheFormAndNothingTypedIsLost(t *testing.T) {
	b := start(t)
	b.open(t, "/form", 1440)
	b.do(t, chromedp.SendKeys(`#f-measure`, "逐条核查"), chromedp.Click(`.form-foot button[type=submit]`),
		chromedp.WaitVisible(`form .form-answer [role=alert]`))
	if typed := eval[string](t, b, `document.getElementById("f-measure").value`); typed != "逐条核查" {
		t.Errorf("typed text became %q", typed)
	}
	if sent := eval[bool](t, b, `document.querySelector("form.is-sent") === null`); !sent {
		t.Error("the form cannot be sent again")
	}
	if focus := eval[bool](t, b, `document.querySelector(".form-answer").contains(document.activeElement)`); !focus {
		t.Error("the refusal has not got the focus")
	}
}

func TestPressingTwiceSendsOnceAndLeadsOn(t *testing.T) {
	b := start(t)
	b.open(t, "/desk", 1440)
	eval[int](t, b, `(function () {
		window.sent = 0;
		var real = window.fetch;
		window.fetch = function () { sessionStorage.sent = String(++window.sent); return real.apply(window, arguments); };
		var button = document.querySelector("td button");
		button.click();
		button.click();
		return window.sent;
	})()`)
	b.do(t, chromedp.WaitVisible(`main a[href="/stale"]`)) // the index
	if n := eval[string](t, b, `sessionStorage.sent`); n != "1" {
		t.Errorf("sent %s times", n)
	}
}

func TestLostConnectionIsToldAndTheFormCanBeSentAgain(t *testing.T) {
	b := start(t)
	b.open(t, "/stale", 1440)
	eval[bool](t, b, `(function () {
		window.fetch = function () { return Promise.reject(new TypeError("cut")); };
		document.querySelector("main form button[type=submit]").click();
		return true;
	})()`)
	b.do(t, chromedp.WaitVisible(`form .form-answer [role=alert]`))
	if key := eval[string](t, b, `document.querySelector("main form [name=form_key]").value`); key == "" {
		t.Error("the key that makes sending again safe is gone")
	}
	b.do(t, chromedp.WaitNotPresent(`form.is-sent`))
}

func TestAnotherRowHasItsOwnNumber(t *testing.T) {
	b := start(t)
	b.open(t, "/form", 1440)
	b.do(t, chromedp.Click(`[data-more]`), chromedp.Click(`[data-more]`))
	for _, name := range []string{"resolutions[0].text", "resolutions[1].due", "resolutions[2].department"} {
		if n := eval[int](t, b, `document.getElementsByName("`+name+`").length`); n != 1 {
			t.Errorf("%d fields %s, want one", n, name)
		}
	}
}
