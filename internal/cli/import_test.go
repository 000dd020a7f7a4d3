package cli

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bihuan/internal/locale"
)

// TestARealReportIsLoadedAfterConfirmation brings the sample in: without a yes
// nothing happens, the same file is kept once, and every section is shown.
func TestARealReportIsLoadedAfterConfirmation(t *testing.T) {
	data := filepath.Join(t.TempDir(), "demo")
	_, stop := demo(t, "--data", data, "--listen", "127.0.0.1:0")
	if code := stop(); code != 0 {
		t.Fatalf("the demonstration ended with %d", code)
	}
	bring := func(answer string) (int, string, string) {
		var out, errs strings.Builder
		c := &console{ctx: t.Context(), in: strings.NewReader(answer), out: &out, err: &errs, lang: locale.Chinese, now: time.Now}
		code := c.run([]string{"import", "testdata/sample-report.txt", "--data", data, "--inspection", "市水务局"})
		return code, out.String(), errs.String()
	}
	code, out, errs := bring("否\n")
	if code != 0 || !strings.Contains(out, "没有导入") || !strings.Contains(out, "六、注重统筹兼顾") {
		t.Fatalf("a no: %d %s%s", code, out, errs)
	}
	if code, out, errs = bring("是\n"); code != 0 || !strings.Contains(out, "已导入 sample-report.txt") {
		t.Fatalf("a yes: %d %s%s", code, out, errs)
	}
	if code, _, errs = bring("是\n"); code != 1 || !strings.Contains(errs, "已经导入过") {
		t.Errorf("again: %d %q", code, errs)
	}
	code, _, errs = run(t, locale.Chinese, "import", "import_test.go", "--data", data, "--inspection", "市水务局", "--yes")
	if code != 1 || errs == "" {
		t.Errorf("a file of another kind: %d %q", code, errs)
	}
}
