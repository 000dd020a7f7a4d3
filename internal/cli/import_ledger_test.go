package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/locale"
)

const consoleLedger = "序号,反馈问题,责任人,完成时限,进展情况\n" +
	"1,供水管网漏损控制推进缓慢,凌晓峰,,已新装3个分区计量。\n" +
	"2,取水许可监管不严,凌小锋,2026年13月,已约谈超许可企业。\n" +
	"3,谁也没有说过的另一件事,凌晓峰,,没有做。\n"

// TestALedgerIsShownFirstAndAYesBringsWhatNeedsNoDecision brings a ledger in at
// the console: the first run writes nothing, --yes writes what is sure, and a
// third run finds nothing new.
func TestALedgerIsShownFirstAndAYesBringsWhatNeedsNoDecision(t *testing.T) {
	dir := t.TempDir()
	data, file := filepath.Join(dir, "demo"), filepath.Join(dir, "台账.csv")
	if err := os.WriteFile(file, []byte(consoleLedger), 0o600); err != nil {
		t.Fatal(err)
	}
	_, stop := demo(t, "--data", data, "--listen", "127.0.0.1:0")
	if code := stop(); code != 0 {
		t.Fatalf("the demonstration ended with %d", code)
	}
	bring := func(more ...string) string {
		t.Helper()
		code, out, errs := run(t, locale.Chinese, append([]string{"import", file, "--data", data, "--inspection", "市水务局"}, more...)...)
		if code != 0 || errs != "" {
			t.Fatalf("%v: %d %s%s", more, code, out, errs)
		}
		return out
	}
	says := func(out string, words ...string) {
		t.Helper()
		for _, w := range words {
			if !strings.Contains(out, w) {
				t.Errorf("it does not say %q:\n%s", w, out)
			}
		}
	}
	for range 2 { // the second look is like the first: nothing was written
		says(bring(), "新增", "没有写入", "C3", "凌小锋", "D3", "未对应问题")
	}
	says(bring("--yes"), "已写入")
	if out := bring(); strings.Contains(out, "新增") {
		t.Errorf("after it is written there is something new:\n%s", out)
	}
}
