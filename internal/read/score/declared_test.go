package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestExpectationsAreAsDeclared makes the corpus anew and compares: nobody
// mends an expectation to what the reader happens to say.
func TestExpectationsAreAsDeclared(t *testing.T) {
	dir := t.TempDir()
	out, err := exec.Command("go", "run", "../testdata/make", "-in", "../testdata/make/specs", "-out", dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	made, err := filepath.Glob(filepath.Join(dir, "*", "*.json"))
	if err != nil || len(made) < 60 {
		t.Fatalf("%d made, %v", len(made), err)
	}
	for _, path := range made {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("../testdata", name))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what its declaration makes (%v): go run ./internal/read/testdata/make", name, err)
		}
	}
}
