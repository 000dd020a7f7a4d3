package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"

	"bihuan/internal/fault"
)

// sniffed is how many first bytes tell the kind of a file.
const sniffed = 512

// Put stores what r gives, at most limit bytes. When it returns, the content
// is on the disk under its hash, whatever happens next. After an error nobody
// may refer to it, though its bytes may have arrived. The same content again is the same file, and mends a damaged one.
// Errors: fault.TooLarge, fault.Invalid for an empty file, fault.Unavailable
// when the disk is full, the reader's own, the context's.
func (s *Store) Put(ctx context.Context, r io.Reader, limit int64) (f File, err error) {
	w, err := s.disk.Create(s.tmp())
	if err != nil {
		return File{}, classified("store file", err)
	}
	defer func() {
		if err != nil {
			// What cannot be removed now, Sweep removes at the next start.
			_ = s.disk.Remove(w.Name())
		}
	}()
	f, err = s.fill(w, &patient{ctx: ctx, r: r}, limit)
	if cerr := w.Close(); err == nil && cerr != nil {
		err = classified("store file", cerr)
	}
	if err != nil {
		return File{}, err
	}
	if err = s.publish(w.Name(), f.Hash); err != nil {
		return File{}, classified("store file", err)
	}
	return f, nil
}

// fill copies, hashes and syncs.
func (s *Store) fill(w Writing, r io.Reader, limit int64) (File, error) {
	sum := sha256.New()
	head := &prefix{}
	n, err := io.Copy(io.MultiWriter(w, sum, head), io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return File{}, classified("receive file", err)
	case n > limit:
		return File{}, fault.New(fault.TooLarge, "fault.too-large", bytesText(limit))
	case n == 0:
		return File{}, fault.New(fault.Invalid, "fault.file-empty")
	}
	if err := w.Sync(); err != nil {
		return File{}, classified("store file", err)
	}
	return File{Hash: hex.EncodeToString(sum.Sum(nil)), Size: n, MIME: http.DetectContentType(head.bytes)}, nil
}

// publish gives the written file its final name, durably.
func (s *Store) publish(tmp, hash string) error {
	place := filepath.Join(s.dir, hash[:2], hash[2:])
	if err := s.makeDir(filepath.Dir(place)); err != nil {
		return err
	}
	if err := s.disk.Rename(tmp, place); err != nil {
		return err
	}
	if err := s.disk.SyncDir(filepath.Dir(place)); err != nil {
		return fmt.Errorf("make name durable: %w", err)
	}
	return nil
}

// prefix keeps the first bytes that are written to it.
type prefix struct{ bytes []byte }

// Write implements io.Writer.
func (p *prefix) Write(b []byte) (int, error) {
	p.bytes = append(p.bytes, b[:min(len(b), sniffed-len(p.bytes))]...)
	return len(b), nil
}

// patient reads until the context ends.
type patient struct {
	ctx context.Context
	r   io.Reader
}

// Read implements io.Reader.
func (p *patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.r.Read(b)
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		err = fault.Because(err, fault.TooLarge, "fault.too-large", bytesText(tooLarge.Limit))
	}
	return n, err
}

func bytesText(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d B", n)
}
