package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/locale"
)

func TestBackupAndRestoreAtTheConsole(t *testing.T) {
	dir := t.TempDir()
	data, copied, again := filepath.Join(dir, "data"), filepath.Join(dir, "copy"), filepath.Join(dir, "again")
	for _, args := range [][]string{
		{"user", "add", "--data", data, "--role", "system-administrator", "--name", "张三", "zhang"},
		{"backup", "--data", data, copied},
		{"restore", "--data", again, copied},
		{"user", "reset", "--data", again, "zhang"},
	} {
		if code, out, errs := run(t, locale.English, args...); code != 0 {
			t.Fatalf("%v: %d %s%s", args, code, out, errs)
		}
	}
	code, out, _ := run(t, locale.English, "check", "--data", again)
	if code != 1 || !strings.Contains(out, "The audit log is whole: 3 entries") || !strings.Contains(out, "no active Security auditor") {
		t.Errorf("check: %d %s", code, out)
	}
}

func TestLookingDoesNotMakeADataDirectory(t *testing.T) {
	nowhere := filepath.Join(t.TempDir(), "slip")
	for _, args := range [][]string{{"check", "--data", nowhere}, {"backup", "--data", nowhere, nowhere + "-copy"}} {
		if code, _, errs := run(t, locale.English, args...); code != 1 || !strings.Contains(errs, nowhere) {
			t.Errorf("%v: %d %s", args, code, errs)
		}
	}
	if _, err := os.Stat(nowhere); err == nil {
		t.Error("the directory was made")
	}
}
