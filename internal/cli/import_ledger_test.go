package cli

import (
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/locale"
)

// TestALedgerIsShownFirstAndAYesBringsWhatNeedsNoDecision brings a ledger in at
// the console: the first run writes nothing, --yes writes what is sure, and a
// third run finds nothing new.
func TestALedgerIsShownFirstAndAYesBringsWhatNeedsNoDecision(t *testing.T) {
	const ledgers = "../../examples/ledgers/"
	data, file := filepath.Join(t.TempDir(), "demo"), ledgers+"water-bureau-faulty.csv"
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
	file = ledgers + "water-bureau-good.csv"
	if out := bring(); strings.Contains(out, "C2") || strings.Contains(out, "C3") || strings.Contains(out, "未对应问题") {
		t.Errorf("the good ledger is asked about:\n%s", out)
	}
	file = ledgers + "water-bureau-faulty.csv"
	for range 2 { // the second look is like the first: nothing was written
		says(bring(), "新增", "没有写入", "C3", "凌小锋", "D3", "未对应问题")
	}
	says(bring("--yes"), "已写入")
	if out := bring(); strings.Contains(out, "新增") {
		t.Errorf("after it is written there is something new:\n%s", out)
	}
}
