package gongwen

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
	"time"
)

// writer collects the XML of one part.
type writer struct {
	strings.Builder
	fonts    Fonts
	pictures []*Picture // of the part
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

// take returns what was written and starts anew.
func (w *writer) take() string {
	s := w.String()
	w.Reset()
	return s
}

// zipTime stamps every file of a package, so that equal papers are equal bytes.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// WriteDocx writes the paper as a .docx package. The same document gives the
// same bytes. Characters that XML cannot hold are written as U+FFFD. An error
// is one of out.
func WriteDocx(out io.Writer, d *Document) error {
	z := zip.NewWriter(out)
	for _, f := range docxFiles(d) {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: zipTime}
		entry, err := z.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(entry, f.content)
		}
		if err != nil {
			return fmt.Errorf("write %s of the paper: %w", f.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("close the paper: %w", err)
	}
	return nil
}

type docxFile struct{ name, content string }

func docxFiles(d *Document) []docxFile {
	w := &writer{fonts: d.Fonts.orDefault()}
	w.document(d)
	document := w.take()
	w.styles()
	styles := w.take()
	w.fontTable()
	fonts := w.take()
	w.core(d)
	return append([]docxFile{
		{"[Content_Types].xml", contentTypes(len(w.pictures) > 0)},
		{"_rels/.rels", packageRels()},
		{"word/document.xml", document},
		{"word/_rels/document.xml.rels", documentRels(w.pictures)},
		{"word/styles.xml", styles},
		{"word/settings.xml", settings()},
		{"word/fontTable.xml", fonts},
		{"word/footer1.xml", footer(pageNumber(true, 100))},
		{"word/footer2.xml", footer(pageNumber(false, 100))},
		{"word/footer3.xml", footer(turnedFooter(true))},
		{"word/footer4.xml", footer(turnedFooter(false))},
		{"word/footer5.xml", emptyFooter()},
		{"docProps/core.xml", w.take()},
		{"docProps/app.xml", app()},
	}, pictureFiles(w.pictures)...)
}

// document writes word/document.xml.
func (w *writer) document(d *Document) {
	w.put(xmlHead, `<w:document xmlns:w="`, nsMain, `" xmlns:r="`, nsRel, `"`, drawNS, `><w:body>`)
	sections := d.sections()
	last := len(sections) - 1
	for i, s := range sections {
		if i < last {
			s.close()
		}
		for _, n := range s.nodes {
			n.write(w)
		}
	}
	w.put(sections[last].props(), `</w:body></w:document>`)
}
