package checkup_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bihuan/internal/blob"
	"bihuan/internal/checkup"
	"bihuan/internal/config"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/locale"
	"bihuan/internal/server"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// sound is an installation in which every check is good.
func sound(t *testing.T, change func(*config.Config)) *server.Installation {
	t.Helper()
	cfg := config.Default()
	cfg.Data, cfg.SecureCookies = filepath.Join(t.TempDir(), "data"), true
	change(&cfg)
	in, err := server.Open(t.Context(), cfg, slog.New(slog.DiscardHandler), testkit.ClockAt("2026-03-02").Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	})
	write(t, in, func(tx *store.Tx) error {
		for _, r := range []org.Role{org.RoleSysAdmin, org.RoleSecAdmin, org.RoleSecAudit} {
			if err := store.Accounts.Insert(tx, &org.Account{ID: string(r), Login: string(r)}); err != nil {
				return err
			}
			if err := store.Grants.Insert(tx, &org.Grant{ID: string(r), AccountID: string(r), Role: r}); err != nil {
				return err
			}
		}
		return nil
	})
	file := put(t, in, "会议签到表")
	write(t, in, func(tx *store.Tx) error {
		return store.Evidences.Insert(tx, &work.Evidence{ID: "e1", Name: "签到表.pdf", Hash: file.Hash, Size: file.Size})
	})
	return in
}

func put(t *testing.T, in *server.Installation, content string) blob.File {
	t.Helper()
	f, err := in.Files.Put(t.Context(), strings.NewReader(content), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func write(t *testing.T, in *server.Installation, f func(*store.Tx) error) {
	t.Helper()
	if err := in.DB.Write(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func all(t *testing.T, in *server.Installation) checkup.Findings {
	t.Helper()
	setup, err := checkup.Setup(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	records, err := checkup.Records(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return append(setup, records...)
}

func same(*config.Config) {}

func TestASoundInstallationHasNoFinding(t *testing.T) {
	for _, f := range all(t, sound(t, same)) {
		if f.Level != checkup.Good {
			t.Errorf("%s %v", f.Code, f.Args)
		}
	}
}

// TestEachBadSetUpIsFound spoils a sound installation in one way at a time and
// wants exactly that one finding, with words in both languages.
func TestEachBadSetUpIsFound(t *testing.T) {
	for code, c := range map[string]struct {
		change func(*config.Config)
		spoil  func(t *testing.T, in *server.Installation)
		level  checkup.Level
	}{
		"check.directory.open": {same, func(t *testing.T, in *server.Installation) {
			if err := os.Chmod(in.Config.Data, 0o755); err != nil {
				t.Fatal(err)
			}
		}, checkup.Bad},
		"check.door.local":   {func(c *config.Config) { c.SecureCookies = false }, nil, checkup.Warning},
		"check.door.open":    {func(c *config.Config) { c.SecureCookies, c.Listen = false, ":8280" }, nil, checkup.Bad},
		"check.session.long": {func(c *config.Config) { c.SessionIdle = 8 * time.Hour }, nil, checkup.Bad},
		"check.administrator.none": {same, func(t *testing.T, in *server.Installation) {
			write(t, in, func(tx *store.Tx) error {
				_, err := tx.Exec("UPDATE account SET disabled = 1 WHERE id = ?", org.RoleSecAudit)
				return err
			})
		}, checkup.Bad},
		"check.holidays.unknown": {same, func(_ *testing.T, in *server.Installation) {
			in.Now = testkit.ClockAt("2026-12-01").Now
		}, checkup.Warning},
		"check.jobs.failed": {same, func(t *testing.T, in *server.Installation) {
			write(t, in, func(tx *store.Tx) error {
				_, err := tx.Exec(`INSERT INTO job (id, kind, payload, run_at, attempts, lease_until, last_error, done_at)
					VALUES ('j', 'mail', '', 1, 10, 0, 'no network', 2)`)
				return err
			})
		}, checkup.Warning},
		"check.file.damaged": {same, func(t *testing.T, in *server.Installation) {
			rel, err := blob.Path(put(t, in, "会议签到表").Hash)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.Remove(filepath.Join(in.Config.FilesDir(), rel)); err != nil {
				t.Fatal(err)
			}
		}, checkup.Bad},
		"audit.fault.cut-off": {same, func(t *testing.T, in *server.Installation) {
			write(t, in, func(tx *store.Tx) error { _, err := tx.Exec("UPDATE audit_tip SET size = 3"); return err })
		}, checkup.Bad},
	} {
		t.Run(code, func(t *testing.T) {
			in := sound(t, c.change)
			if c.spoil != nil {
				c.spoil(t, in)
			}
			found := all(t, in)
			var off []string
			for _, f := range found {
				if f.Level != checkup.Good {
					off = append(off, f.Code)
				}
			}
			if len(off) != 1 || off[0] != code || found.Worst() != c.level {
				t.Errorf("found %v, the worst of level %d", off, found.Worst())
			}
			if !locale.Has(locale.Chinese, code) || !locale.Has(locale.English, code) {
				t.Error("it has no words")
			}
		})
	}
}
