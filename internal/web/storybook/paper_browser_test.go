//go:build browser

package storybook

import (
	"testing"

	"github.com/chromedp/chromedp"
)

func TestWordsOfAPaperShowTheirRecords(t *testing.T) {
	b := start(t)
	b.open(t, "/paper", 1440)
	shown := `document.querySelectorAll("[data-source]:not([hidden])").length`
	if n := eval[int](t, b, shown); n != 3 {
		t.Fatalf("%d records listed at first, want 3", n)
	}
	b.do(t, chromedp.Click(`.src[data-refs="meeting-1"]`))
	if n := eval[int](t, b, shown); n != 1 {
		t.Errorf("%d records listed for the words chosen, want 1", n)
	}
	b.do(t, chromedp.Click(`[data-sources-all]`))
	if n := eval[int](t, b, shown); n != 3 {
		t.Errorf("%d records listed after asking for all, want 3", n)
	}
}
