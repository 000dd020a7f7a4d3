package read

import (
	"strings"
	"unicode/utf8"
)

// findHeaders finds the heads of the ledgers that stand one below the other in a
// grid, each with the rows up to the next one.
func findHeaders(g *grid, opts Options) []*header {
	if opts.sheetRule(g.sheet).LeftOut {
		return nil
	}
	first := findHeader(g, opts, 0)
	if first == nil {
		return nil
	}
	heads := []*header{first}
	for row := first.last + 1; row < len(g.rows); row++ {
		last := heads[len(heads)-1]
		if !newHead(g, opts, row, last) {
			continue
		}
		h := findHeader(g, opts, row)
		if h == nil || h.first != row {
			continue
		}
		last.end = withoutTitle(g, row, last)
		heads = append(heads, h)
		row = h.last
	}
	for _, h := range heads[:len(heads)-1] {
		h.understand(g, opts)
	}
	return heads
}

// newHead tells whether a row is the head of another ledger than the one over it:
// nearly all of its texts are known heads, but not the same ones.
func newHead(g *grid, opts Options, row int, over *header) bool {
	cols := g.filled(row)
	if len(cols) < 4 {
		return false
	}
	for _, col := range cols { // what is cheap comes first: most rows are data
		if text := squeezed(g.at(row, col)); utf8.RuneCountInString(text) > 12 || strings.ContainsAny(text, "0123456789、。；") {
			return false
		}
	}
	if headScore(g, opts, row) < 4 {
		return false
	}
	known, same := 0, 0
	for _, col := range cols {
		text := squeezed(g.at(row, col))
		if _, number := asSequence(text); number || len([]rune(text)) > 12 {
			return false
		}
		if columnOf(text) != colNone {
			known++
		}
		if col < len(over.names) && over.names[col] == text {
			same++
		}
	}
	return known*5 >= len(cols)*4 && same*2 < len(cols)
}

// withoutTitle is the row at which what stands over a further head begins: its
// title is a single text in a row of its own.
func withoutTitle(g *grid, row int, over *header) int {
	for row-1 > over.last && g.isTitle(row-1) && !totalRow.MatchString(squeezed(g.at(row-1, g.filled(row - 1)[0]))) {
		row--
	}
	return row
}

// isTitle tells whether a row has a single text, at its left or over several
// columns.
func (g *grid) isTitle(row int) bool {
	cols := g.filled(row)
	return len(cols) == 1 && (cols[0] == 0 || g.spanOf(row, cols[0]) > 2)
}
