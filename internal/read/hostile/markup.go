package hostile

import (
	"strings"
	"testing"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// document is a Word document with the given body.
func document(t testing.TB, body part) []byte {
	return zipped(t, part{"word/document.xml", `<w:document ` + wordNS + `><w:body>` + strings.Repeat(body.text, max(body.times, 1)) + `</w:body></w:document>`, 1})
}

// markup are documents whose XML goes on without end, or reaches for other files.
func markup(t testing.TB) []File {
	laughs := `<!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈">`
	for c := 'b'; c < 'm'; c++ {
		laughs += `<!ENTITY ` + string(c) + ` "` + strings.Repeat("&"+string(c-1)+";", 10) + `">`
	}
	laughs += `]><d>&l;</d>`
	return []File{
		{"entities.docx", zipped(t, part{"word/document.xml", laughs, 1}), "read.damaged"},
		{"entities.xlsx", zipped(t, part{"xl/workbook.xml", laughs, 1}), "read.damaged"},
		{"outside.docx", zipped(t, part{"word/document.xml", `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>`, 1}), "read.damaged"},
		{"outside.xlsx", zipped(t, part{"xl/workbook.xml", `<!DOCTYPE d SYSTEM "http://127.0.0.1:1/d.dtd"><workbook/>`, 1}), "read.damaged"},
		{"deep.docx", document(t, part{text: "<w:tbl><w:tr><w:tc>", times: 200}), "read.damaged"},
		{"attributes.docx", document(t, part{text: "<w:p " + strings.Repeat(`a="" `, 1<<20) + "/>"}), "read.damaged"},
		{"name.docx", document(t, part{text: "<" + strings.Repeat("a", 2<<20) + "/>"}), "read.damaged"},
		{"text.docx", document(t, part{text: "<w:p><w:r><w:t>" + strings.Repeat("一", 9_000_000) + "</w:t></w:r></w:p>"}), "read."},
		{"columns.docx", document(t, part{text: `<w:tbl><w:tr>` + strings.Repeat(`<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>`, 20_000) + `</w:tr></w:tbl>`}), "read."},
	}
}
