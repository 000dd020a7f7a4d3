package preview

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// cache keeps previews in a folder, each with its own sum behind it. What is
// lost or damaged is made again.
type cache struct {
	dir string
	now func() time.Time
}

func (c cache) path(hash, kind string) string { return filepath.Join(c.dir, hash+"."+kind) }

// get gives what was kept; false for what is not there or not whole.
func (c cache) get(hash, kind string) ([]byte, bool) {
	path := c.path(hash, kind)
	all, err := os.ReadFile(path)
	if err != nil || len(all) < sha256.Size {
		return nil, false
	}
	body, sum := all[:len(all)-sha256.Size], all[len(all)-sha256.Size:]
	if want := sha256.Sum256(body); !bytes.Equal(sum, want[:]) {
		return nil, false
	}
	now := c.now()
	_ = os.Chtimes(path, now, now) // only the order of sweeping suffers
	return body, true
}

// put keeps a preview under its name at once or not at all.
func (c cache) put(hash, kind string, body []byte) error {
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return fmt.Errorf("keep preview: %w", err)
	}
	f, err := os.CreateTemp(c.dir, "making-*")
	if err != nil {
		return fmt.Errorf("keep preview: %w", err)
	}
	sum := sha256.Sum256(body)
	_, err = f.Write(append(slices.Clone(body), sum[:]...))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), c.path(hash, kind))
	}
	if err != nil {
		return errors.Join(fmt.Errorf("keep preview: %w", err), os.Remove(f.Name()))
	}
	return nil
}

func (c cache) sweep(most int64) error {
	entries, err := os.ReadDir(c.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("sweep previews: %w", err)
	}
	var kept []fs.FileInfo
	total := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			continue // it went away meanwhile
		}
		kept = append(kept, info)
		total += info.Size()
	}
	slices.SortFunc(kept, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, info := range kept {
		if total <= most {
			return nil
		}
		if err := os.Remove(filepath.Join(c.dir, info.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("sweep previews: %w", err)
		}
		total -= info.Size()
	}
	return nil
}
