package locale_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/locale"
)

// tableOf finds what package store keeps: newTable("problem", …, func(p *work.Problem) …
var tableOf = regexp.MustCompile(`(?s)newTable\("(\w+)",.*?func\(\w+ \*(\w+)\.(\w+)\)`)

func TestTheAuditPageHasWordsForEverything(t *testing.T) {
	for _, p := range org.Permissions() {
		need(t, "permission."+string(p))
	}
	files, err := filepath.Glob("../store/*.go")
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range tableOf.FindAllStringSubmatch(string(text), -1) {
			tables++
			need(t, "noun."+m[1])
			for _, field := range fieldsOf(t, m[2], m[3]) {
				need(t, "column."+field)
			}
		}
	}
	if tables < 30 {
		t.Errorf("only %d tables found: the search is broken", tables)
	}
}

func need(t *testing.T, key string) {
	t.Helper()
	if !locale.Has(locale.Chinese, key) {
		t.Errorf("no message for %s", key)
	}
}

// fieldsOf lists the fields of a domain type that an audit entry shows.
func fieldsOf(t *testing.T, pkg, name string) []string {
	t.Helper()
	folder := "../domain/" + pkg
	if pkg == "signal" {
		folder = "../signal"
	}
	files, err := filepath.Glob(folder + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.Name == name {
				out = append(out, shown(spec)...)
			}
			return true
		})
	}
	if len(out) == 0 {
		t.Errorf("no fields found for %s.%s: the search is broken", pkg, name)
	}
	return out
}

func shown(spec *ast.TypeSpec) []string {
	record, ok := spec.Type.(*ast.StructType)
	if !ok {
		return nil
	}
	var out []string
	for _, f := range record.Fields.List {
		if f.Tag != nil && strings.Contains(f.Tag.Value, `json:"-"`) {
			continue
		}
		for _, n := range f.Names {
			out = append(out, n.Name)
		}
	}
	return out
}
