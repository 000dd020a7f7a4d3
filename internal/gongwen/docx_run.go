package gongwen

import (
	"fmt"
	"strings"
)

// look is how a run differs from the paragraph style that it stands in.
type look struct {
	face            face
	bold, underline bool
	red, marked     bool // marked is the highlight of a missing part
	size            int  // half points; 0 leaves the size of the style
	scale           int  // width of the characters in per cent; 0 is 100
}

// piece is text with one look, or a picture.
type piece struct {
	text    string
	look    look
	picture *Picture
}

// pieces turns runs into text with looks; base is the look of the paragraph.
func pieces(base look, runs ...Run) []piece {
	var out []piece
	for _, r := range runs {
		l := base.with(r.Style)
		if r.Text != "" {
			out = append(out, piece{text: clean(r.Text), look: l})
		}
		if r.Picture != nil {
			out = append(out, piece{picture: r.Picture})
		}
		if r.Missing != "" {
			l.marked = true
			out = append(out, piece{text: missingMark(clean(r.Missing)), look: l})
		}
	}
	return out
}

func (l look) with(s Style) look {
	l.bold = l.bold || s&Bold != 0
	l.underline = l.underline || s&Underline != 0
	switch {
	case s&Hei != 0:
		l.face = faceHei
	case s&Kai != 0:
		l.face = faceKai
	}
	return l
}

// run writes one piece as w:r elements, split where the font changes.
func (w *writer) run(p piece, styleFace face) {
	if p.picture != nil {
		w.picture(p.picture)
	}
	for _, s := range split(p.text) {
		fmt.Fprintf(w, "<w:r><w:rPr>%s%s</w:rPr>", w.runFonts(p.look.face, styleFace, s.script), p.look.props())
		w.runText(s.text)
		w.put("</w:r>")
	}
}

// runText writes text with its tabs and line breaks as elements.
func (w *writer) runText(text string) {
	for text != "" {
		i := strings.IndexAny(text, "\t\n")
		if i < 0 {
			i = len(text)
		}
		if i > 0 {
			w.put(`<w:t xml:space="preserve">`, escape(text[:i]), "</w:t>")
		}
		if i == len(text) {
			return
		}
		if text[i] == '\t' {
			w.put("<w:tab/>")
		} else {
			w.put("<w:br/>")
		}
		text = text[i+1:]
	}
}

// runFonts names the fonts where they differ from the style's. The hint makes
// Word take doubtful characters for Chinese; marks that other programs would
// still set in the Latin font have every slot named.
func (w *writer) runFonts(want, have face, s script) string {
	font := w.fonts.of(want)
	switch {
	case s == scriptPunct:
		return fontSlots(font.Name, font.Name)
	case s == scriptRare:
		return fontSlots(w.latin(want), font.Rare)
	case want != have:
		return fontSlots(w.latin(want), font.Name)
	default:
		return `<w:rFonts w:hint="eastAsia"/>`
	}
}

func fontSlots(latin, han string) string {
	return fmt.Sprintf(`<w:rFonts w:hint="eastAsia" w:ascii="%[1]s" w:eastAsia="%[2]s" w:hAnsi="%[1]s" w:cs="%[1]s"/>`,
		escape(clean(latin)), escape(clean(han)))
}

// latin is the font of ASCII text beside a typeface: page numbers stay in 宋体.
func (w *writer) latin(f face) string {
	if f == faceSong {
		return w.fonts.Song.Name
	}
	return w.fonts.Latin
}

// props writes the properties after rFonts in the order of the schema.
func (l look) props() string {
	var b strings.Builder
	if l.bold {
		b.WriteString("<w:b/><w:bCs/>")
	}
	if l.red {
		b.WriteString(`<w:color w:val="FF0000"/>`)
	}
	if l.scale != 0 {
		fmt.Fprintf(&b, `<w:w w:val="%d"/>`, l.scale)
	}
	if l.size != 0 {
		b.WriteString(sizeProps(l.size))
	}
	if l.marked {
		b.WriteString(`<w:highlight w:val="yellow"/>`)
	}
	if l.underline {
		b.WriteString(`<w:u w:val="single"/>`)
	}
	return b.String()
}

// sizeProps sets the size of the type in half points.
func sizeProps(size int) string {
	return fmt.Sprintf(`<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, size)
}
