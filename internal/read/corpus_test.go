package read

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the expected trees anew; read them before they are committed")

// TestCorpus reads every paper and ledger under testdata as it is expected
// beside it, in the words of the contract.
func TestCorpus(t *testing.T) {
	seen := 0
	for _, folder := range []string{"papers", "ledgers"} {
		entries, err := os.ReadDir(filepath.Join("testdata", folder))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if path := filepath.Join("testdata", folder, e.Name()); !strings.HasSuffix(path, ".json") {
				seen++
				t.Run(e.Name(), func(t *testing.T) { checkExpected(t, path) })
			}
		}
	}
	if seen < 9 {
		t.Errorf("only %d files in the corpus", seen)
	}
}

func checkExpected(t *testing.T, path string) {
	var got bytes.Buffer
	out := json.NewEncoder(&got)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	if err := out.Encode(mustParse(t, filepath.Base(path), mustRead(t, path))); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path+".json", got.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := mustRead(t, path+".json")
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("reads as\n%s", firstDifference(got.String(), string(want)))
	}
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
