package audit_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/audit"
)

func TestTheKeyIsMadeOnceAndKept(t *testing.T) {
	dir := t.TempDir()
	first, err := audit.OpenKey(dir, seeded("first"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := audit.OpenKey(dir, seeded("second"))
	if err != nil || second.Public() != first.Public() {
		t.Errorf("opened again: %v, %v", second, err)
	}
	if public, err := audit.ReadPublic(dir); err != nil || public != first.Public() {
		t.Errorf("public file: %q, %v", public, err)
	}
	info, err := os.Stat(filepath.Join(dir, "audit.key"))
	if err != nil || info.Mode().Perm() != fs.FileMode(0o600) {
		t.Errorf("audit.key is readable by others: %v, %v", info.Mode(), err)
	}
}

func TestKeyFilesThatDoNotFit(t *testing.T) {
	cases := map[string]func(dir string) error{
		"private key lost": func(dir string) error { return os.Remove(filepath.Join(dir, "audit.key")) },
		"private key damaged": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "audit.key"), []byte("PRIVATE+KEY+x"), 0o600)
		},
		"another public key": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "audit.pub"), []byte("bihuan-audit+00000000+AAAA\n"), 0o644)
		},
	}
	for name, spoil := range cases {
		dir := t.TempDir()
		if _, err := audit.OpenKey(dir, seeded("key")); err != nil {
			t.Fatal(err)
		}
		if err := spoil(dir); err != nil {
			t.Fatal(err)
		}
		if _, err := audit.OpenKey(dir, seeded("key")); !errors.Is(err, audit.ErrKey) {
			t.Errorf("%s: %v, want ErrKey", name, err)
		}
	}
}

func TestAMissingPublicFileIsWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	key, err := audit.OpenKey(dir, seeded("key"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "audit.pub")); err != nil {
		t.Fatal(err)
	}
	if _, err := audit.OpenKey(dir, seeded("other")); err != nil {
		t.Fatal(err)
	}
	if public, err := audit.ReadPublic(dir); err != nil || public != key.Public() {
		t.Errorf("public file: %q, %v", public, err)
	}
}

func TestOnlyTheLogsOwnCheckpointsAreBelieved(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.append(1, 3)
		signed := b.sign()
		other, err := audit.OpenKey(t.TempDir(), seeded("other"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := audit.OpenCheckpoint(signed, other.Public()); !errors.Is(err, audit.ErrCheckpoint) {
			t.Errorf("another key: %v", err)
		}
		for _, text := range []string{"", "x", strings.Replace(signed, "\n3\n", "\n4\n", 1), strings.Replace(signed, "Z\n", "z\n", 1)} {
			if _, err := b.verify(text + " "); !errors.Is(err, audit.ErrCheckpoint) {
				t.Errorf("checkpoint %q: %v, want ErrCheckpoint", text, err)
			}
		}
	})
}
