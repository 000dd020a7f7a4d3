package read

import (
	"math"
	"strings"
	"unicode/utf8"
)

// piece is a stretch of a line that one mark heads, or the text before the
// first mark.
type piece struct {
	mark   *mark
	text   string
	source Source
	inline bool // the mark stands inside the line, not at its start
	begins bool // the piece is the first of its line
	place  int  // of the line
}

// candidate is a place that may be a mark.
type candidate struct {
	mark
	line, at int  // place of the line, bytes into it
	start    bool // at the start of the line
	bounded  bool // after a stop, comma or colon
	parted   bool // after a full stop or semicolon
	accepted bool
	head     int // the innermost level of the marks at the start of its line, 0 for none
}

// pieces cuts lines at their marks, those inside a line included. The texts of
// the pieces, marks included, are together the text of the lines.
func pieces(lines []line) []piece {
	out, _ := piecesWithin(lines, math.MaxInt)
	return out
}

// piecesWithin is pieces, and false where more than most places look like marks.
func piecesWithin(lines []line, most int) ([]piece, bool) {
	var all []candidate
	for i, l := range lines {
		if all = appendCandidates(all, l, i); len(all) > most {
			return nil, false
		}
	}
	accept(all)
	var out []piece
	next := 0
	for i, l := range lines {
		from := next
		for next < len(all) && all[next].line == i {
			next++
		}
		out = appendPieces(out, l, i, all[from:next])
	}
	return out, true
}

func appendPieces(out []piece, l line, place int, found []candidate) []piece {
	at := piece{source: l.source, begins: true, place: place}
	rest := 0
	flush := func(end int) {
		at.text = strings.TrimSpace(l.text[rest:end])
		if at.text != "" || at.mark != nil {
			out = append(out, at)
			at.begins = false
		}
	}
	for i := range found {
		c := &found[i]
		if !c.accepted {
			continue
		}
		flush(c.at)
		at.mark, at.inline, at.source = &c.mark, !c.start, l.sourceAt(c.at)
		rest = c.at + c.size
	}
	flush(len(l.text))
	return out
}

// appendCandidates finds the places in a line that look like marks: its start,
// and those inside that stand outside of quotations and titles of papers.
func appendCandidates(out []candidate, l line, place int) []candidate {
	from, head := 0, 0
	if m, ok := l.mark(); ok {
		out = append(out, candidate{mark: m, line: place, start: true, bounded: true})
		from, head = m.size, m.level
		// A heading may follow its parent's mark directly: 3.（1）会风不实.
		for next, ok := markAt(l.text[from:]); ok && next.level > m.level && next.form != formDecimal; next, ok = markAt(l.text[from:]) {
			out = append(out, candidate{mark: next, line: place, at: from, start: true, bounded: true})
			m, head = next, next.level
			from += next.size
		}
	}
	if l.row || l.embedded {
		return out
	}
	depth, prev := 0, rune(0)
	for i, r := range l.text {
		if i == from && i > 0 {
			prev = '：' // a list may follow the line's mark directly
		}
		if depth == 0 && i >= from && i > 0 && mayOpenMark(r) && !isNumeral(prev, r) {
			if m, ok := markAt(l.text[i:]); ok && standsInline(m, prev) {
				out = append(out, candidate{
					mark: m, line: place, at: i, head: head,
					bounded: m.form == formCircled || strings.ContainsRune(boundaries, prev), parted: strings.ContainsRune("。；;：:", prev),
				})
				from = i + m.size
			}
		}
		depth = quoteDepth(depth, r)
		prev = r
	}
	return out
}

// boundaries are the characters after which an enumeration inside a text goes on.
const boundaries = "。；：，;:,！？!?…”）)　 \n"

// mayOpenMark is a quick look at the first character of a possible mark.
func mayOpenMark(r rune) bool {
	return isDigit(r) || isChineseNumeral(r) || strings.ContainsRune("第其（(【", r) || r >= '①' && r <= '⒛' || r >= '❶' && r <= '❿'
}

// standsInline tells whether a mark of this form may stand inside a line after
// prev. Outer marks never do, and a number after a digit is part of it.
func standsInline(m mark, prev rune) bool {
	switch m.form {
	case formClause:
		return !isChineseNumeral(prev) && !strings.ContainsRune("之第其唯同统万另有", prev)
	case formOther:
		return strings.ContainsRune("。；：;:", prev)
	case formOrdinal, formDecimal:
		return m.path == nil && strings.ContainsRune("。；：;:，　 ", prev)
	case formChineseBracket, formHalfBracket:
		return strings.ContainsRune(boundaries, prev)
	case formDecimalBracket, formCircled:
		return true
	}
	return false
}

// isNumeral tells whether two characters belong to one number.
func isNumeral(prev, r rune) bool {
	return isDigit(prev) && isDigit(r) || isChineseNumeral(prev) && isChineseNumeral(r)
}

func quoteDepth(depth int, r rune) int {
	switch r {
	case '“', '《', '〈', '「':
		return depth + 1
	case '”', '》', '〉', '」':
		return max(depth-1, 0)
	}
	return depth
}

// accept decides which candidates are marks: all at the start of a line, and
// inside a line those that make a run 1, 2 … of one form.
func accept(all []candidate) {
	last := map[int]int{} // level → the number reached in the run that is open
	for i := range all {
		c := &all[i]
		if c.start {
			if c.doubtful && c.number != last[c.level]+1 {
				continue
			}
			closeDeeper(last, c.level)
			c.accepted = true
		} else {
			c.accepted = c.number > 1 && last[c.level] == c.number-1 && c.bounded || beginsRun(all, i)
		}
		if c.accepted {
			last[c.level] = c.number
		}
	}
}

func closeDeeper(last map[int]int, level int) {
	for l := range last {
		if l > level {
			delete(last, l)
		}
	}
}

// beginsRun tells whether a mark inside a line is the first of a run: the second
// of its form follows, or it can be nothing else, as （1） after a full stop.
func beginsRun(all []candidate, i int) bool {
	c := all[i]
	if c.number != 1 || c.doubtful {
		return false
	}
	return c.form == formDecimalBracket && c.parted || isFollowed(all, i)
}

// runReach is how many lines after a first mark the second may begin a line.
const runReach = 6

// isFollowed tells whether the second mark of its form follows the first one:
// in the same line or the next, or at the start of one a few lines further.
func isFollowed(all []candidate, i int) bool {
	c := all[i]
	// A run that begins in a line headed by a mark that is no outer one ends in it.
	reach, far := c.line+1, c.line+runReach
	if c.head >= c.level {
		reach, far = c.line, c.line
	}
	for _, d := range all[i+1:] {
		switch {
		case d.line > far || d.level == c.level && d.number == 1:
			return false
		case d.line > reach && !(d.start && c.parted):
			continue
		case d.level == c.level && d.number == 2 && d.bounded:
			return c.bounded || d.line == c.line && (c.form != formClause || d.parted)
		case d.start && d.level < c.level:
			return false
		}
	}
	return false
}

// firstSentence splits a text after its first full stop: the title without it,
// and what follows.
func firstSentence(s string) (title, rest string) {
	i := strings.IndexAny(s, "。\n")
	if i < 0 {
		return s, ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+size:])
}
