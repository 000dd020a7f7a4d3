package gongwen

import (
	"fmt"
	"strings"
)

// indent is in hundredths of a character; a negative first line hangs.
type indent struct{ left, right, first int }

// para is one paragraph as it will be written. Zero values leave the matter to
// the style.
type para struct {
	style    string
	keepNext bool
	listed   bool // between the text and the signature: the list of attachments
	rule     int  // red line under the paragraph, in eighths of a point
	tabs     []tab
	before   int // twips
	line     int // exact line height in twips
	ind      *indent
	align    string
	section  string // w:sectPr, where the paragraph ends a section
	pieces   []piece
}

type tab struct {
	kind string // left or right
	at   int    // twips
}

// node is a piece of the body: a paragraph or a table.
type node interface{ write(w *writer) }

func (p *para) write(w *writer) {
	w.put("<w:p><w:pPr>", p.props(), "</w:pPr>")
	for _, piece := range p.pieces {
		w.run(piece, styleFaces[p.style])
	}
	w.put("</w:p>")
}

// props writes the paragraph's properties in the order of the schema.
func (p *para) props() string {
	var b strings.Builder
	if p.style != "" {
		fmt.Fprintf(&b, `<w:pStyle w:val="%s"/>`, p.style)
	}
	if p.keepNext {
		b.WriteString("<w:keepNext/>")
	}
	if p.rule != 0 {
		fmt.Fprintf(&b, `<w:pBdr><w:bottom w:val="single" w:sz="%d" w:space="0" w:color="FF0000"/></w:pBdr>`, p.rule)
	}
	b.WriteString(tabProps(p.tabs))
	b.WriteString(spacingProps(p.before, p.line))
	if p.ind != nil {
		b.WriteString(p.ind.props())
	}
	if p.align != "" {
		fmt.Fprintf(&b, `<w:jc w:val="%s"/>`, p.align)
	}
	return b.String() + p.section
}

func tabProps(tabs []tab) string {
	if len(tabs) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("<w:tabs>")
	for _, t := range tabs {
		fmt.Fprintf(&b, `<w:tab w:val="%s" w:pos="%d"/>`, t.kind, t.at)
	}
	return b.String() + "</w:tabs>"
}

func spacingProps(before, line int) string {
	switch {
	case before == 0 && line == 0:
		return ""
	case line == 0:
		return fmt.Sprintf(`<w:spacing w:before="%d"/>`, before)
	default:
		return fmt.Sprintf(`<w:spacing w:before="%d" w:line="%d" w:lineRule="exact"/>`, before, line)
	}
}

// props gives every indent in characters, which Word and WPS follow, and in
// twips for programs that do not.
func (i indent) props() string {
	first, firstChars := "firstLine", i.first
	if i.first < 0 {
		first, firstChars = "hanging", -i.first
	}
	return fmt.Sprintf(`<w:ind w:leftChars="%d" w:left="%d" w:rightChars="%d" w:right="%d" w:%sChars="%d" w:%s="%d"/>`,
		i.left, chars(i.left), i.right, chars(i.right), first, firstChars, first, chars(firstChars))
}

// blank is an empty line of the grid.
func blank() *para { return &para{ind: &indent{}} }

// thinLine is the height of a paragraph that must be there and not be seen.
const thinLine = 20
