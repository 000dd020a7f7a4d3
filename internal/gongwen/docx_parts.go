package gongwen

import (
	"fmt"
	"strings"
	"time"
)

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsMain  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsRel   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPkg   = "http://schemas.openxmlformats.org/package/2006/"
	mimeDoc = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// part is a file of the package; rel and kind tie it to the document.
type part struct {
	name      string // below word/
	rel, kind string
}

var documentParts = []part{
	{"styles.xml", "rIdStyles", "styles"},
	{"settings.xml", "rIdSettings", "settings"},
	{"fontTable.xml", "rIdFonts", "fontTable"},
	{"footer1.xml", portraitFooters.odd, "footer"},
	{"footer2.xml", portraitFooters.even, "footer"},
	{"footer3.xml", landscapeFooters.odd, "footer"},
	{"footer4.xml", landscapeFooters.even, "footer"},
	{"footer5.xml", noFooters.odd, "footer"},
}

func contentTypes(pictures bool) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="` + nsPkg + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	if pictures {
		b.WriteString(`<Default Extension="png" ContentType="image/png"/>`)
	}
	b.WriteString(`<Override PartName="/word/document.xml" ContentType="` + mimeDoc + `document.main+xml"/>`)
	for _, p := range documentParts {
		fmt.Fprintf(&b, `<Override PartName="/word/%s" ContentType="%s%s+xml"/>`, p.name, mimeDoc, p.kind)
	}
	b.WriteString(`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`)
	return b.String()
}

func packageRels() string {
	rel := func(id, kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"/>`, id, kind, target)
	}
	return xmlHead + `<Relationships xmlns="` + nsPkg + `relationships">` +
		rel("rId1", nsRel+"/officeDocument", "word/document.xml") +
		rel("rId2", nsPkg+"relationships/metadata/core-properties", "docProps/core.xml") +
		rel("rId3", nsRel+"/extended-properties", "docProps/app.xml") + `</Relationships>`
}

func documentRels(pictures []*Picture) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + nsPkg + `relationships">`)
	for _, p := range documentParts {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, p.rel, nsRel, p.kind, p.name)
	}
	return b.String() + pictureRels(pictures) + `</Relationships>`
}

// settings turn even and odd footers on and the squeezing of marks off, which
// would move characters off the grid.
func settings() string {
	return xmlHead + `<w:settings xmlns:w="` + nsMain + `"><w:zoom w:percent="100"/><w:evenAndOddHeaders/>` +
		`<w:drawingGridVerticalSpacing w:val="289"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>` +
		`<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>` +
		`<w:adjustLineHeightInTable/><w:useFELayout/>` +
		`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>` +
		`</w:compat></w:settings>`
}

// fontTable gives every Chinese font the name of its stand-in, for machines
// that lack the official ones.
func (w *writer) fontTable() {
	w.put(xmlHead, `<w:fonts xmlns:w="`, nsMain, `">`)
	done := map[string]bool{}
	for f := faceBody; f <= faceSong; f++ {
		font := w.fonts.of(f)
		if done[font.Name] {
			continue
		}
		done[font.Name] = true
		fmt.Fprintf(w, `<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
			escape(clean(font.Name)), escape(clean(font.Rare)))
	}
	w.put("</w:fonts>")
}

// core writes docProps/core.xml.
func (w *writer) core(d *Document) {
	w.put(xmlHead, `<cp:coreProperties xmlns:cp="`, nsPkg, `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
		`<dc:title>`, escape(clean(d.titleText())), `</dc:title><dc:subject>`, escape(clean(d.Subject)), `</dc:subject><dc:creator>`,
		escape(clean(d.Author)), `</dc:creator>`)
	if !d.Created.IsZero() {
		stamp := d.Created.UTC().Format(time.RFC3339)
		fmt.Fprintf(w, `<dcterms:created xsi:type="dcterms:W3CDTF">%[1]s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%[1]s</dcterms:modified>`, stamp)
	}
	w.put(`</cp:coreProperties>`)
}

func (d *Document) titleText() string {
	var b strings.Builder
	for _, r := range d.Title {
		b.WriteString(r.String())
	}
	return b.String()
}

func app() string {
	return xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>gongwen</Application></Properties>`
}
