package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"

	"bihuan/internal/fault"
)

// partName is what the id of a file in parts may look like.
var partName = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

func (s *Store) parts() string { return filepath.Join(s.dir, "parts") }

func (s *Store) part(id string) (string, error) {
	if !partName.MatchString(id) {
		return "", fault.New(fault.NotFound, "fault.not-found")
	}
	return filepath.Join(s.parts(), id), nil
}

// Arrived gives how many bytes of a file in parts are on the disk; 0 for one
// that has not begun.
func (s *Store) Arrived(id string) (int64, error) {
	name, err := s.part(id)
	if err != nil {
		return 0, err
	}
	f, err := s.disk.Open(name)
	if missing(err) {
		return 0, nil
	}
	if err != nil {
		return 0, classified("open part", err)
	}
	info, err := f.Stat()
	if err := errors.Join(err, f.Close()); err != nil {
		return 0, classified("look at part", err)
	}
	return info.Size(), nil
}

// Append adds to a file in parts what r gives, from offset on, up to size
// bytes in all. What it reports as arrived is on the disk. An offset that is
// not where the file ends is a fault.Conflict: ask Arrived and go on there.
// What came before a connection broke stays.
func (s *Store) Append(ctx context.Context, id string, offset int64, r io.Reader, size int64) (int64, error) {
	s.appending.Lock(id)
	defer s.appending.Unlock(id)
	arrived, err := s.Arrived(id)
	if err != nil {
		return 0, err
	}
	if arrived != offset {
		return arrived, fault.New(fault.Conflict, "upload.offset", arrived)
	}
	if err := s.makeDir(s.parts()); err != nil {
		return arrived, classified("store part", err)
	}
	name, err := s.part(id)
	if err != nil {
		return arrived, err
	}
	w, err := s.disk.Extend(name)
	if err != nil {
		return arrived, classified("store part", err)
	}
	n, err := io.Copy(w, io.LimitReader(&patient{ctx: ctx, r: r}, size-offset+1))
	if n > size-offset {
		return arrived, errors.Join(fault.New(fault.TooLarge, "upload.more", size), w.Close(), s.disk.Remove(name))
	}
	serr := w.Sync()
	if err := errors.Join(serr, w.Close()); err != nil {
		return arrived, classified("store part", err)
	}
	if derr := s.disk.SyncDir(s.parts()); derr != nil {
		return arrived, classified("store part", derr)
	}
	if err != nil {
		return arrived + n, classified("receive part", err)
	}
	return arrived + n, nil
}

// Complete makes the file of its parts: it must be size bytes long and have
// the hash. Done again it finds the file done. A file whose hash is another is
// thrown away and has to be sent anew: fault.Invalid.
func (s *Store) Complete(id, hash string, size int64) (File, error) {
	s.appending.Lock(id)
	defer s.appending.Unlock(id)
	if _, err := Path(hash); err != nil {
		return File{}, err
	}
	name, err := s.part(id)
	if err != nil {
		return File{}, err
	}
	f, err := s.sum(name)
	if missing(err) {
		return s.kept(hash, size)
	}
	if err != nil {
		return File{}, classified("complete file", err)
	}
	if f.Size < size {
		return File{}, fault.New(fault.Conflict, "upload.offset", f.Size)
	}
	if f.Hash != hash || f.Size != size {
		return File{}, errors.Join(fault.New(fault.Invalid, "upload.damaged"), s.disk.Remove(name))
	}
	if err := s.publish(name, hash); err != nil {
		return File{}, classified("store file", err)
	}
	return f, nil
}

// kept is the file of a hash that is there already, whole.
func (s *Store) kept(hash string, size int64) (File, error) {
	rel, err := Path(hash)
	if err != nil {
		return File{}, err
	}
	f, err := s.sum(filepath.Join(s.dir, rel))
	if missing(err) || err == nil && (f.Hash != hash || f.Size != size) {
		return File{}, fault.New(fault.Conflict, "upload.offset", 0)
	}
	return f, err
}

// sum reads a file to its end.
func (s *Store) sum(name string) (f File, err error) {
	r, err := s.disk.Open(name)
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	h, head := sha256.New(), &prefix{}
	n, err := io.Copy(io.MultiWriter(h, head), r)
	return File{Hash: hex.EncodeToString(h.Sum(nil)), Size: n, MIME: http.DetectContentType(head.bytes)}, err
}

// Discard removes what arrived of a file in parts.
func (s *Store) Discard(id string) error {
	name, err := s.part(id)
	if err != nil {
		return err
	}
	if err := s.disk.Remove(name); err != nil && !missing(err) {
		return fmt.Errorf("discard part: %w", err)
	}
	return nil
}

// Parts lists the ids of the files in parts.
func (s *Store) Parts() ([]string, error) {
	list, err := s.disk.List(s.parts())
	if missing(err) {
		return nil, nil
	}
	return list, err
}

// Extend implements Disk.
func (OS) Extend(name string) (Writing, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
}
