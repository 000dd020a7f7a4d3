package blob_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"bihuan/internal/blob"
	"bihuan/internal/fault"

	"pgregory.net/rapid"
)

const limit = 1 << 20

func open(t *testing.T, dir string) *blob.Store {
	t.Helper()
	s, err := blob.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t *testing.T, s *blob.Store, content string) blob.File {
	t.Helper()
	f, err := s.Put(context.Background(), strings.NewReader(content), limit)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func place(t *testing.T, dir string, f blob.File) string {
	t.Helper()
	rel, err := blob.Path(f.Hash)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, rel)
}

func TestWhatWasPutComesBackWhole(t *testing.T) {
	s := open(t, t.TempDir())
	rapid.Check(t, func(t *rapid.T) {
		content := rapid.SliceOfN(rapid.Byte(), 1, 5000).Draw(t, "content")
		f, err := s.Put(context.Background(), iotest.HalfReader(bytes.NewReader(content)), limit)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(content)
		if f.Hash != hex.EncodeToString(sum[:]) || f.Size != int64(len(content)) {
			t.Fatalf("described as %+v", f)
		}
		r, err := s.Open(f.Hash, f.Size)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if err := iotest.TestReader(r, content); err != nil {
			t.Fatal(err)
		}
	})
}

func TestKindIsGuessedFromTheContent(t *testing.T) {
	s := open(t, t.TempDir())
	for want, content := range map[string]string{
		"application/pdf":           "%PDF-1.7\n" + strings.Repeat("x", 600),
		"image/png":                 "\x89PNG\r\n\x1a\n",
		"application/zip":           "PK\x03\x04",
		"text/plain; charset=utf-8": "整改情况说明",
		"text/html; charset=utf-8":  "<html><script>alert(1)</script>",
	} {
		if f := put(t, s, content); f.MIME != want {
			t.Errorf("%.8q: %s, want %s", content, f.MIME, want)
		}
	}
}

func TestWhatIsRefusedLeavesNothing(t *testing.T) {
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	broken := errors.New("connection reset")
	for name, c := range map[string]struct {
		ctx  context.Context
		in   io.Reader
		kind fault.Kind
		is   error
	}{
		"too large":  {context.Background(), strings.NewReader(strings.Repeat("x", limit+1)), fault.TooLarge, nil},
		"empty":      {context.Background(), strings.NewReader(""), fault.Invalid, nil},
		"cut off":    {context.Background(), io.MultiReader(strings.NewReader("x"), iotest.ErrReader(broken)), fault.Internal, broken},
		"called off": {ended, strings.NewReader("x"), fault.Internal, context.Canceled},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			_, err := open(t, dir).Put(c.ctx, c.in, limit)
			if !fault.Is(err, c.kind) || c.is != nil && !errors.Is(err, c.is) {
				t.Errorf("answered %v", err)
			}
			if left := files(t, dir); len(left) != 0 {
				t.Errorf("left %v", left)
			}
		})
	}
	f, err := open(t, t.TempDir()).Put(context.Background(), strings.NewReader(strings.Repeat("x", limit)), limit)
	if err != nil || f.Size != limit {
		t.Errorf("exactly the limit: %+v, %v", f, err)
	}
}

func TestDamageIsFoundAndNeverHandedOut(t *testing.T) {
	content := strings.Repeat("清退违规资金12.6万元。", 5000)
	for name, harm := range map[string]func(path string, b []byte) error{
		"one bit":       func(p string, b []byte) error { b[len(b)/2] ^= 1; return os.WriteFile(p, b, 0o600) },
		"last byte":     func(p string, b []byte) error { b[len(b)-1] ^= 1; return os.WriteFile(p, b, 0o600) },
		"zeroed sector": func(p string, b []byte) error { clear(b[4096:8192]); return os.WriteFile(p, b, 0o600) },
		"shortened":     func(p string, b []byte) error { return os.WriteFile(p, b[:len(b)-1], 0o600) },
		"lengthened":    func(p string, b []byte) error { return os.WriteFile(p, append(b, 0), 0o600) },
		"missing":       func(p string, _ []byte) error { return os.Remove(p) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir)
			f := put(t, s, content)
			if err := s.Check(f.Hash, f.Size); err != nil {
				t.Fatal(err)
			}
			if err := harm(place(t, dir, f), []byte(content)); err != nil {
				t.Fatal(err)
			}
			var damage *blob.Damage
			if err := s.Check(f.Hash, f.Size); !errors.As(err, &damage) || damage.Hash != f.Hash || !fault.Is(err, fault.Unavailable) {
				t.Errorf("the check says %v", err)
			}
			if n := handedOut(s, f); n >= len(content) {
				t.Errorf("all %d bytes were handed out", n)
			}
			if put(t, s, content); s.Check(f.Hash, f.Size) != nil {
				t.Error("the same upload did not mend the file")
			}
		})
	}
}

func handedOut(s *blob.Store, f blob.File) int {
	r, err := s.Open(f.Hash, f.Size)
	if err != nil {
		return 0
	}
	defer r.Close()
	got, _ := io.ReadAll(r)
	return len(got)
}

func TestAnAddressOutsideTheStoreIsNotFound(t *testing.T) {
	s := open(t, t.TempDir())
	for _, hash := range []string{"", "../../etc/passwd", strings.Repeat("A", 64), strings.Repeat("a", 63), strings.Repeat("g", 64)} {
		if _, err := s.Open(hash, 1); !fault.Is(err, fault.NotFound) {
			t.Errorf("%q: %v", hash, err)
		}
	}
}

func TestSweepRemovesLeftoversOnly(t *testing.T) {
	dir := t.TempDir()
	f := put(t, open(t, dir), "保留")
	if err := os.WriteFile(filepath.Join(dir, "tmp", "upload-123"), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	if err := s.Sweep(); err != nil {
		t.Fatal(err)
	}
	if left := files(t, dir); len(left) != 1 || s.Check(f.Hash, f.Size) != nil {
		t.Errorf("after the sweep: %v", left)
	}
}

// files lists every file below the folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
