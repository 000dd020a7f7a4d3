package read

import (
	"regexp"
	"strings"
)

// pageNumber matches a line that is only a page number.
var pageNumber = regexp.MustCompile(`^(?:[-—–－―]+\s*[0-9０-９]{1,4}\s*[-—–－―]+|第\s*[0-9]{1,4}\s*页(?:[,，/]?\s*共\s*[0-9]{1,4}\s*页)?|[0-9]{1,3}\s*/\s*[0-9]{1,3}|[0-9]{1,3})$`)

// unwrap drops page numbers and empty lines and joins what was one paragraph:
// lines cut at the width of a page, and a sentence cut by a page break.
func unwrap(physical []line) []line {
	layout := measure(physical)
	var out []line
	var text growing // of the last line
	cut := false     // a page number stands before the line at hand
	for _, l := range physical {
		own := strings.TrimSpace(l.text)
		if own == "" || pageNumber.MatchString(own) {
			cut = cut || own != ""
			continue
		}
		if n := len(out); n > 0 && layout.continues(out[n-1], l, cut) {
			last := &out[n-1]
			gap := between(last.text, own)
			last.joints = append(last.joints, joint{at: len(last.text) + len(gap), source: l.source})
			text.add(&last.text, gap+own)
			layout.lastWidth = width(own)
		} else {
			layout.lastWidth = width(strings.TrimRight(l.text, " \u3000"))
			layout.within = isIndented(l.text)
			l.text = own
			out = append(out, l)
		}
		cut = false
	}
	return out
}

// layout is what the shape of a text file tells about its paragraphs.
type layout struct {
	full      int  // cells of a full line; 0 where lines are not wrapped
	indented  bool // paragraphs begin with blanks
	lastWidth int  // cells of the physical line before the one at hand
	within    bool // the paragraph at hand began with blanks
}

// measure finds out whether a text is wrapped: no line is wider than a page,
// and again and again a line as wide as most of the widest breaks off in the
// middle of a sentence that the next one goes on with.
func measure(lines []line) layout {
	var shapes []shape
	widest, indents := 0, 0
	for _, l := range lines {
		text := strings.TrimSpace(l.text)
		if text == "" || pageNumber.MatchString(text) {
			continue
		}
		s := shape{width: width(l.text), open: !endsWithAny(text, stops), prose: strings.ContainsAny(text, "，。；：、")}
		if widest = max(widest, s.width); widest > widestPage {
			return layout{}
		}
		if isIndented(l.text) {
			indents++
		} else {
			s.follows = mayGoOn(text)
		}
		shapes = append(shapes, s)
	}
	if widest < narrowestPage {
		return layout{}
	}
	full := widest
	wide, cut := fullLines(shapes, full)
	for w := widest - 1; w >= widest-hanging; w-- {
		if moreWide, moreCut := fullLines(shapes, w); moreCut > cut {
			full, wide, cut = w, moreWide, moreCut
		}
	}
	sure := cut == wide && indents*3 > len(shapes)*2 // what stands at the margin goes on
	if cut < 2 || cut*2 < wide || wide*12 < len(shapes) && !sure {
		return layout{}
	}
	return layout{full: full, indented: indents*10 > len(shapes)}
}

// shape is what one line tells about the layout of its text.
type shape struct {
	width   int
	open    bool // it ends in the middle of a sentence
	follows bool // it can go on with the line before it
	prose   bool // it has stops, which titles and headings do not
}

// fullLines counts the lines that are as wide as a page of the given width, and
// those of them that break off where the next line goes on.
func fullLines(shapes []shape, full int) (wide, cut int) {
	prose := false // the line before is full and belongs to a sentence
	for i, s := range shapes {
		prose = s.width >= full-fullSlack && (s.prose || prose && shapes[i-1].open)
		if !prose {
			continue
		}
		wide++
		if i+1 < len(shapes) && s.open && shapes[i+1].follows {
			cut++
		}
	}
	return wide, cut
}

// hanging is how many cells the punctuation at the end of a line can stand out.
const hanging = 6

// The widths in cells between which the lines of a wrapped text are.
const (
	narrowestPage = 32
	widestPage    = 120
)

// neverFirst are the characters that begin no paragraph.
const neverFirst = "，。；：、！？）”》」】…"

// stops end a sentence or a part of it; brackets and quotation marks do not.
const stops = "。；：！？;:!?…"

// fullSlack is how many cells a full line may fall short of the widest: a
// punctuation mark that may not begin a line takes a character with it.
const fullSlack = 4

// continues tells whether next goes on with the paragraph that ends in prev.
func (lay layout) continues(prev, next line, cut bool) bool {
	text := strings.TrimSpace(next.text)
	if _, bare := bareMark(prev.text); bare || startsWithAny(text, neverFirst) {
		return true
	}
	open := !endsWithAny(prev.text, stops)
	if lay.full == 0 {
		return cut && open && lay.lastWidth > 40 && !startsAnew(text) && !isIndented(next.text)
	}
	m, marked := markAt(text)
	anew := startsAnew(text) && !(marked && m.doubtful)
	full := lay.lastWidth >= lay.full-fullSlack
	if lay.indented && lay.within && !full {
		full = lay.lastWidth*5 >= lay.full*3 && !titleEnd.MatchString(prev.text) && !followsTitle(prev, text)
	}
	switch {
	case !full || isIndented(next.text) || isTitleOver(prev, text):
		return false
	case anew && open:
		return !headsLine(text)
	case open || lay.indented:
		return !anew
	}
	return !cut && !anew
}

// followsTitle tells whether a line addresses somebody under a line that may be
// the title.
func followsTitle(prev line, text string) bool {
	_, ok := addressee(text)
	return ok && len(prev.joints) == 0
}

// isTitleOver tells whether a line is a title as wide as the page, over the line
// that addresses an office.
func isTitleOver(prev line, text string) bool {
	name, ok := addressee(text)
	return ok && isOrg(name) && !strings.ContainsAny(prev.text, "，。；：") && titleEnd.MatchString(squeezed(prev.text))
}

// startsAnew tells whether a line begins a paragraph of its own by what it says.
func startsAnew(text string) bool {
	if _, ok := markAt(text); ok {
		return true
	}
	return labelStart(text) || attachmentStart.MatchString(text) || isDateLine(text)
}

// mayGoOn tells whether a line can continue the one before it: nothing in it
// begins a paragraph, or only what a cut sentence can begin with too.
func mayGoOn(text string) bool {
	m, marked := markAt(text)
	return !startsAnew(text) || marked && (m.doubtful || m.form == formClause)
}

// headsLine tells whether a line that follows an unfinished full line is a
// heading all the same: its mark is one of those that stand at a line's start,
// and not the sort that a cut sentence may leave there.
func headsLine(text string) bool {
	m, ok := markAt(text)
	return ok && m.form != formClause && m.path == nil
}

// bareMark tells whether a line is a mark without text.
func bareMark(text string) (mark, bool) {
	m, ok := markAt(text)
	return m, ok && m.size == len(text) && m.form != formClause
}

func isIndented(s string) bool {
	return strings.HasPrefix(s, "\u3000") || strings.HasPrefix(s, "  ") || strings.HasPrefix(s, "\t")
}

// joined puts two parts of a cut paragraph together, with a blank between two
// Latin words.
func joined(a, b string) string { return a + between(a, b) + b }

// between is what stands between two parts of a cut paragraph.
func between(a, b string) string {
	if isLatin(a[len(a)-1]) && isLatin(b[0]) {
		return " "
	}
	return ""
}

func isLatin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// width counts the cells of a text: two for each wide character.
func width(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x1100 || r == '“' || r == '”' || r == '—' || r == '…' {
			n++
		}
	}
	return n
}
