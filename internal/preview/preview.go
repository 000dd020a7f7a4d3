// Package preview makes what can be looked at of a stranger's file: a small
// picture of a picture, the pages of an Office file as a PDF. It decodes within
// limits, one file at a time, and keeps what it made by the file's hash.
package preview

import (
	"context"
	"errors"
	"io"
	"time"
)

// What keeps a preview from being made. Each is for words on a page.
var (
	ErrTooLarge   = errors.New("preview: the file is too large to be looked at")
	ErrUnreadable = errors.New("preview: the file cannot be read")
	ErrBusy       = errors.New("preview: others are being made")
)

// File is a stored file of which a preview is made.
type File struct {
	Hash string // SHA-256, hex
	Size int64
	Ext  string // of its name, lower case, without the point
}

// Maker makes previews of stored files. Open must fail when the content is not
// what the hash says.
type Maker struct {
	Open  func(ctx context.Context, hash string, size int64) (io.ReadCloser, error)
	cache cache
	turn  chan struct{} // one at a time
}

// New gives a maker that keeps what it made in a folder.
func New(dir string, open func(ctx context.Context, hash string, size int64) (io.ReadCloser, error), now func() time.Time) *Maker {
	return &Maker{Open: open, cache: cache{dir, now}, turn: make(chan struct{}, 1)}
}

// made gives what was kept, or makes it when it is its turn.
func (m *Maker) made(ctx context.Context, f File, kind string, build func(context.Context, io.Reader) ([]byte, error)) ([]byte, error) {
	if body, ok := m.cache.get(f.Hash, kind); ok {
		return body, nil
	}
	select {
	case m.turn <- struct{}{}:
		defer func() { <-m.turn }()
	case <-ctx.Done():
		return nil, ErrBusy
	}
	if body, ok := m.cache.get(f.Hash, kind); ok { // somebody else asked for it
		return body, nil
	}
	body, err := m.build(ctx, f, build)
	if err != nil {
		return nil, err
	}
	return body, m.cache.put(f.Hash, kind, body)
}

// build reads the file to its end, so that its hash is checked whatever the
// decoder wants of it.
func (m *Maker) build(ctx context.Context, f File, build func(context.Context, io.Reader) ([]byte, error)) (body []byte, err error) {
	r, err := m.Open(ctx, f.Hash, f.Size)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	body, err = build(ctx, r)
	if _, rest := io.Copy(io.Discard, r); rest != nil {
		return nil, rest
	}
	return body, err
}

// Sweep removes what was looked at longest ago, until no more than most bytes
// are kept.
func (m *Maker) Sweep(most int64) error { return m.cache.sweep(most) }
