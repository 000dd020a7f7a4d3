package ui_test

import (
	"bytes"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/a-h/templ/generator"
	parser "github.com/a-h/templ/parser/v2"
)

// The generated files are committed, so that building needs Go alone; they must be those that the
// templates give.
func TestGeneratedFilesAreUpToDate(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".templ") {
			return err
		}
		want, err := generate(path)
		if err != nil {
			return err
		}
		got, err := os.ReadFile(strings.TrimSuffix(path, ".templ") + "_templ.go")
		if err != nil {
			return err
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: run go tool templ generate -path internal/web", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func generate(path string) ([]byte, error) {
	file, err := parser.Parse(path)
	if err != nil {
		return nil, err
	}
	name, err := filepath.Rel("..", path)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	named := generator.WithFileName(filepath.ToSlash(name))
	if _, err := generator.Generate(file, &out, generator.WithVersion(templ.Version()), named); err != nil {
		return nil, err
	}
	return format.Source(out.Bytes())
}
