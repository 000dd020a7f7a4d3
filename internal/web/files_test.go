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
