package paper

import (
	"testing"

	"bihuan/internal/locale"
)

// TestEveryWordOfAnOutlineIsExplained: each name of each kind of paper has
// words in both languages that say what it writes.
func TestEveryWordOfAnOutlineIsExplained(t *testing.T) {
	if err := locale.Load(); err != nil {
		t.Fatal(err)
	}
	need := func(key string) {
		t.Helper()
		if !locale.Has(locale.Chinese, key) || !locale.Has(locale.English, key) {
			t.Errorf("%s is not explained", key)
		}
	}
	for _, kind := range OutlineKinds() {
		need("outline.kind." + kind)
		own, general := OutlineWords(kind)
		for _, w := range []Words{own, general} {
			for _, list := range [][]Word{w.Parts, w.Facts, w.Conditions} {
				for _, word := range list {
					need(word.Key)
				}
			}
			for _, l := range w.Lists {
				need(l.Key)
				for _, word := range append(l.Items, l.Conditions...) {
					need(word.Key)
				}
			}
		}
	}
}
