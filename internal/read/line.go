package read

import (
	"strings"
	"unicode/utf8"
)

// line is one paragraph of a paper on its way to the outline, whatever format
// it came from. Its text holds the mark also where Word numbers by itself.
type line struct {
	text   string
	source Source
	// auto is the mark that Word numbers by itself, with which text begins; its
	// text is "" where the mark, if any, was typed.
	auto listMark
	// lead is the text in bold with which the paragraph begins.
	lead string
	// doubt is the code of a warning about the paragraph itself.
	doubt string
	// heading is the outline level of the paragraph's style (1 the highest), 0
	// for body text; title tells that the style is the paper's title.
	heading int
	title   bool
	// row tells that the line is a row of a table: its cells carry no marks.
	row bool
	// table is the ledger that begins with this row; told marks its other rows.
	table *ledgerTable
	told  bool
	// embedded tells that the line belongs to a text that the paper quotes.
	embedded bool
	// joints are the places where the text goes on with another line of its file.
	joints []joint
	// contents tells that the line belongs to a table of contents.
	contents bool
}

// joint is where a line of the file was put to the end of another.
type joint struct {
	at     int // bytes into the text
	source Source
}

// sourceAt is the line of the file in which a place of the text stands.
func (l line) sourceAt(at int) Source {
	source := l.source
	for _, j := range l.joints {
		if j.at > at {
			break
		}
		source = j.source
	}
	return source
}

// ledgerTable is a table of a paper that has the head of a ledger.
type ledgerTable struct {
	ledger *ledger
	table  Table
}

// mark is the mark at the start of the line.
func (l line) mark() (mark, bool) {
	if l.row || l.embedded {
		return mark{}, false
	}
	if l.auto.text != "" {
		return l.auto.mark(l.text), true
	}
	if m, ok := markAt(l.text); ok {
		return m, true
	}
	return l.headingMark()
}

// squeezed is s without any blanks, half- or full-width.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// endsSentence tells whether s ends as a finished sentence or list entry does.
func endsSentence(s string) bool { return endsWithAny(s, "。；：！？;:!?…”’）)》】") }

func endsWithAny(s, set string) bool {
	last, size := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return size > 0 && strings.ContainsRune(set, last)
}
