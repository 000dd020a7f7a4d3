package backup_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/backup"
	"bihuan/internal/blob"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

// kept is a data directory in use: a database with records, a stored file, and
// what a running server leaves lying about.
type kept struct {
	dir   string
	db    *store.DB
	clock *testkit.Clock
	file  blob.File
}

func inUse(t *testing.T) *kept {
	t.Helper()
	k := &kept{dir: filepath.Join(t.TempDir(), "data"), clock: testkit.ClockAt("2026-03-02")}
	files, err := blob.Open(filepath.Join(k.dir, "files"))
	if err != nil {
		t.Fatal(err)
	}
	if k.file, err = files.Put(t.Context(), strings.NewReader("会议签到表"), 1<<20); err != nil {
		t.Fatal(err)
	}
	k.db = testkit.Open(t, filepath.Join(k.dir, "bihuan.db"), k.clock)
	k.add(t, "d1")
	for _, name := range []string{"server.lock", "files/tmp/upload-1", "holidays.json"} {
		if err := os.WriteFile(filepath.Join(k.dir, name), []byte("[]"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return k
}

func (k *kept) add(t *testing.T, id string) {
	t.Helper()
	err := k.db.Write(context.Background(), func(tx *store.Tx) error {
		return store.Departments.Insert(tx, &org.Department{ID: id, OrgID: "o", Name: "科室" + id})
	})
	if err != nil {
		t.Error(err)
	}
}

func (k *kept) backUp(t *testing.T) string {
	t.Helper()
	dest := filepath.Join(t.TempDir(), "backup")
	if _, err := k.make(dest); err != nil {
		t.Fatal(err)
	}
	return dest
}

func (k *kept) make(dest string) (backup.Manifest, error) {
	return backup.Make(context.Background(),
		backup.Source{Data: k.dir, Snapshot: k.db.Snapshot, Program: "test", Now: k.clock.Now()}, dest)
}

func departments(t *testing.T, db *store.DB) (out []org.Department) {
	t.Helper()
	err := db.Read(t.Context(), func(tx *store.Tx) (err error) {
		out, err = store.Departments.List(tx, "ORDER BY id")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestABackupRestoresOnAnEmptyMachine(t *testing.T) {
	k := inUse(t)
	dest := k.backUp(t)
	if _, err := backup.Verify(t.Context(), dest); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(t.TempDir(), "restored")
	m, err := backup.Restore(t.Context(), dest, data)
	if err != nil {
		t.Fatal(err)
	}
	if !m.MadeAt.Equal(k.clock.Now()) || m.Program != "test" || m.Size() == 0 {
		t.Errorf("the manifest says %+v", m)
	}
	db := testkit.Open(t, filepath.Join(data, "bihuan.db"), k.clock)
	if diff := cmp.Diff(departments(t, k.db), departments(t, db)); diff != "" {
		t.Error(diff)
	}
	if err := db.Intact(t.Context()); err != nil {
		t.Error(err)
	}
	files, err := blob.Open(filepath.Join(data, "files"))
	if err != nil {
		t.Fatal(err)
	}
	if err := files.Check(k.file.Hash, k.file.Size); err != nil {
		t.Error(err)
	}
	for name, want := range map[string]bool{"holidays.json": true, "server.lock": false, "files/tmp/upload-1": false} {
		if _, err := os.Stat(filepath.Join(data, name)); (err == nil) != want {
			t.Errorf("%s: restored is %v", name, err == nil)
		}
	}
}

func TestABackupOfALiveDatabaseIsWhole(t *testing.T) {
	k := inUse(t)
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			default:
				k.add(t, fmt.Sprintf("live-%06d", n))
			}
		}
	}()
	for range 3 {
		data := filepath.Join(t.TempDir(), "restored")
		if _, err := backup.Restore(t.Context(), k.backUp(t), data); err != nil {
			t.Fatal(err)
		}
		db := testkit.Open(t, filepath.Join(data, "bihuan.db"), k.clock)
		if err := db.Intact(t.Context()); err != nil {
			t.Error(err)
		}
		if got := departments(t, db); len(got) == 0 || got[0].ID != "d1" {
			t.Errorf("%d departments were restored", len(got))
		}
	}
	close(stop)
	<-stopped
}

func TestADamagedBackupIsNamedAndNotRestored(t *testing.T) {
	k := inUse(t)
	rel, err := blob.Path(k.file.Hash)
	if err != nil {
		t.Fatal(err)
	}
	stored := filepath.Join("files", rel)
	for name, harm := range map[string]struct {
		file string
		do   func(path string) error
	}{
		"changed byte":  {"bihuan.db", func(p string) error { return flip(p, 5000) }},
		"changed proof": {stored, func(p string) error { return flip(p, 3) }},
		"cut off":       {"bihuan.db", func(p string) error { return os.Truncate(p, 4096) }},
		"lost file":     {stored, os.Remove},
		"lost list":     {"manifest.json", os.Remove},
		"other layout":  {"manifest.json", func(p string) error { return os.WriteFile(p, []byte(`{"format":2}`), 0o600) }},
		"way out": {"manifest.json", func(p string) error {
			return os.WriteFile(p, []byte(`{"format":1,"files":[{"path":"../../etc/passwd"}]}`), 0o600)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			dest := k.backUp(t)
			if err := harm.do(filepath.Join(dest, harm.file)); err != nil {
				t.Fatal(err)
			}
			if _, err := backup.Verify(t.Context(), dest); !fault.Is(err, fault.Invalid) {
				t.Errorf("the check says %v", err)
			}
			data := filepath.Join(t.TempDir(), "restored")
			if _, err := backup.Restore(t.Context(), dest, data); !fault.Is(err, fault.Invalid) {
				t.Errorf("the restore says %v", err)
			}
			if _, err := os.Stat(data); err == nil {
				t.Error("a data directory appeared")
			}
		})
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	k := inUse(t)
	dest := k.backUp(t)
	if _, err := k.make(dest); !fault.Is(err, fault.Conflict) {
		t.Errorf("a second backup to the same place: %v", err)
	}
	if _, err := backup.Restore(t.Context(), dest, k.dir); !fault.Is(err, fault.Conflict) {
		t.Errorf("a restore over a directory in use: %v", err)
	}
	if _, err := k.make(filepath.Join(k.dir, "backup")); !fault.Is(err, fault.Invalid) {
		t.Errorf("a backup into the data directory: %v", err)
	}
}

func TestAnInterruptedBackupIsNone(t *testing.T) {
	k := inUse(t)
	ctx, cancel := context.WithCancel(t.Context())
	dest := filepath.Join(t.TempDir(), "backup")
	src := backup.Source{Data: k.dir, Program: "test", Now: k.clock.Now(), Snapshot: func(_ context.Context, path string) error {
		cancel()
		return k.db.Snapshot(context.Background(), path)
	}}
	if _, err := backup.Make(ctx, src, dest); !errors.Is(err, context.Canceled) {
		t.Errorf("the backup ended with %v", err)
	}
	if _, err := backup.Verify(t.Context(), dest); !fault.Is(err, fault.Invalid) {
		t.Errorf("half a backup passed the check: %v", err)
	}
}

func TestDamageInTheSourceIsNamed(t *testing.T) {
	k := inUse(t)
	rel, err := blob.Path(k.file.Hash)
	if err != nil {
		t.Fatal(err)
	}
	if err := flip(filepath.Join(k.dir, "files", rel), 3); err != nil {
		t.Fatal(err)
	}
	m, err := k.make(filepath.Join(t.TempDir(), "backup"))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Damaged(); len(got) != 1 || got[0] != filepath.ToSlash(filepath.Join("files", rel)) {
		t.Errorf("damaged: %v", got)
	}
}

// flip changes one bit of a file.
func flip(path string, at int) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	text[at] ^= 1
	return os.WriteFile(path, text, 0o600)
}
