package gongwen

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// unpack writes d and returns the parts of its package.
func unpack(t interface {
	Fatalf(string, ...any)
	Helper()
}, d *Document) map[string]string {
	t.Helper()
	var buf bytes.Buffer
	if err := WriteDocx(&buf, d); err != nil {
		t.Fatalf("WriteDocx: %v", err)
	}
	z, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		t.Fatalf("the package is no zip: %v", err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("open %s: %v", f.Name, err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("read %s: %v", f.Name, err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// textOf reads the text of a document part, with tabs and breaks, and fails
// unless the part is well-formed.
func textOf(content string) (string, error) {
	var b strings.Builder
	in := false
	d := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch e := token.(type) {
		case xml.StartElement:
			in = e.Name.Local == "t"
			if e.Name.Space == nsMain && e.Name.Local == "br" {
				b.WriteString("\n")
			}
		case xml.EndElement:
			in = false
		case xml.CharData:
			if in {
				b.Write(e)
			}
		}
	}
}

func goldenPapers() map[string]*Document {
	minimal := &Document{Title: WrapTitle("关于召开推进会的通知"), Number: Text("云市监办〔2026〕12号"), Addressee: Text("各科室"),
		Blocks:      []Block{P(Text("请于3月5日报送进展——含“三个清单”。")), Paragraph{Runs: Line{Text("特此通知。")}, Align: Left}},
		Attachments: []Attachment{{Title: Text("参会名单"), Blocks: []Block{P(Text("王喆、李镕、周堃"))}}},
		Signature:   &Signature{Names: []Run{Text("云岭市市场监督管理局办公室")}, Date: Text("2026年3月1日")}}
	return map[string]*Document{"upward": upwardReport(), "notice": minimal}
}

func TestDocumentMatchesGolden(t *testing.T) {
	for name, d := range goldenPapers() {
		t.Run(name, func(t *testing.T) {
			// One paragraph, row or section on a line keeps differences readable.
			got := strings.NewReplacer("<w:p>", "\n<w:p>", "<w:tr>", "\n<w:tr>", "<w:sectPr>", "\n<w:sectPr>").Replace(unpack(t, d)["word/document.xml"])
			file := filepath.Join("testdata", name+".document.xml")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("document.xml changed; look at it in an office program, then run with -update (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEveryPartIsWellFormedAndNamed(t *testing.T) {
	parts := unpack(t, upwardReport())
	for name, content := range parts {
		if _, err := textOf(content); err != nil {
			t.Errorf("%s is not well-formed: %v", name, err)
		}
		if strings.Contains(content, "theme") {
			t.Errorf("%s mentions a theme: theme fonts override the named ones", name)
		}
	}
	for _, p := range documentParts {
		if _, ok := parts["word/"+p.name]; !ok {
			t.Errorf("word/%s is related but absent", p.name)
		}
		if !strings.Contains(parts["[Content_Types].xml"], `"/word/`+p.name+`"`) {
			t.Errorf("word/%s has no content type", p.name)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	if err := errors.Join(WriteDocx(&a, upwardReport()), WriteDocx(&b, upwardReport())); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two writings of one document differ")
	}
}

func TestPageIsThatOfTheStandard(t *testing.T) {
	parts := unpack(t, plainReport())
	for _, want := range []string{
		`<w:pgSz w:w="11906" w:h="16838"/>`,
		`w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"`,
		`<w:docGrid w:linePitch="579" w:charSpace="-860"/>`,
	} {
		if !strings.Contains(parts["word/document.xml"], want) {
			t.Errorf("document.xml lacks %s", want)
		}
	}
	for _, font := range []string{"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"} {
		if !strings.Contains(parts["word/styles.xml"], `w:eastAsia="`+font+`"`) {
			t.Errorf("no style sets the East Asian font %s", font)
		}
	}
	if !strings.Contains(parts["word/settings.xml"], "<w:evenAndOddHeaders/>") {
		t.Error("even and odd footers are off")
	}
	if linePitch*linesPerPage > areaHeight {
		t.Error("22 lines are higher than the type area")
	}
	if !strings.Contains(parts["word/styles.xml"], bodySpacing) {
		t.Error("the characters are not narrowed")
	}
	if width := charsPerLine * (16*20 - 5); width > areaWidth {
		t.Errorf("28 characters take %d of %d twips", width, areaWidth)
	}
}

// TestNoTextIsLost holds for any text at every place of a paper: the package
// stays valid and holds the text, unprintable characters as U+FFFD.
func TestNoTextIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("喆镕堃𠮷“”——……]]><&\"'\x00\x1f\r\n\t\uFFFE😀👨‍👩‍👧a9、（）　 ")))).Draw(t, "text")
		places := map[string]*Document{
			"title":     {Title: []Run{Text(text)}},
			"head":      {Head: []Run{Text(text)}, Number: Text(text), Signatories: []Run{Text(text), Lack(text)}},
			"paragraph": {Blocks: []Block{P(Text(text), Run{Text: text, Style: Kai | Bold})}},
			"heading":   {Blocks: []Block{Heading{Level: 2, Text: Line{Text(text)}, Follow: Line{Text(text)}}}},
			"cell":      {Blocks: []Block{Table{Caption: Text(text), Unit: Text(text), Head: []Row{{C(Text(text))}}, Rows: []Row{{C(Text(text))}}}}},
			"end":       {Signature: &Signature{Names: []Run{Text(text)}, Date: Text(text)}, Note: Text(text)},
			"roll":      {Attendance: []Roll{{Label: text, Names: Line{Text(text)}}}},
			"letter":    {Letter: true, Head: []Run{Text(text)}, Number: Text(text), Secrecy: text},
			"imprint":   {Imprint: &Imprint{CopyTo: Text(text), Printer: Text(text)}},
			"attached":  {Attachments: []Attachment{{Title: Text(text), Blocks: []Block{P(Text(text))}}}, Author: text},
		}
		for place, d := range places {
			requireText(t, d, place, text)
		}
	})
}

func requireText(t *rapid.T, d *Document, place, text string) {
	for name, content := range unpack(t, d) {
		got, err := textOf(content)
		if err != nil {
			t.Fatalf("%s: %s is not well-formed: %v", place, name, err)
		}
		want := strings.ReplaceAll(clean(text), "\t", "")
		if name == "word/document.xml" && !strings.Contains(got, want) {
			t.Fatalf("%s: text %q is not in %q", place, want, got)
		}
	}
}

func TestMarksAndRareCharactersHaveTheirFonts(t *testing.T) {
	got := unpack(t, &Document{Blocks: []Block{P(Text("王喆说“好”——it’s 5项…"))}})["word/document.xml"]
	for text, attr := range map[string]string{
		"喆":   `w:eastAsia="仿宋"`,
		"“":   `w:ascii="仿宋_GB2312"`,
		"”——": `w:ascii="仿宋_GB2312"`,
		"…":   `w:ascii="仿宋_GB2312"`,
	} {
		run := got[:strings.Index(got, ">"+text+"</w:t>")]
		if run = run[strings.LastIndex(run, "<w:r>"):]; !strings.Contains(run, attr) || !strings.Contains(run, `w:hint="eastAsia"`) {
			t.Errorf("%s is set with %s, want %s", text, run, attr)
		}
	}
	if !strings.Contains(got, ">it&#39;s 5项</w:t>") && !strings.Contains(got, ">it’s 5项</w:t>") {
		t.Error("an English apostrophe broke its word apart")
	}
}

func TestMissingIsHighlighted(t *testing.T) {
	got := unpack(t, &Document{Signature: &Signature{Date: Lack("成文日期")}})["word/document.xml"]
	if !strings.Contains(got, `<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">【缺：成文日期】</w:t>`) {
		t.Errorf("the missing date is not highlighted in %s", got)
	}
}
