package blob_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"

	"bihuan/internal/blob"
	"bihuan/internal/fault"
)

// cut is a connection that breaks after its bytes.
func cut(b []byte) io.Reader { return io.MultiReader(bytes.NewReader(b), broken{}) }

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("cut") }

func TestAFileInPartsGoesOnWhereItBroke(t *testing.T) {
	dir := t.TempDir()
	s, err := blob.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	whole := []byte(strings.Repeat("佐证材料", 5000))
	sum := sha256.Sum256(whole)
	hash, size := hex.EncodeToString(sum[:]), int64(len(whole))
	if n, err := s.Append(t.Context(), "u1", 0, cut(whole[:700]), size); err == nil || n != 700 {
		t.Fatalf("a cut part: %d, %v", n, err)
	}
	if s, err = blob.Open(dir); err != nil { // the server restarts
		t.Fatal(err)
	}
	if err := s.Sweep(); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Append(t.Context(), "u1", 0, bytes.NewReader(whole), size); !fault.Is(err, fault.Conflict) || n != 700 {
		t.Errorf("from the start again: %d, %v", n, err)
	}
	if _, err := s.Complete("u1", hash, size); !fault.Is(err, fault.Conflict) {
		t.Errorf("complete too early: %v", err)
	}
	if n, err := s.Append(t.Context(), "u1", 700, bytes.NewReader(whole[700:]), size); err != nil || n != size {
		t.Fatalf("the rest: %d, %v", n, err)
	}
	for range 2 { // the second time it is done already
		f, err := s.Complete("u1", hash, size)
		if err != nil || f.Hash != hash || f.Size != size || s.Check(hash, size) != nil {
			t.Fatalf("%+v, %v", f, err)
		}
	}
	if left, err := s.Parts(); err != nil || len(left) != 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
}

func TestPartsThatAreNotTheFileAreThrownAway(t *testing.T) {
	s, err := blob.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte("right"))
	if _, err := s.Append(t.Context(), "u1", 0, strings.NewReader("wrong"), 5); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Complete("u1", hex.EncodeToString(sum[:]), 5); !fault.Is(err, fault.Invalid) {
		t.Errorf("another content: %v", err)
	}
	if n, err := s.Arrived("u1"); n != 0 || err != nil {
		t.Errorf("%d bytes stay, %v", n, err)
	}
	if _, err := s.Append(t.Context(), "u2", 0, strings.NewReader("too long"), 5); !fault.Is(err, fault.TooLarge) {
		t.Errorf("more than was said: %v", err)
	}
	if _, err := s.Append(t.Context(), "../u", 0, strings.NewReader("x"), 1); !fault.Is(err, fault.NotFound) {
		t.Errorf("an id that points elsewhere: %v", err)
	}
}
