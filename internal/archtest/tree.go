// Package archtest holds the rules of the house (docs/architecture.md) as data
// and a test that reads the files themselves, so that no cached build hides a
// violation.
package archtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// module is the name that our own import paths begin with.
const module = "bihuan"

// File is one Go file of the house.
type File struct {
	Path      string // from the root of the repository, with slashes
	Package   string // internal/domain/work
	Imports   []string
	Lines     int
	Test      bool // a _test.go file
	Generated bool
	Syntax    *ast.File
	Positions *token.FileSet
}

// Ours reports whether an import is a package of the house, and which.
func Ours(path string) (string, bool) { return strings.CutPrefix(path, module+"/") }

// Read parses every Go file below the root.
func Read(root string) ([]File, error) {
	var out []File
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules" || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go"):
			return nil
		}
		f, err := readFile(root, path)
		out = append(out, f)
		return err
	})
	return out, err
}

func readFile(root, path string) (File, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return File{}, err
	}
	rel, err := filepath.Rel(root, path)
	if err != nil {
		return File{}, err
	}
	f := File{Path: filepath.ToSlash(rel), Lines: strings.Count(string(text), "\n"), Test: strings.HasSuffix(path, "_test.go"),
		Positions: token.NewFileSet()}
	f.Package = filepath.ToSlash(filepath.Dir(rel))
	f.Syntax, err = parser.ParseFile(f.Positions, f.Path, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", rel, err)
	}
	f.Generated = ast.IsGenerated(f.Syntax)
	for _, i := range f.Syntax.Imports {
		name, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return File{}, fmt.Errorf("%s: %w", rel, err)
		}
		f.Imports = append(f.Imports, name)
	}
	return f, nil
}
