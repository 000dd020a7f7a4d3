package server

import (
	"context"
	"io"

	"bihuan/internal/blob"
	"bihuan/internal/web"
)

// files shows the file store as the pages know it.
type files struct{ store *blob.Store }

// Put implements web.Files.
func (f files) Put(ctx context.Context, r io.Reader, limit int64) (web.Stored, error) {
	put, err := f.store.Put(ctx, r, limit)
	return web.Stored{Hash: put.Hash, Size: put.Size, MIME: put.MIME}, err
}

// Arrived implements web.Files.
func (f files) Arrived(_ context.Context, id string) (int64, error) { return f.store.Arrived(id) }

// Append implements web.Files.
func (f files) Append(ctx context.Context, id string, offset int64, r io.Reader, size int64) (int64, error) {
	return f.store.Append(ctx, id, offset, r, size)
}

// Complete implements web.Files.
func (f files) Complete(_ context.Context, id, hash string, size int64) (web.Stored, error) {
	put, err := f.store.Complete(id, hash, size)
	return web.Stored{Hash: put.Hash, Size: put.Size, MIME: put.MIME}, err
}

// Open implements web.Files.
func (f files) Open(_ context.Context, hash string, size int64) (io.ReadCloser, error) {
	return f.store.Open(hash, size)
}

// wanted shows the file store to those who only read.
type wanted struct{ store *blob.Store }

// Open gives a file back.
func (w wanted) Open(_ context.Context, hash string, size int64) (io.ReadCloser, error) {
	return w.store.Open(hash, size)
}
