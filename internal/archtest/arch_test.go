package archtest

import (
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"
)

func house(t *testing.T) []File {
	t.Helper()
	files, err := Read("../..")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 50 {
		t.Fatalf("only %d files found", len(files))
	}
	return files
}

func TestImportsPointDown(t *testing.T) {
	for _, f := range house(t) {
		if f.Test {
			continue
		}
		for _, i := range f.Imports {
			imported, ours := Ours(i)
			if !ours {
				continue
			}
			for _, r := range rules {
				if r.breaks(f, imported) {
					t.Errorf("%s imports %s: %s", f.Path, imported, r.why)
				}
			}
			if anyCovers(kits, imported) && !anyCovers(kits, f.Package) {
				t.Errorf("%s imports %s, which is for tests", f.Path, imported)
			}
		}
	}
}

func TestRulesSpeakOfPackagesThatAreThere(t *testing.T) {
	known := map[string]bool{}
	for _, f := range house(t) {
		for p := f.Package; p != "."; p = path.Dir(p) {
			known[p] = true
		}
	}
	for _, r := range rules {
		if pkg := strings.TrimSuffix(r.pkg, "/..."); !known[pkg] {
			t.Errorf("a rule speaks of %s, which is not there", pkg)
		}
	}
}

func TestPackagesAreNamedForWhatTheyHold(t *testing.T) {
	for _, f := range house(t) {
		if slices.Contains(drawers, path.Base(f.Package)) || slices.Contains(drawers, f.Syntax.Name.Name) {
			t.Errorf("%s: the package's name says nothing", f.Path)
		}
	}
}

func TestHalfOfAllFilesAreShort(t *testing.T) {
	var lengths []int
	for _, f := range house(t) {
		if !f.Generated {
			lengths = append(lengths, f.Lines)
		}
	}
	slices.Sort(lengths)
	if median := lengths[len(lengths)/2]; median >= 150 {
		t.Errorf("half of the %d files have %d lines or more", len(lengths), median)
	}
}

func TestEveryPackageSaysWhatItHolds(t *testing.T) {
	said := map[string]bool{}
	for _, f := range house(t) {
		if !f.Test {
			said[f.Package] = said[f.Package] || f.Syntax.Doc != nil
		}
	}
	for pkg, ok := range said {
		if !ok {
			t.Errorf("%s has no package comment", pkg)
		}
	}
}

// TestNobodyAsksForTheTime holds that time comes in from outside, that library
// code does not panic, and that nothing happens by being imported.
func TestNobodyAsksForTheTime(t *testing.T) {
	for _, f := range house(t) {
		if f.Test || f.Generated {
			continue
		}
		edge := anyCovers(edges, f.Package) || f.Syntax.Name.Name == "main"
		ast.Inspect(f.Syntax, func(n ast.Node) bool {
			if what := forbidden(n, edge); what != "" {
				t.Errorf("%s: %s", f.Positions.Position(n.Pos()), what)
			}
			return true
		})
	}
}

func forbidden(n ast.Node, edge bool) string {
	switch n := n.(type) {
	case *ast.SelectorExpr:
		pkg, ok := n.X.(*ast.Ident)
		if ok && !edge && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Until"}, n.Sel.Name) {
			return "asks for the time; take it from outside"
		}
	case *ast.CallExpr:
		if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "panic" && !breaksOff(n) {
			return "panics; give an error back"
		}
	case *ast.FuncDecl:
		if n.Recv == nil && n.Name.Name == "init" {
			return "does something by being imported"
		}
	}
	return ""
}

// breaksOff: net/http has no other way to cut an answer short.
func breaksOff(call *ast.CallExpr) bool {
	s, ok := call.Args[0].(*ast.SelectorExpr)
	return ok && s.Sel.Name == "ErrAbortHandler"
}

// TestNothingIsSkippedSilently holds that only the test kit decides what a
// machine without the tools may leave out.
func TestNothingIsSkippedSilently(t *testing.T) {
	for _, f := range house(t) {
		if !f.Test {
			continue
		}
		ast.Inspect(f.Syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && slices.Contains([]string{"Skip", "Skipf", "SkipNow"}, s.Sel.Name) {
				t.Errorf("%s: a test skips itself", f.Positions.Position(n.Pos()))
			}
			return true
		})
	}
}

func TestExportedThingsAreExplained(t *testing.T) {
	for _, f := range house(t) {
		if f.Test || f.Generated {
			continue
		}
		for _, d := range f.Syntax.Decls {
			for _, name := range unexplained(d) {
				t.Errorf("%s: %s has no comment", f.Positions.Position(d.Pos()), name)
			}
		}
	}
}

// unexplained gives the exported names of a declaration that no comment
// explains; a comment on a group explains its members.
func unexplained(d ast.Decl) []string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && (d.Recv == nil || exportedReceiver(d.Recv)) {
			return []string{d.Name.Name}
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			return nil
		}
		var out []string
		for _, s := range d.Specs {
			out = append(out, unexplainedSpec(s)...)
		}
		return slices.DeleteFunc(out, func(name string) bool { return mentioned(d, name) })
	}
	return nil
}

// mentioned reports whether the comment of another member of the group speaks
// of the name.
func mentioned(d *ast.GenDecl, name string) bool {
	for _, s := range d.Specs {
		if v, ok := s.(*ast.ValueSpec); ok && strings.Contains(v.Doc.Text(), name) {
			return true
		}
	}
	return false
}

func unexplainedSpec(s ast.Spec) []string {
	var names []*ast.Ident
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.Doc == nil {
			names = []*ast.Ident{s.Name}
		}
	case *ast.ValueSpec:
		if s.Doc == nil && s.Comment == nil {
			names = s.Names
		}
	}
	var out []string
	for _, n := range names {
		if n.IsExported() {
			out = append(out, n.Name)
		}
	}
	return out
}

func exportedReceiver(fields *ast.FieldList) bool {
	t := fields.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	name, ok := t.(*ast.Ident)
	return ok && name.IsExported()
}
