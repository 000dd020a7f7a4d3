package read

import (
	"encoding/xml"
	"slices"
	"strings"
	"unicode/utf8"
)

// field is a Word field that is open: what it does, and whether its result has
// begun.
type field struct {
	code   string
	result bool
}

// inParagraph reads one element inside a w:p.
func (d *docx) inParagraph(p *paragraph, e xml.StartElement) error {
	switch e.Name.Local {
	case "pPr":
		return d.children(func(e xml.StartElement) error { return d.property(p, e) })
	case "r":
		return d.readRun(p)
	case "del", "moveFrom", "sdtPr", "Fallback":
		return d.skip()
	case "fldSimple":
		if isPageField(attr(e, "instr")) {
			return d.skip()
		}
		fallthrough
	case "ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo",
		"AlternateContent", "Choice", "oMath", "oMathPara":
		return d.children(func(e xml.StartElement) error { return d.inParagraph(p, e) })
	}
	return d.skip()
}

// property reads one element of w:pPr.
func (d *docx) property(p *paragraph, e xml.StartElement) error {
	switch e.Name.Local {
	case "pStyle":
		p.style = attr(e, "val")
		p.hidden = d.styles.isHidden(p.style)
	case "numPr":
		return d.children(func(e xml.StartElement) error { return d.property(p, e) })
	case "ilvl":
		p.level, p.hasLevel = smallNumber(attr(e, "val")), true
	case "numId":
		p.numID = attr(e, "val")
	case "outlineLvl":
		p.outline = outlineLevel(e)
	case "rPr":
		return d.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "del", "moveFrom":
				p.deleted = true
			case "vanish":
				p.deleted = p.deleted || isOn(e)
			}
			return d.skip()
		})
	}
	return d.skip()
}

// readRun reads a w:r that was just opened; hidden text is left out.
func (d *docx) readRun(p *paragraph) error {
	hidden, bold := p.hidden, false
	return d.children(func(e xml.StartElement) error {
		if e.Name.Local == "rPr" {
			return d.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "vanish":
					hidden = isOn(e)
				case "b":
					bold = isOn(e)
				case "rStyle":
					hidden = hidden || d.styles.isHidden(attr(e, "val"))
					bold = bold || d.styles.isBold(attr(e, "val"))
				}
				return d.skip()
			})
		}
		return d.inRun(p, e, hidden, bold)
	})
}

// inRun reads one element of a run.
func (d *docx) inRun(p *paragraph, e xml.StartElement, hidden, bold bool) error {
	add := func(s string) error {
		if hidden || d.inPageField() || d.inCode() {
			return nil
		}
		p.add(s, bold)
		return d.spend(utf8.RuneCountInString(s))
	}
	switch e.Name.Local {
	case "t":
		s, err := d.text()
		if err != nil {
			return err
		}
		return add(strings.ReplaceAll(s, "\n", " "))
	case "instrText":
		s, err := d.text()
		if n := len(d.fields); n > 0 && !d.fields[n-1].result {
			d.fields[n-1].code += s
		}
		return err
	case "fldChar":
		d.fieldChar(attr(e, "fldCharType"))
		p.contents = p.contents || d.inContents()
		return d.skip()
	}
	if s, ok := plainRun(e); ok {
		if err := add(s); err != nil {
			return err
		}
		return d.skip()
	}
	return d.inDrawing(p, e, hidden)
}

// plainRun gives the text for which an empty element stands. A page break
// stands for none: the sentence goes on after it.
func plainRun(e xml.StartElement) (string, bool) {
	switch e.Name.Local {
	case "tab", "ptab":
		return "\t", true
	case "br":
		if t := attr(e, "type"); t == "page" || t == "column" {
			return "", true
		}
		return "\n", true
	case "cr":
		return "\n", true
	case "noBreakHyphen":
		return "-", true
	case "sym":
		return symbol(attr(e, "font"), attr(e, "char")), true
	}
	return "", false
}

// inDrawing looks for text boxes inside drawings; their paragraphs become lines
// of their own after the paragraph that holds them.
func (d *docx) inDrawing(p *paragraph, e xml.StartElement, hidden bool) error {
	switch e.Name.Local {
	case "txbxContent":
		lines, err := d.collect(func() error { return d.children(d.block) })
		if !hidden {
			d.boxes = append(d.boxes, lines...)
		}
		return err
	case "ruby", "rubyBase":
		return d.children(func(e xml.StartElement) error { return d.inDrawing(p, e, hidden) })
	case "r":
		return d.readRun(p)
	case "delText", "rt", "rubyPr", "Fallback", "footnoteReference", "endnoteReference", "commentReference":
		return d.skip()
	}
	return d.children(func(e xml.StartElement) error { return d.inDrawing(p, e, hidden) })
}

// fieldChar follows the begin, middle and end of a complex field.
func (d *docx) fieldChar(kind string) {
	n := len(d.fields)
	switch {
	case kind == "begin" && n < maxDepth:
		d.fields = append(d.fields, field{})
	case kind == "separate" && n > 0:
		d.fields[n-1].result = true
	case kind == "end" && n > 0:
		d.fields = d.fields[:n-1]
	}
}

// inContents tells whether the reading is inside the result of a table of contents.
func (d *docx) inContents() bool {
	for _, f := range d.fields {
		if f.result && strings.HasPrefix(strings.TrimSpace(f.code), "TOC") {
			return true
		}
	}
	return false
}

// inCode tells whether the reading is inside what a field does, not what it
// prints.
func (d *docx) inCode() bool {
	return slices.ContainsFunc(d.fields, func(f field) bool { return !f.result })
}

// endCodes closes the fields whose result has not begun when a paragraph ends:
// their end is missing, and nothing after them may be lost.
func (d *docx) endCodes() {
	d.fields = slices.DeleteFunc(d.fields, func(f field) bool { return !f.result })
}

func (d *docx) inPageField() bool {
	n := len(d.fields)
	return n > 0 && d.fields[n-1].result && isPageField(d.fields[n-1].code)
}

// isPageField tells whether a field prints page numbers, which are no text.
func isPageField(code string) bool {
	words := strings.Fields(code)
	return len(words) > 0 && (words[0] == "PAGE" || words[0] == "NUMPAGES" || words[0] == "SECTIONPAGES")
}
