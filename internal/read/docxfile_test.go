package read

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// wordNS declares what the parts of a document in tests use.
const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// archiveOf zips parts, given as name and content in turn.
func archiveOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// docxOf is a Word document with the given body, and further parts.
func docxOf(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	return archiveOf(t, append([]string{
		"word/document.xml", `<?xml version="1.0"?><w:document ` + wordNS + `><w:body>` + body + `</w:body></w:document>`,
	}, parts...)...)
}

// para is a paragraph of plain text.
func para(text string) string { return `<w:p>` + wrun(text) + `</w:p>` }

func wrun(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

// listed is a paragraph that Word numbers by itself.
func listed(num, level int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>`, level, num, wrun(text))
}

// lvl is one level of a list definition.
func lvl(level int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, level, format, text, more)
}

// numberingPart is a numbering.xml in which instance i+1 uses definition i.
func numberingPart(defs ...string) string {
	var b strings.Builder
	b.WriteString(`<w:numbering ` + wordNS + `>`)
	for i, d := range defs {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, i, d)
	}
	for i := range defs {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, i+1, i)
	}
	return b.String() + `</w:numbering>`
}

// usualList is the list of official paper: 一、（一）1.（1）①.
var usualList = lvl(0, "chineseCounting", "%1、", "") + lvl(1, "chineseCountingThousand", "（%2）", "") +
	lvl(2, "decimal", "%3.", "") + lvl(3, "decimal", "（%4）", "") + lvl(4, "decimalEnclosedCircle", "%5", "")

// textOf is the text of a document's lines, one below the other.
func textOf(t *testing.T, data []byte) string {
	t.Helper()
	var texts []string
	for _, l := range mustParse(t, "t.docx", data).Lines {
		texts = append(texts, l.Text)
	}
	return strings.Join(texts, "\n")
}
