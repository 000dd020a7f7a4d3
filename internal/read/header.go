package read

import "strings"

// header is where the head of a ledger is, and what its columns hold.
type header struct {
	first, last int // rows of the head
	kinds       []column
	names       []string // the heads as printed
}

// headReach is how far down the head of a ledger can stand.
const headReach = 40

// findHeader finds the head of a ledger: the first row with the most known
// heads, and the row below it where the head has two. Nil when the grid is no
// ledger: no column says what is wrong or what is done.
func findHeader(g *grid) *header {
	best, bestScore := -1, 2
	for row := 0; row < len(g.rows) && row < headReach; row++ {
		if score := headScore(g, row); score > bestScore {
			best, bestScore = row, score
		}
	}
	if best < 0 {
		return nil
	}
	h := &header{first: best, last: best}
	if best > 0 && headsOver(g, best-1, best) {
		h.first--
	} else if headsOver(g, best, best+1) {
		h.last++
	}
	h.readColumns(g)
	if !h.has(colProblem) && !h.has(colItem) && !h.has(colMeasures) && !h.has(colDetail) {
		return nil
	}
	h.settle()
	return h
}

// headScore counts the different known heads in a row; a row with a long text
// is no head.
func headScore(g *grid, row int) int {
	seen := map[column]bool{}
	for _, col := range g.filled(row) {
		text := g.at(row, col)
		if len([]rune(squeezed(text))) > 30 {
			return 0
		}
		if k := columnOf(text); k != colNone {
			seen[k] = true
		}
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
	wide, down := false, 0
	for _, col := range g.filled(upper) {
		span := g.spanOf(upper, col)
		wide = wide || span > 1 && span < g.width()
		if from, ok := g.above[place{lower, col}]; ok && from.row == upper {
			down++
		}
	}
	known := 0
	for _, col := range g.filled(lower) {
		text := g.at(lower, col)
		if _, number := asSequence(text); number || len([]rune(squeezed(text))) > 16 {
			return false
		}
		if columnOf(text) != colNone {
			known++
		}
	}
	return known > 0 && (wide || down > 1)
}

// readColumns reads the heads: the lower one where there are two.
func (h *header) readColumns(g *grid) {
	width := g.width()
	h.kinds, h.names = make([]column, width), make([]string, width)
	for col := range width {
		if g.hidden[col] {
			continue
		}
		name := g.over(h.last, col)
		upper := g.over(h.first, col)
		kind := columnOf(name)
		if kind == colNone && upper != name {
			kind = columnOf(upper)
		}
		if strings.TrimSpace(name) == "" {
			name = upper
		}
		h.kinds[col], h.names[col] = kind, squeezed(name)
	}
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

// settle decides between columns of one kind. Two columns of problems are the
// item and the specific problem in it; a further column of any kind is kept as
// text, so that nothing is lost.
func (h *header) settle() {
	seen := map[column]int{}
	for i, k := range h.kinds {
		first, twice := seen[k]
		switch {
		case k == colNone || k == colExtra:
			continue
		case !twice:
			seen[k] = i
		case k == colProblem && !h.has(colItem):
			h.kinds[first] = colItem
			seen[colItem], seen[colProblem] = first, i
		case k != colMeasures && k != colProgress:
			h.kinds[i] = colExtra
		}
	}
	if !h.has(colProblem) {
		h.promote()
	}
}

// promote makes another column the problem where no head says so.
func (h *header) promote() {
	for _, kind := range []column{colDetail, colItem} {
		if i := h.col(kind); i >= 0 {
			h.kinds[i] = colProblem
			return
		}
	}
}
