package read

import "strings"

// header is where the head of a ledger is, and what its columns hold.
type header struct {
	first, last int // rows of the head
	end         int // the row behind the last one that stands under it
	kinds       []column
	why         []Why
	names       []string // the heads as printed, the lowest of several rows
}

const (
	headReach = 40 // rows within which the head of a ledger stands
	headRows  = 3  // rows that a head has at most
)

// findHeader finds the head of a ledger at or below a row: the first row with
// the most known heads, and the rows over and under it that are part of it. Nil
// when the grid is no ledger: no column says what is wrong or what is done.
func findHeader(g *grid, opts Options, from int) *header {
	row := g.rowNumbered(opts.sheetRule(g.sheet).HeadRow)
	if from > 0 || row < 0 {
		row = bestHead(g, opts, from, min(from+headReach, len(g.rows)))
	}
	if row < 0 {
		return nil
	}
	h := &header{first: row, last: row, end: len(g.rows)}
	for h.last-h.first+1 < headRows && h.first > from && headsOver(g, h.first-1, h.first) {
		h.first--
	}
	for h.last-h.first+1 < headRows && headsOver(g, h.last, h.last+1) {
		h.last++
	}
	h.understand(g, opts)
	told := opts.sheetRule(g.sheet).HeadRow == g.rows[h.last].number
	if !told && !h.has(colProblem) && !h.has(colMeasures) {
		return nil
	}
	return h
}

// understand tells what the columns hold, by rules, heads and contents.
func (h *header) understand(g *grid, opts Options) {
	h.readColumns(g, opts)
	h.readContents(g)
	h.settle(g)
}

// bestHead is the first row with about as many known heads as any, -1 when none
// has enough. A further ledger below may have a few more.
func bestHead(g *grid, opts Options, from, to int) int {
	scores := make([]int, to)
	most := 0
	for row := from; row < to; row++ {
		scores[row] = headScore(g, opts, row)
		most = max(most, scores[row])
	}
	for row := from; row < to; row++ {
		if s := scores[row]; s == most && s > 0 || s >= 3 && s*3 >= most*2 && mostlyHeads(g, row) {
			return row
		}
	}
	return -1
}

// headScore counts the different known heads in a row. A row with a long text is
// no head, nor one with fewer than three known heads, unless it has the two that
// matter and hardly more.
func headScore(g *grid, opts Options, row int) int {
	seen := map[column]bool{}
	filled := g.filled(row)
	for _, col := range filled {
		text := squeezed(g.at(row, col))
		if len([]rune(text)) > 30 {
			return 0
		}
		if _, number := asSequence(text); number {
			continue
		}
		k, known := opts.ruled(g.sheet, text, col)
		if !known {
			k = columnOf(text)
		}
		if k != colNone {
			seen[k] = true
		}
	}
	matter := (seen[colProblem] || seen[colDetail] || seen[colItem]) && seen[colMeasures]
	if len(seen) < 3 && (!matter || len(filled) > 4) {
		return 0
	}
	return len(seen)
}

// headsOver tells whether two rows are one head: the upper one has heads that
// reach over several columns or down, and all that is in the lower one is short
// heads under them.
func headsOver(g *grid, upper, lower int) bool {
	if upper < 0 || lower >= len(g.rows) {
		return false
	}
	return groupsHeads(g, upper, lower) && mostlyHeads(g, lower)
}

// groupsHeads tells whether a row has heads that reach over several columns or
// down to the next row, and nothing that is no head, as title and unit rows have.
func groupsHeads(g *grid, upper, lower int) bool {
	filled := g.filled(upper)
	wide, down := false, 0
	for _, col := range filled {
		text := squeezed(g.at(upper, col))
		if _, number := asSequence(text); number || len([]rune(text)) > 16 || strings.ContainsAny(text, "：:。") {
			return false
		}
		span := g.spanOf(upper, col)
		wide = wide || span > 1 && span < g.width()
		if from, ok := g.above[place{lower, col}]; ok && from.row <= upper {
			down++
		}
	}
	return len(filled) > 1 && (wide || down > 1)
}

// mostlyHeads tells whether the texts of a row are short, and half of them known
// heads.
func mostlyHeads(g *grid, row int) bool {
	known, all := 0, 0
	for _, col := range g.filled(row) {
		text := g.at(row, col)
		if _, number := asSequence(text); number || len([]rune(squeezed(text))) > 16 {
			return false
		}
		all++
		if columnOf(text) != colNone {
			known++
		}
	}
	return known > 0 && known*2 >= all
}

// readColumns reads the heads: the lowest one where there are several, with
// those over it where it does not say enough alone.
func (h *header) readColumns(g *grid, opts Options) {
	width := g.width()
	h.kinds, h.why, h.names = make([]column, width), make([]Why, width), make([]string, width)
	for col := range width {
		if g.hidden[col] {
			continue
		}
		name, over := h.headOf(g, col)
		h.names[col] = name
		kind, ruled := opts.ruled(g.sheet, name, col)
		if ruled {
			h.kinds[col], h.why[col] = kind, WhyTemplate
			continue
		}
		for _, text := range []string{name, over + name, over} {
			if kind = columnOf(text); kind != colNone {
				h.kinds[col], h.why[col] = kind, WhyName
				break
			}
		}
	}
}

// headOf gives the lowest head of a column and those over it, without blanks.
func (h *header) headOf(g *grid, col int) (name, over string) {
	for row := h.last; row >= h.first; row-- {
		text := squeezed(g.over(row, col))
		switch {
		case name == "":
			name = text
		case text != name && !strings.HasPrefix(over, text):
			over = text + over
		}
	}
	return name, over
}

func (h *header) has(kind column) bool { return h.col(kind) >= 0 }

// col is the first column of a kind, -1 when there is none.
func (h *header) col(kind column) int {
	for i, k := range h.kinds {
		if k == kind {
			return i
		}
	}
	return -1
}

// fixed tells whether a rule says what a column holds: no guess goes against it.
func (h *header) fixed(col int) bool { return h.why[col] == WhyTemplate }
