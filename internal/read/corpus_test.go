package read_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/read"
	"bihuan/internal/read/agree"
)

var update = flag.Bool("update", false, "write the snapshots anew (testdata/snapshots.txt); read them before they are committed")

// TestCorpus reads every paper and ledger under testdata as it is declared
// beside it. What known-gaps.txt names is left to the score.
func TestCorpus(t *testing.T) {
	paths, err := agree.Corpus("testdata")
	if err != nil {
		t.Fatal(err)
	}
	snapshots, gaps := listed(t, "testdata/snapshots.txt"), listed(t, "testdata/known-gaps.txt")
	for _, path := range paths {
		name := filepath.Base(path)
		if slices.Contains(snapshots, name) {
			t.Run(name, func(t *testing.T) { checkSnapshot(t, path) })
			continue
		}
		known := slices.Contains(gaps, name)
		t.Run(name, func(t *testing.T) { checkDeclared(t, path, known) })
	}
	if len(paths) < len(snapshots)+len(gaps) {
		t.Errorf("only %d files in the corpus", len(paths))
	}
}

func listed(t *testing.T, path string) []string {
	t.Helper()
	names, err := agree.Names(path)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// checkDeclared holds a file against its declaration. One that is a known gap
// may differ, but has to leave the list once it agrees.
func checkDeclared(t *testing.T, path string, known bool) {
	r, err := agree.File(t.Context(), path)
	switch {
	case err != nil:
		t.Fatal(err)
	case known && len(r.Differences) == 0:
		t.Error("agrees now: take it out of testdata/known-gaps.txt")
	case !known && len(r.Differences) > 0:
		t.Errorf("reads otherwise than declared:\n%s", strings.Join(r.Differences, "\n"))
	}
}

// checkSnapshot holds a file against what the reader once made of it, read by
// a person before it was committed, to the byte.
func checkSnapshot(t *testing.T, path string) {
	got := encoded(t, path)
	if *update {
		if err := os.WriteFile(path+".json", got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("reads as\n%s", firstDifference(string(got), string(want)))
	}
}

// encoded is a file as the contract writes it.
func encoded(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := read.Parse(t.Context(), filepath.Base(path), bytes.NewReader(data), int64(len(data)), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	if err := out.Encode(p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// firstDifference shows where two texts part.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "line " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer than the other"
}
