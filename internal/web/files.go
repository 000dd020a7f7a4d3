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
	// Open gives a file whose length and hash are checked while it is read.
	Open(ctx context.Context, hash string, size int64) (io.ReadCloser, error)
}
