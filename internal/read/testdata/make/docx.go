package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

const docxSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="wps"`

// docxWriter gathers the parts of one Word file.
type docxWriter struct {
	runs      int // characters a run, 0 for whole texts
	notes     []string
	comments  []string
	endnotes  []string
	revisions int
}

func (s *spec) docx() ([]byte, error) {
	w := &docxWriter{}
	w.runs, _ = strconv.Atoi(s.head["runs"])
	var body strings.Builder
	toc := false
	for _, b := range s.blocks {
		if b.directive != "" {
			if b.directive == "toc" {
				toc = true
				continue
			}
			body.WriteString(w.directive(b, s))
			continue
		}
		p := w.paragraph(b)
		if toc {
			p = strings.Replace(p, "<w:r>", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>`, 1)
			toc = false
		}
		body.WriteString(p)
	}
	document := `<w:document ` + docxSpaces + `><w:body>` + body.String() +
		`<w:sectPr><w:headerReference w:type="default" r:id="rId8"/><w:footerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`
	parts := [][2]string{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", relationships("rId1", "officeDocument", "word/document.xml")},
		{"word/document.xml", document},
		{"word/_rels/document.xml.rels", relationships("rId1", "styles", "styles.xml", "rId2", "numbering", "numbering.xml",
			"rId3", "footnotes", "footnotes.xml", "rId4", "comments", "comments.xml", "rId5", "endnotes", "endnotes.xml",
			"rId8", "header", "header1.xml", "rId9", "footer", "footer1.xml")},
		{"word/styles.xml", stylesPart(s.head["styles"])},
		{"word/numbering.xml", numberingPart(s.nums)},
		{"word/footnotes.xml", notesPart("footnotes", "footnote", w.notes)},
		{"word/endnotes.xml", notesPart("endnotes", "endnote", w.endnotes)},
		{"word/comments.xml", notesPart("comments", "comment", w.comments)},
		{"word/header1.xml", `<w:hdr ` + docxSpaces + `><w:p><w:r><w:t>` + escaped(s.head["header"]) + `</w:t></w:r></w:p></w:hdr>`},
		{"word/footer1.xml", `<w:ftr ` + docxSpaces + `><w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p></w:ftr>`},
	}
	return zipped(parts)
}

// directive writes what is not a paragraph.
func (w *docxWriter) directive(b *block, s *spec) string {
	switch b.directive {
	case "table":
		return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/>` + b.arg + `</w:tcPr>`
	case "cell":
		return `</w:tc><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/>` + b.arg + `</w:tcPr>`
	case "tr":
		return `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/>` + b.arg + `</w:tcPr>`
	case "/table":
		return `</w:tc></w:tr></w:tbl>`
	case "sdt":
		return `<w:sdt><w:sdtPr><w:alias w:val="内容"/><w:tag w:val="c"/></w:sdtPr><w:sdtContent>`
	case "/sdt":
		return `</w:sdtContent></w:sdt>`
	case "/toc":
		return `<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
	case "box":
		return w.box(b.arg)
	case "vml":
		return `<w:p><w:r><w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent>` + w.paragraphs(b.arg) + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
	case "sect":
		return `<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>`
	case "grid":
		n, _ := strconv.Atoi(b.arg)
		return w.grid(s.sheets[n])
	case "blank":
		return `<w:p/>`
	}
	return ""
}

func (w *docxWriter) paragraphs(text string) string {
	var b strings.Builder
	for _, t := range strings.Split(text, `\n`) {
		b.WriteString(w.paragraph(&block{text: t}))
	}
	return b.String()
}

// box is a text box as Word writes it: the drawing, and its like in VML for
// older programs. It is read once.
func (w *docxWriter) box(text string) string {
	content := `<w:txbxContent>` + w.paragraphs(text) + `</w:txbxContent>`
	return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="5000000" cy="900000"/>` +
		`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>` + content +
		`</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>` +
		content + `</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

func (w *docxWriter) paragraph(b *block) string {
	var props string
	if b.style != "" {
		props += `<w:pStyle w:val="` + b.style + `"/>`
	}
	if num, level, ok := strings.Cut(b.num, ":"); ok && (b.style == "" || num == "0") {
		props += `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr>`
	}
	var runs strings.Builder
	rest := b.text
	for {
		at := inlineForm.FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		runs.WriteString(w.run(rest[:at[0]]))
		runs.WriteString(w.inline(rest[at[2]:at[3]], rest[at[4]:at[5]], &props))
		rest = rest[at[1]:]
	}
	runs.WriteString(w.run(rest))
	return `<w:p><w:pPr>` + props + `</w:pPr>` + runs.String() + `</w:p>`
}

// run writes a text, in as many runs as the declaration asks for.
func (w *docxWriter) run(text string) string {
	var b strings.Builder
	for text != "" {
		piece := text
		if w.runs > 0 {
			piece = firstRunes(text, w.runs)
		}
		text = text[len(piece):]
		b.WriteString(`<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr><w:t xml:space="preserve">` + escaped(piece) + `</w:t></w:r>`)
		if w.runs > 0 && text != "" {
			b.WriteString(`<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>`)
		}
	}
	return b.String()
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// inline writes what ⟪…⟫ stands for.
func (w *docxWriter) inline(code, text string, props *string) string {
	w.revisions++
	who := fmt.Sprintf(` w:id="%d" w:author="审稿人" w:date="2026-03-01T08:00:00Z"`, 900+w.revisions)
	switch code {
	case "+":
		return `<w:ins` + who + `>` + w.run(text) + `</w:ins>`
	case "-":
		return `<w:del` + who + `><w:r><w:delText xml:space="preserve">` + escaped(text) + `</w:delText></w:r></w:del>`
	case "h":
		return `<w:r><w:rPr><w:vanish/></w:rPr><w:t>` + escaped(text) + `</w:t></w:r>`
	case "f":
		w.notes = append(w.notes, text)
		return fmt.Sprintf(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, len(w.notes))
	case "n":
		w.endnotes = append(w.endnotes, text)
		return fmt.Sprintf(`<w:r><w:endnoteReference w:id="%d"/></w:r>`, len(w.endnotes))
	case "c":
		w.comments = append(w.comments, text)
		id := len(w.comments)
		return fmt.Sprintf(`<w:commentRangeStart w:id="%d"/><w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>`, id, id, id)
	case "b":
		return `<w:r><w:br/></w:r>`
	case "p":
		return `<w:r><w:lastRenderedPageBreak/></w:r>`
	case "l": // a link
		return `<w:hyperlink w:anchor="x">` + w.run(text) + `</w:hyperlink>`
	case "e": // a field with its result
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _x \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
			w.run(text) + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	case "t":
		return `<w:r><w:tab/></w:r>`
	case "s":
		return `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">` + w.run(text) + `</w:smartTag>`
	case "k":
		return `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>` + w.run(text) + `</w:sdtContent></w:sdt>`
	case "u": // base text with its reading above it
		return `<w:r><w:ruby><w:rt><w:r><w:t>zhù</w:t></w:r></w:rt><w:rubyBase>` + w.run(text) + `</w:rubyBase></w:ruby></w:r>`
	case "d": // the end of the paragraph was deleted: it runs into the next
		*props += `<w:rPr><w:del` + who + `/></w:rPr>`
	case "m": // moved away
		return `<w:moveFrom` + who + `><w:r><w:t>` + escaped(text) + `</w:t></w:r></w:moveFrom>`
	}
	return ""
}

func escaped(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil || !utf8.ValidString(s) {
		return ""
	}
	return strings.ReplaceAll(b.String(), "&#xA;", "\n")
}

func notesPart(root, each string, texts []string) string {
	var b strings.Builder
	for i, t := range texts {
		fmt.Fprintf(&b, `<w:%s w:id="%d" w:author="审稿人"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:%s>`, each, i+1, escaped(t), each)
	}
	return `<w:` + root + ` ` + docxSpaces + `>` + b.String() + `</w:` + root + `>`
}

const docxTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
	`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>` +
	`<Override PartName="/word/endnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/>` +
	`<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`

// relationships takes id, type and target in turns.
func relationships(of ...string) string {
	var b strings.Builder
	for i := 0; i+2 < len(of); i += 3 {
		b.WriteString(`<Relationship Id="` + of[i] + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + of[i+1] + `" Target="` + of[i+2] + `"/>`)
	}
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + b.String() + `</Relationships>`
}

// zipped writes the parts in order; the same parts always give the same bytes.
func zipped(parts [][2]string) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + p[1])); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
