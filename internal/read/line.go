package read

import "strings"

// line is one paragraph of a paper on its way to the outline, whatever format
// it came from. Its text holds the mark also where Word numbers by itself.
type line struct {
	text   string
	source Source
	// auto is the mark that Word numbers by itself, with which text begins; ""
	// where the mark, if any, was typed.
	auto string
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
	// contents tells that the line belongs to a table of contents.
	contents bool
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
	if m, ok := markAt(l.text); ok {
		return m, true
	}
	if m, ok := l.autoMark(); ok {
		return m, true
	}
	return l.headingMark()
}

// autoMark reads an automatic mark that no typed text would have, such as the
// bare number of "1	总则".
func (l line) autoMark() (mark, bool) {
	if l.auto == "" {
		return mark{}, false
	}
	sc := scanner{rest: l.auto}
	m := mark{form: formDecimal, level: int(formDecimal), printed: l.auto, size: len(l.auto)}
	n, ok := sc.number()
	if !ok || sc.rest != "" {
		return mark{}, false
	}
	m.number = n
	m.size += len(l.text[m.size:]) - len(strings.TrimLeft(l.text[m.size:], " \t\u3000"))
	return m, true
}

// squeezed is s without any blanks, half- or full-width.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// endsSentence tells whether s ends as a finished sentence or list entry does.
func endsSentence(s string) bool { return endsWithAny(s, "。；：！？;:!?…”’）)》】") }

func endsWithAny(s, set string) bool {
	r := []rune(strings.TrimSpace(s))
	return len(r) > 0 && strings.ContainsRune(set, r[len(r)-1])
}
