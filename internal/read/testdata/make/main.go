// Make writes the corpus: from each declaration under specs one file and,
// beside it, what a reader has to make of it. It knows nothing of the reader
// but the names of the fields in its JSON. README.md beside testdata says how a
// declaration is written.
//
//	go run ./internal/read/testdata/make            # all of specs
//	go run ./internal/read/testdata/make -in DIR -out DIR
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"bihuan/internal/read"
)

func main() {
	in := flag.String("in", "internal/read/testdata/make/specs", "folder of the declarations")
	out := flag.String("out", "internal/read/testdata", "folder that gets papers/ and ledgers/")
	flag.Parse()
	if err := makeAll(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func makeAll(in, out string) error {
	specs, err := filepath.Glob(filepath.Join(in, "*.spec"))
	if err != nil {
		return err
	}
	if len(specs) == 0 {
		return fmt.Errorf("no declarations in %s", in)
	}
	for _, name := range specs {
		if err := makeOne(name, out); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	fmt.Println(len(specs), "files written")
	return nil
}

func makeOne(name, out string) error {
	source, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	s, err := parseSpec(string(source))
	if err != nil {
		return err
	}
	data, err := s.bytes()
	if err != nil {
		return err
	}
	folder := filepath.Join(out, "papers")
	if s.paper.Kind == read.KindLedger || s.head["folder"] == "ledgers" {
		folder = filepath.Join(out, "ledgers")
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	path := filepath.Join(folder, s.paper.File)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	return writeJSON(path+".json", s.paper)
}

func writeJSON(path string, p *read.Paper) error {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	if err := out.Encode(p); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o600)
}

// bytes is the file in its format.
func (s *spec) bytes() ([]byte, error) {
	switch filepath.Ext(s.paper.File) {
	case ".txt":
		return encode(s.text(), s.head["encoding"])
	case ".csv":
		return encode(s.csv(), s.head["encoding"])
	case ".docx":
		return s.docx()
	case ".xlsx":
		return s.xlsx()
	}
	return nil, fmt.Errorf("no writer for %s", s.paper.File)
}
