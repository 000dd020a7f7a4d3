package read

import (
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

// paragraph is one w:p on its way to lines.
type paragraph struct {
	text     strings.Builder
	bold     int  // bytes of text in bold at its beginning
	plain    bool // text that is not bold has come
	style    string
	numID    string // "" not given, "0" none
	level    int
	hasLevel bool
	outline  int
	deleted  bool // its end mark was deleted or is hidden: it runs on into the next one
	hidden   bool
	contents bool
}

// lead is the text in bold at the beginning of a paragraph that is not bold
// throughout.
func (p *paragraph) lead() string {
	if !p.plain {
		return ""
	}
	return p.text.String()[:p.bold]
}

// add adds text as a run has it.
func (p *paragraph) add(s string, bold bool) {
	p.text.WriteString(s)
	switch {
	case bold && !p.plain:
		p.bold = p.text.Len()
	case strings.TrimSpace(s) != "":
		p.plain = true
	}
}

// readParagraph reads a w:p that was just opened and adds its lines.
func (d *docx) readParagraph() error {
	if d.paragraph++; len(d.lines) > d.opts.MaxParagraphs {
		return tooLarge("read.too-large.paragraphs", d.opts.MaxParagraphs)
	}
	at := Source{Paragraph: d.paragraph}
	outerBoxes := d.boxes
	d.boxes = nil
	p := &paragraph{style: d.normal, contents: d.inContents()}
	if err := d.children(func(e xml.StartElement) error { return d.inParagraph(p, e) }); err != nil {
		return err
	}
	boxes := d.boxes
	d.boxes = outerBoxes
	d.endCodes()
	d.addLines(p, at)
	d.lines = append(d.lines, boxes...)
	return nil
}

// addLines turns a paragraph into lines: its automatic mark printed, and cut
// where soft breaks begin something new.
func (d *docx) addLines(p *paragraph, at Source) {
	text := strings.TrimSpace(d.carried + p.text.String())
	if d.carried != "" {
		at = d.carriedAt
	}
	if d.carried, d.carriedAt = "", at; p.deleted {
		d.carried = text
		return
	}
	auto, defined := d.autoMark(p)
	if text == "" {
		return
	}
	l := line{
		source: at, lead: strings.TrimSpace(p.lead()), heading: p.outline, title: d.styles.isTitle(p.style),
		contents: p.contents || d.inContents() || d.styles.isContents(p.style),
	}
	if l.heading == 0 {
		l.heading = d.styles.outline(p.style)
	}
	if !defined {
		l.doubt = "numbering.unresolved"
	}
	for i, part := range softLines(text) {
		if l.text = part; i == 0 && auto.text != "" {
			l.text, l.auto = auto.before(part), auto
		}
		d.lines = append(d.lines, l)
		l.auto, l.lead, l.doubt = listMark{}, "", ""
	}
}

// autoMark is the mark that Word prints before the paragraph, without text for
// none; false tells that the document does not define the list.
func (d *docx) autoMark(p *paragraph) (listMark, bool) {
	numID, level := p.numID, p.level
	if numID == "" {
		numID, level = d.styleNumbering(p)
	}
	if numID == "" || numID == "0" {
		return listMark{}, true
	}
	return d.numbering.next(numID, level, d.styles)
}

// styleNumbering is the list and the level that a paragraph has from its style:
// the level that is tied to the style, else the nearest that it or one of those
// it is based on names.
func (d *docx) styleNumbering(p *paragraph) (numID string, level int) {
	level, known := p.level, p.hasLevel
	d.styles.chain(p.style, func(id string, s *style) bool {
		if !known && s.hasLevel {
			level, known = s.level, true
		}
		if numID = s.numID; numID == "" {
			return false
		}
		if !p.hasLevel {
			level = d.levelOfStyle(numID, d.levelOfStyle(numID, level, id), p.style)
		}
		return true
	})
	return numID, level
}

// levelOfStyle is the level of a list that is tied to a style, else the one
// that the style names.
func (d *docx) levelOfStyle(numID string, named int, styleID string) int {
	use := d.numbering.uses[numID]
	if use == nil {
		return named
	}
	if _, def := d.numbering.definition(use, d.styles); def != nil {
		for i, l := range def.levels {
			if l.style == styleID {
				return i
			}
		}
	}
	return named
}

// softLines cuts a paragraph at the soft breaks that begin something new, and
// mends those that only cut a sentence.
func softLines(text string) []string {
	var out []string
	for part := range strings.SplitSeq(text, "\n") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if n := len(out); n > 0 && runsOn(out[n-1], part) {
			out[n-1] = joined(out[n-1], part)
			continue
		}
		out = append(out, part)
	}
	return out
}

// runsOn tells whether a soft break between two parts only cuts a sentence.
func runsOn(before, after string) bool {
	if strings.HasPrefix(after, "是") && endsWithAny(before, "一二三四五六七八九十") {
		return true
	}
	if endsSentence(before) || startsAnew(after) {
		return false
	}
	if m, ok := markAt(before); ok && m.size < len(before) {
		return utf8.RuneCountInString(before) > 40 || endsWithAny(before, "，、,")
	}
	return true
}
