package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"bihuan/internal/fault"
)

// databaseFile is the database's name in a data directory and in a backup.
const databaseFile = "bihuan.db"

// Source is what is backed up.
type Source struct {
	Data     string                                       // the data directory
	Snapshot func(ctx context.Context, path string) error // writes a consistent copy of the database
	Program  string                                       // version, for the manifest
	Now      time.Time
}

// Make copies a data directory to a folder that must not exist. The database
// is copied first: every file that it speaks of was there before it did. A
// folder that an interrupted run left has no manifest and is no backup.
func Make(ctx context.Context, src Source, dest string) (Manifest, error) {
	m := Manifest{Format: format, Program: src.Program, MadeAt: src.Now.UTC()}
	if err := outside(src.Data, dest); err != nil {
		return m, err
	}
	if err := os.Mkdir(dest, 0o700); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return m, fault.New(fault.Conflict, "backup.exists", dest)
		}
		return m, full(fmt.Errorf("make backup: %w", err))
	}
	database := filepath.Join(dest, databaseFile)
	if err := src.Snapshot(ctx, database); err != nil {
		return m, err
	}
	e, err := sealed(ctx, database)
	if err != nil {
		return m, err
	}
	e.Path = databaseFile
	m.Files = append(m.Files, e)
	if err := m.copyAll(ctx, src.Data, dest); err != nil {
		return m, err
	}
	if err := m.write(dest); err != nil {
		return m, err
	}
	return m, syncDirs(dest)
}

// outside refuses a backup that would lie in what it backs up.
func outside(data, dest string) error {
	from, err := filepath.Abs(data)
	if err != nil {
		return fmt.Errorf("make backup: %w", err)
	}
	to, err := filepath.Abs(dest)
	if err != nil {
		return fmt.Errorf("make backup: %w", err)
	}
	if rel, err := filepath.Rel(from, to); err == nil && filepath.IsLocal(rel) {
		return fault.New(fault.Invalid, "backup.inside", dest, data)
	}
	return nil
}

// sealed describes a file and brings it down to the disk, for its owner only.
func sealed(ctx context.Context, name string) (Entry, error) {
	if err := os.Chmod(name, 0o600); err != nil {
		return Entry{}, fmt.Errorf("make backup: %w", err)
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return Entry{}, fmt.Errorf("make backup: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return Entry{}, full(fmt.Errorf("make backup: %w", err))
	}
	return describe(ctx, name)
}

// copyAll copies all but the live database, the lock and unfinished uploads.
func (m *Manifest) copyAll(ctx context.Context, data, dest string) error {
	return filepath.WalkDir(data, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(data, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir() && rel == "files/tmp":
			return fs.SkipDir
		case !d.Type().IsRegular(), passing(rel):
			return nil
		}
		e, err := copyFile(ctx, name, filepath.Join(dest, rel))
		if err != nil {
			return err
		}
		e.Path = rel
		m.Files = append(m.Files, e)
		return nil
	})
}

// passing reports whether a file belongs to the running server only.
func passing(rel string) bool {
	return rel == "server.lock" || strings.HasPrefix(rel, databaseFile)
}

// Damaged gives the evidence files of a backup that were not what their name
// says when they were copied: the damage is in the data directory.
func (m Manifest) Damaged() []string {
	var out []string
	for _, e := range m.Files {
		dir, rest, ok := strings.Cut(strings.TrimPrefix(e.Path, "files/"), "/")
		if ok && path.Dir(path.Dir(e.Path)) == "files" && dir+rest != e.SHA256 {
			out = append(out, e.Path)
		}
	}
	return out
}
