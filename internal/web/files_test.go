package web_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"sync"

	"bihuan/internal/fault"
	"bihuan/internal/web"
)

// shelf keeps uploaded files in memory.
type shelf struct {
	sync.Mutex
	files map[string][]byte
}

// stored is the shelf of all visitors.
var stored = &shelf{files: map[string][]byte{}}

// Put implements web.Files.
func (s *shelf) Put(_ context.Context, r io.Reader, limit int64) (web.Stored, error) {
	body, err := io.ReadAll(io.LimitReader(r, limit))
	if err != nil {
		return web.Stored{}, err
	}
	sum := sha256.Sum256(body)
	hash := hex.EncodeToString(sum[:])
	s.Lock()
	defer s.Unlock()
	s.files[hash] = body
	return web.Stored{Hash: hash, Size: int64(len(body)), MIME: http.DetectContentType(body)}, nil
}

// Open implements web.Files.
func (s *shelf) Open(_ context.Context, hash string, size int64) (io.ReadCloser, error) {
	s.Lock()
	defer s.Unlock()
	body, ok := s.files[hash]
	if !ok || int64(len(body)) != size {
		return nil, fault.New(fault.NotFound, "fault.not-found")
	}
	return io.NopCloser(bytes.NewReader(body)), nil
}

// Arrived implements web.Files.
func (s *shelf) Arrived(_ context.Context, id string) (int64, error) {
	s.Lock()
	defer s.Unlock()
	return int64(len(s.files["part "+id])), nil
}

// Append implements web.Files.
func (s *shelf) Append(_ context.Context, id string, offset int64, r io.Reader, _ int64) (int64, error) {
	body, err := io.ReadAll(r)
	s.Lock()
	defer s.Unlock()
	have := s.files["part "+id]
	if int64(len(have)) != offset {
		return int64(len(have)), fault.New(fault.Conflict, "upload.offset", len(have))
	}
	s.files["part "+id] = append(have, body...)
	return offset + int64(len(body)), err
}

// Complete implements web.Files.
func (s *shelf) Complete(ctx context.Context, id, hash string, size int64) (web.Stored, error) {
	s.Lock()
	body := s.files["part "+id]
	delete(s.files, "part "+id)
	s.Unlock()
	stored, err := s.Put(ctx, bytes.NewReader(body), size)
	if err == nil && stored.Hash != hash {
		err = fault.New(fault.Invalid, "upload.damaged")
	}
	return stored, err
}
