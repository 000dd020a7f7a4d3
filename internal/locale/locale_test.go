package locale_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/locale"
)

func TestBothLanguagesHaveEveryMessageOnce(t *testing.T) {
	if err := locale.Load(); err != nil {
		t.Fatal(err)
	}
	for _, key := range locale.Keys(locale.Chinese) {
		if !locale.Has(locale.English, key) {
			t.Errorf("%s has no English message", key)
		}
	}
	for _, key := range locale.Keys(locale.English) {
		if !locale.Has(locale.Chinese, key) {
			t.Errorf("%s has no Chinese message", key)
		}
	}
}

// used finds the keys that pages and faults name literally.
var used = []*regexp.Regexp{
	regexp.MustCompile(`(?:ui\.T\(ctx, |p\.T\(|v\.t\(|\.flash\(|Key: )"([a-z][\w.-]*[\w])"[,)]`),
	regexp.MustCompile(`fault\.(?:New|Because)\((?:err, )?fault\.\w+, "([a-z][\w.-]*\w)"`),
	regexp.MustCompile(`\.Add\("[^"]*", "([a-z][\w.-]*\w)"`),
}

func TestEveryKeyInTheSourceHasAMessage(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "_templ.go") || d.Name() == "doc.go" ||
			!slices.Contains([]string{".go", ".templ"}, filepath.Ext(path)) {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, re := range used {
			for _, m := range re.FindAllStringSubmatch(string(text), -1) {
				seen++
				if !locale.Has(locale.Chinese, m[1]) {
					t.Errorf("%s: no message for %q", path, m[1])
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 200 {
		t.Errorf("only %d keys found in the source: the search is broken", seen)
	}
}
