package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/locale"
)

// TestAYearOfHolidaysIsBroughtInFromAFile: a table of days is shown, brought in
// with a yes, and refused with its line where it cannot be read.
func TestAYearOfHolidaysIsBroughtInFromAFile(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "demo")
	_, stop := demo(t, "--data", data, "--listen", "127.0.0.1:0")
	if code := stop(); code != 0 {
		t.Fatalf("the demonstration ended with %d", code)
	}
	bring := func(text string, more ...string) (int, string, string) {
		file := filepath.Join(dir, "2027.csv")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return run(t, locale.Chinese, append([]string{"calendar", "import", file, "--data", data}, more...)...)
	}
	const year = "日期,类型,名称\n2027-01-01,休,元旦\n2027-01-02,休,元旦\n2027-01-03,休,元旦\n2027-01-09,班,\n"
	if code, _, errs := bring("日期,类型,名称\n2027-01-01,休,元旦\n2027-01-02,调,元旦\n", "--yes"); code != 1 || !strings.Contains(errs, "2027-01-02") {
		t.Errorf("an unreadable day: %d %q", code, errs)
	}
	if code, out, errs := bring(year); code != 0 || !strings.Contains(out, "元旦") || !strings.Contains(out, "没有导入") {
		t.Errorf("without a yes: %d %s%s", code, out, errs)
	}
	if code, out, errs := bring(year, "--yes"); code != 0 || !strings.Contains(out, "2027") || strings.Contains(out, "没有导入") {
		t.Errorf("with a yes: %d %s%s", code, out, errs)
	}
}
