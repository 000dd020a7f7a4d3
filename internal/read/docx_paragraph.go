package read

import (
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

// paragraph is one w:p on its way to lines.
type paragraph struct {
	text     strings.Builder
	style    string
	numID    string // "" not given, "0" none
	level    int
	hasLevel bool
	outline  int
	deleted  bool // its end mark was deleted: it runs on into the next one
	hidden   bool
	contents bool
}

// readParagraph reads a w:p that was just opened and adds its lines.
func (d *docx) readParagraph() error {
	d.paragraph++
	at := Source{Paragraph: d.paragraph}
	outerBoxes := d.boxes
	d.boxes = nil
	p := &paragraph{style: d.normal, contents: d.inContents()}
	if err := d.children(func(e xml.StartElement) error { return d.inParagraph(p, e) }); err != nil {
		return err
	}
	boxes := d.boxes
	d.boxes = outerBoxes
	d.addLines(p, at)
	d.lines = append(d.lines, boxes...)
	return nil
}

// addLines turns a paragraph into lines: its automatic mark printed, and cut
// where soft breaks begin something new.
func (d *docx) addLines(p *paragraph, at Source) {
	text := strings.TrimSpace(d.carried + p.text.String())
	d.carried = ""
	if p.deleted {
		d.carried = text
		return
	}
	auto := d.autoMark(p)
	if text == "" {
		return
	}
	l := line{
		source: at, heading: p.outline, title: d.styles.isTitle(p.style),
		contents: p.contents || d.inContents() || d.styles.isContents(p.style),
	}
	if l.heading == 0 {
		l.heading = d.styles.outline(p.style)
	}
	for i, part := range softLines(text) {
		l.text, l.auto = part, ""
		if i == 0 && auto != "" {
			l.text, l.auto = withMark(auto, part), auto
		}
		d.lines = append(d.lines, l)
	}
}

// withMark puts a printed mark before a text, with a blank where the mark does
// not end in punctuation.
func withMark(auto, text string) string {
	if m, ok := markAt(auto + text); ok && m.printed == auto {
		return auto + text
	}
	return auto + " " + text
}

// autoMark is the mark that Word prints before the paragraph, "" for none.
func (d *docx) autoMark(p *paragraph) string {
	numID, level := p.numID, p.level
	if numID == "" {
		d.styles.chain(p.style, func(id string, s *style) bool {
			if s.numID == "" {
				return false
			}
			numID = s.numID
			if !p.hasLevel {
				level = d.levelOfStyle(numID, d.levelOfStyle(numID, s.level, id), p.style)
			}
			return true
		})
	}
	if numID == "" || numID == "0" {
		return ""
	}
	return d.numbering.next(numID, level, d.styles)
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
