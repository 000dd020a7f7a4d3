// Package blob keeps evidence files by their content: what was uploaded is
// there after a power cut, and is verified on every read. A file is written
// to a temporary name, synced, renamed and its folder synced before anybody
// may write a record about it.
package blob

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"bihuan/internal/fault"
)

// File describes stored content.
type File struct {
	Hash string // SHA-256 of the content, lower-case hex; also its address
	Size int64  // bytes
	MIME string // guessed from the first bytes, not from what the client said
}

// Store keeps files in one folder: ab/cdef… by hash, and tmp for uploads.
type Store struct {
	disk Disk
	dir  string

	appending locks
}

// Open prepares the folder.
func Open(dir string) (*Store, error) { return OpenOn(OS{}, dir) }

// OpenOn is Open on another disk.
func OpenOn(disk Disk, dir string) (*Store, error) {
	s := &Store{disk: disk, dir: dir}
	for _, folder := range []string{dir, s.tmp()} {
		if err := s.makeDir(folder); err != nil {
			return nil, classified("open file store", err)
		}
	}
	return s, nil
}

// Sweep removes what interrupted uploads left. Only who is alone on the
// folder may do it: it cannot tell a dead upload from one under way.
func (s *Store) Sweep() error {
	left, err := s.disk.List(s.tmp())
	if err != nil {
		return classified("list interrupted uploads", err)
	}
	for _, name := range left {
		if err := s.disk.Remove(filepath.Join(s.tmp(), name)); err != nil {
			return classified("remove interrupted upload", err)
		}
	}
	return nil
}

func (s *Store) tmp() string { return filepath.Join(s.dir, "tmp") }

// makeDir makes a folder and makes its name in the parent durable.
func (s *Store) makeDir(dir string) error {
	if err := s.disk.MkdirAll(dir); err != nil {
		return err
	}
	return s.disk.SyncDir(filepath.Dir(dir))
}

// Path gives the place of a hash below the store's folder. It refuses what is
// no hash, so that no record can point outside.
func Path(hash string) (string, error) {
	if b, err := hex.DecodeString(hash); err != nil || len(b) != sha256.Size || hex.EncodeToString(b) != hash {
		return "", fault.New(fault.NotFound, "fault.not-found")
	}
	return filepath.Join(hash[:2], hash[2:]), nil
}

// Damage is the error of content that is not what was uploaded.
type Damage struct {
	Hash   string
	Reason string // for the log
}

// Error tells which file and why.
func (d *Damage) Error() string { return fmt.Sprintf("file %s is damaged: %s", d.Hash, d.Reason) }

func damaged(hash, format string, args ...any) error {
	d := &Damage{Hash: hash, Reason: fmt.Sprintf(format, args...)}
	return fault.Because(d, fault.Unavailable, "fault.file-damaged")
}

// classified says in plain words what can be mended: a full disk.
func classified(what string, err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fault.Because(err, fault.Unavailable, "fault.disk-full")
	}
	return fmt.Errorf("%s: %w", what, err)
}

func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
