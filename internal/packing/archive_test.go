package packing

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// noFiles is a store that has nothing.
type noFiles struct{}

func (noFiles) Open(context.Context, string, int64) (io.ReadCloser, error) {
	return nil, os.ErrNotExist
}

func archived(t *testing.T) []byte {
	t.Helper()
	a := Archive{Title: "市水务局", On: "2026-07-06"}
	a.Add(Item{Organisation: "市水务局", Group: "整改报告", Title: "报告<一>", Name: strings.Repeat("很长的题名", 40) + ".docx", Body: []byte("报告")})
	a.Add(Item{Organisation: "市水务局", Group: "佐证材料", Title: "照片", Name: "../../../外面.jpg", Body: []byte("照片")})
	a.Add(Item{Organisation: "市水务局", Group: "佐证材料", Title: "丢了的", Name: "丢.pdf", Hash: "00", Size: 1})
	a.Add(Item{Organisation: "市水务局", Group: "佐证材料", Title: "凭证", Name: "凭证.pdf", Body: []byte("%PDF-1.4\n1 0 obj<</Type/Pages/Count 37>>endobj")})
	a.Leave("会议纪要", "发文字号")
	var b bytes.Buffer
	damaged, err := WriteArchive(t.Context(), &b, noFiles{}, &a, func() {})
	if err != nil || damaged != 1 {
		t.Fatalf("%d damaged, %v", damaged, err)
	}
	return b.Bytes()
}

// rewritten is the archive with its files changed by f, which gives "" for one
// to leave out.
func rewritten(t *testing.T, body []byte, f func(name, content string) (string, string)) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, one := range z.File {
		r, err := one.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		name, text := f(one.Name, string(content))
		if name == "" {
			continue
		}
		if err := put(out, name, strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAFilingPackageIsCheckedWithoutTheProgram(t *testing.T) {
	body := archived(t)
	check := func(body []byte) Checked {
		t.Helper()
		c, err := Check(bytes.NewReader(body), int64(len(body)))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	if c := check(body); !c.OK() || c.Files != 4 {
		t.Errorf("untouched: %+v", c)
	}
	same := func(name, text string) (string, string) { return name, text }
	if c := check(rewritten(t, body, same)); !c.OK() {
		t.Errorf("packed anew: %+v", c)
	}
	is := func(name string) bool { return strings.HasSuffix(name, "外面.jpg") }
	for what, f := range map[string]func(name, text string) (string, string){
		"changed": func(name, text string) (string, string) {
			if is(name) {
				return name, text + "x"
			}
			return name, text
		},
		"missing": func(name, text string) (string, string) {
			if is(name) {
				return "", ""
			}
			return name, text
		},
		"added": func(name, text string) (string, string) {
			if is(name) {
				return "市水务局/佐证材料/别的.jpg", text
			}
			return name, text
		},
	} {
		if c := check(rewritten(t, body, f)); c.OK() {
			t.Errorf("%s was not found", what)
		}
	}
	if _, err := Check(bytes.NewReader(rewritten(t, body, func(name, text string) (string, string) {
		if name == Sums {
			return "", ""
		}
		return name, text
	})), int64(len(body))); err == nil {
		t.Error("an archive without hashes is a filing package")
	}
}

func TestTheNamesOfAFilingPackageFitEverySystem(t *testing.T) {
	body := archived(t)
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if !filepath.IsLocal(f.Name) {
			t.Errorf("%s leads out", f.Name)
		}
		for part := range strings.SplitSeq(f.Name, "/") {
			if len(part) > 255 {
				t.Errorf("%s is too long", part)
			}
		}
	}
	index, err := z.Open("index.html")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(index)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"报告&lt;一&gt;", "会议纪要：发文字号", "文件损坏，未能归档", `href="./`, `<td class="num">37</td>`, `<td class="num">—</td>`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the index lacks %s", want)
		}
	}
}

// TestTheNamesOfAFilingPackageSurviveUnzip: what unpacks by the system of the
// maker must take it for Unix, where names are UTF-8.
func TestTheNamesOfAFilingPackageSurviveUnzip(t *testing.T) {
	body := archived(t)
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.CreatorVersion>>8 != 3 || f.Mode().Perm() != 0o644 {
			t.Errorf("%s was made on system %d, mode %v", f.Name, f.CreatorVersion>>8, f.Mode())
		}
	}
}
