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

// Open implements web.Files.
func (f files) Open(_ context.Context, hash string, size int64) (io.ReadCloser, error) {
	return f.store.Open(hash, size)
}
