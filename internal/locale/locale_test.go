package locale_test

import (
	"slices"
	"testing"

	"bihuan/internal/locale"
)

func TestBothLanguagesHaveTheSameMessages(t *testing.T) {
	if err := locale.Load(); err != nil {
		t.Fatal(err)
	}
	zh, en := locale.Keys(locale.Chinese), locale.Keys(locale.English)
	slices.Sort(zh)
	slices.Sort(en)
	for _, key := range zh {
		if !slices.Contains(en, key) {
			t.Errorf("%s is missing in English", key)
		}
	}
	for _, key := range en {
		if !slices.Contains(zh, key) {
			t.Errorf("%s is missing in Chinese", key)
		}
	}
}
