package web

import (
	"context"
	"io"
)

// Stored is a file that was put away.
type Stored struct {
	Hash string // SHA-256, hex
	Size int64
	MIME string // as sniffed from its content
}

// Files keeps uploaded files; package blob does it, package server joins them.
type Files interface {
	// Put streams a file of at most limit bytes to its place.
	Put(ctx context.Context, r io.Reader, limit int64) (Stored, error)
	// Arrived gives how many bytes of a file in parts are there for good.
	Arrived(ctx context.Context, id string) (int64, error)
	// Append adds to a file in parts from offset on, up to size bytes in all.
	Append(ctx context.Context, id string, offset int64, r io.Reader, size int64) (int64, error)
	// Complete makes the file of its parts, when they have the hash and size.
	Complete(ctx context.Context, id, hash string, size int64) (Stored, error)
	// Open gives a file whose length and hash are checked while it is read.
	Open(ctx context.Context, hash string, size int64) (io.ReadCloser, error)
}
