package cli

import (
	"archive/zip"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/locale"
)

// TestTheHeadsReportIsWrittenFromTheCommandLine writes the report of the
// example's market bureau beside the demonstration's records.
func TestTheHeadsReportIsWrittenFromTheCommandLine(t *testing.T) {
	data := filepath.Join(t.TempDir(), "demo")
	_, stop := demo(t, "--data", data, "--listen", "127.0.0.1:0")
	if code := stop(); code != 0 {
		t.Fatalf("the demonstration ended with %d", code)
	}
	out := filepath.Join(t.TempDir(), "报告.docx")
	code, text, errs := run(t, locale.Chinese, "report", "head", "--data", data, "--inspection", "市市场监管局", "--out", out)
	if code != 0 || !strings.Contains(text, "截至 2026-07-06") {
		t.Fatalf("%d %s%s", code, text, errs)
	}
	z, err := zip.OpenReader(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ inspection, out, says string }{
		{"没有的局", out, "市水务局"}, {"市市场监管局", "报告.pdf", ".docx"}, {"市市场监管局", filepath.Join(data, "none", "a.docx"), "write the report"},
	} {
		code, _, errs := run(t, locale.Chinese, "report", "head", "--data", data, "--inspection", c.inspection, "--out", c.out)
		if code != 1 || !strings.Contains(errs, c.says) {
			t.Errorf("%s to %s: %d %q", c.inspection, c.out, code, errs)
		}
	}
	code, _, errs = run(t, locale.Chinese, "report", "head", "--data", data, "--inspection", "市市场监管局", "--out", out, "--cut-off", "2026-08-01")
	if code != 1 || !strings.Contains(errs, "2026-07-06") {
		t.Errorf("a cut-off ahead: %d %q", code, errs)
	}
}
