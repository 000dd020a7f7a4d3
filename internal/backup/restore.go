package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bihuan/internal/fault"
)

// Verify reads a whole backup and compares every file with the manifest. The
// error is fault.Invalid and names the first file that differs.
func Verify(ctx context.Context, dir string) (Manifest, error) {
	m, err := readManifest(dir)
	if err != nil {
		return m, err
	}
	for _, e := range m.Files {
		got, err := describe(ctx, filepath.Join(dir, filepath.FromSlash(e.Path)))
		if ctx.Err() != nil {
			return m, ctx.Err()
		}
		if err != nil {
			return m, fault.Because(err, fault.Invalid, "backup.damaged", e.Path)
		}
		if got.Size != e.Size || got.SHA256 != e.SHA256 {
			return m, fault.New(fault.Invalid, "backup.damaged", e.Path)
		}
	}
	return m, nil
}

// Restore puts a backup into a data directory that is not there yet, or empty.
// It appears under its name only when all of it was copied and compared.
func Restore(ctx context.Context, dir, data string) (Manifest, error) {
	m, err := readManifest(dir)
	if err != nil {
		return m, err
	}
	if err := vacant(data); err != nil {
		return m, err
	}
	half := filepath.Clean(data) + ".restoring"
	if err := os.RemoveAll(half); err != nil {
		return m, fmt.Errorf("restore: %w", err)
	}
	if err := os.MkdirAll(half, 0o700); err != nil {
		return m, full(fmt.Errorf("restore: %w", err))
	}
	for _, e := range m.Files {
		rel := filepath.FromSlash(e.Path)
		got, err := copyFile(ctx, filepath.Join(dir, rel), filepath.Join(half, rel))
		if errors.Is(err, fs.ErrNotExist) {
			return m, fault.Because(err, fault.Invalid, "backup.damaged", e.Path)
		}
		if err != nil {
			return m, err
		}
		if got.Size != e.Size || got.SHA256 != e.SHA256 {
			return m, fault.New(fault.Invalid, "backup.damaged", e.Path)
		}
	}
	return m, publish(half, data)
}

// vacant: nothing is overwritten.
func vacant(data string) error {
	there, err := os.ReadDir(data)
	if err == nil && len(there) > 0 {
		return fault.New(fault.Conflict, "backup.occupied", data)
	}
	if err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("restore: %w", err)
	}
	return nil
}

// publish gives the copied directory its name, durably.
func publish(half, data string) error {
	if err := syncDirs(half); err != nil {
		return full(fmt.Errorf("restore: %w", err))
	}
	if err := os.Remove(data); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("restore: %w", err)
	}
	if err := os.Rename(half, data); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	parent, err := os.Open(filepath.Dir(filepath.Clean(data)))
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	defer parent.Close()
	if err := parent.Sync(); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	return nil
}
