package read

import (
	"encoding/xml"
	"path"
	"strings"
)

// readDocx gives the paragraphs of a Word document in reading order, their
// automatic marks printed.
func readDocx(a *archive, opts Options) ([]line, error) {
	main, err := mainPart(a)
	if err != nil {
		return nil, err
	}
	dir := path.Dir(main)
	d := &docx{opts: opts, watch: newWatch(a.ctx, opts), known: map[string]*Node{}, runesLeft: opts.MaxRunes, maxRunes: opts.MaxRunes, cellsLeft: opts.MaxCells, maxCells: opts.MaxCells}
	if d.styles, err = readStyles(a, dir+"/styles.xml"); err != nil {
		return nil, err
	}
	d.normal = d.styles.defaultID()
	if d.numbering, err = readNumbering(a, dir+"/numbering.xml"); err != nil {
		return nil, err
	}
	r, err := a.open(main)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	d.xmlReader = newXMLReader(r)
	if err := d.root(d.block); err != nil {
		return nil, err
	}
	d.endCarried()
	return d.lines, nil
}

// mainPart finds the part that holds the text, by the relations of the package.
func mainPart(a *archive) (string, error) {
	const usual = "word/document.xml"
	r, err := a.open("_rels/.rels")
	if err != nil {
		return "", err
	}
	defer r.Close()
	main := usual
	x := newXMLReader(r)
	err = x.root(func(e xml.StartElement) error {
		if strings.HasSuffix(attr(e, "Type"), "/officeDocument") {
			if target := strings.TrimPrefix(path.Clean(attr(e, "Target")), "/"); a.has(target) {
				main = target
			}
		}
		return x.skip()
	})
	if err != nil || !a.has(main) {
		return usual, err
	}
	return main, nil
}

// docx reads the body of a Word document.
type docx struct {
	*xmlReader
	styles    styles
	normal    string // the style of paragraphs that name none
	numbering *numbering
	lines     []line
	paragraph int // of the paragraph at hand, from 1
	fields    []field
	carried   string // text of a paragraph whose end mark was deleted
	carriedAt Source
	boxes     []line // text boxes of the paragraph at hand
	opts      Options
	watch     *watch
	known     map[string]*Node // problems of the ledgers, by their wording

	runesLeft, maxRunes int
	cellsLeft, maxCells int
}

// block reads an element that stands among paragraphs.
func (d *docx) block(e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		return d.readParagraph()
	case "tbl":
		return d.readTable()
	case "del", "moveFrom", "Fallback", "sectPr", "sdtPr":
		return d.skip()
	case "body", "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice":
		return d.children(d.block)
	}
	return d.skip()
}

// collect gives the lines that reading adds, and takes them out of the document.
func (d *docx) collect(reading func() error) ([]line, error) {
	outer, carried, at := d.lines, d.carried, d.carriedAt
	d.lines, d.carried = nil, ""
	err := reading()
	d.endCarried()
	inner := d.lines
	d.lines, d.carried, d.carriedAt = outer, carried, at
	return inner, err
}

// endCarried makes a line of text that no paragraph comes to take.
func (d *docx) endCarried() {
	if d.carried != "" {
		d.lines = append(d.lines, line{text: d.carried, source: d.carriedAt})
		d.carried = ""
	}
}

// spend counts text against the limit.
func (d *docx) spend(runes int) error {
	if d.runesLeft -= runes; d.runesLeft < 0 {
		return tooLarge("read.too-large.text", d.maxRunes)
	}
	return nil
}
