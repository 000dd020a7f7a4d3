package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bihuan/internal/config"
	"bihuan/internal/locale"
	"bihuan/internal/store"
)

// logged is a data directory with three audit entries.
func logged(t *testing.T) string {
	t.Helper()
	data := filepath.Join(t.TempDir(), "data")
	must(t, "user", "add", "--data", data, "--role", "system-administrator", "--name", "张三", "zhang")
	must(t, "user", "reset", "--data", data, "zhang")
	return data
}

// must runs a command that has to succeed and gives what it printed.
func must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, errs := run(t, locale.English, args...)
	if code != 0 {
		t.Fatalf("%v: %d %s%s", args, code, out, errs)
	}
	return out
}

// tamper changes the database behind the program's back.
func tamper(t *testing.T, data string, queries ...string) {
	t.Helper()
	cfg := config.Default()
	cfg.Data = data
	db, err := store.Open(t.Context(), cfg.DatabaseURL(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Write(t.Context(), func(tx *store.Tx) error {
		for _, q := range queries {
			if _, err := tx.Exec(q); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestVerifyFindsWhatOnlyACheckpointElsewhereShows(t *testing.T) {
	data := logged(t)
	kept := filepath.Join(t.TempDir(), "kept.txt")
	if err := os.WriteFile(kept, []byte(must(t, "audit", "checkpoint", "--data", data)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := must(t, "verify", "--data", data, "--checkpoint", kept); !strings.Contains(out, "first 3 entries") {
		t.Errorf("the whole log: %s", out)
	}
	tamper(t, data, "DELETE FROM audit_entry WHERE seq > 1", "DELETE FROM audit_checkpoint",
		"DELETE FROM audit_hash WHERE idx > 0", "UPDATE audit_tip SET size = 1")
	if out := must(t, "verify", "--data", data); !strings.Contains(out, "this machine alone cannot tell") {
		t.Errorf("a well-made cut without a checkpoint: %s", out)
	}
	code, _, errs := run(t, locale.English, "verify", "--data", data, "--checkpoint", kept)
	if code != 1 || !strings.Contains(errs, "entries 2 to 3 are gone") {
		t.Errorf("the cut with a checkpoint: %d %s", code, errs)
	}
}

func TestVerifyNamesAChangedEntry(t *testing.T) {
	data := logged(t)
	tamper(t, data, "UPDATE audit_entry SET record = REPLACE(record, '张三', '李四') WHERE seq = 1")
	if code, _, errs := run(t, locale.English, "verify", "--data", data); code != 1 || !strings.Contains(errs, "Entry 1") {
		t.Errorf("%d %s", code, errs)
	}
}

func TestACheckpointThatIsNoneIsTold(t *testing.T) {
	data := logged(t)
	none := filepath.Join(t.TempDir(), "none.txt")
	if err := os.WriteFile(none, []byte("no checkpoint"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := run(t, locale.English, "verify", "--data", data, "--checkpoint", none); code != 1 || !strings.Contains(errs, "Cannot verify") {
		t.Errorf("%d %s", code, errs)
	}
}

func TestTheExportHasARecordALine(t *testing.T) {
	data := logged(t)
	file := filepath.Join(t.TempDir(), "audit.jsonl")
	must(t, "audit", "export", "--data", data, file)
	text, err := os.ReadFile(file)
	if err != nil || strings.Count(string(text), "\n") != 3 || !strings.Contains(string(text), "张三") {
		t.Errorf("%v\n%s", err, text)
	}
	if code, _, _ := run(t, locale.English, "audit", "export", "--data", data, file); code != 1 {
		t.Error("the export was written over")
	}
}
