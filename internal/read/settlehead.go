package read

import "strings"

// settle decides between columns of one kind. Two columns of problems are the
// item and the specific problem in it; a further column of any kind is kept as
// text, so that nothing is lost.
func (h *header) settle(g *grid) {
	h.keepTrueMeasures()
	h.keepGroupedAspect(g)
	seen := map[column]int{}
	for i, k := range h.kinds {
		first, twice := seen[k]
		switch {
		case k == colNone || k == colExtra:
			continue
		case !twice:
			seen[k] = i
		case h.fixed(i), k == colSequence && mostly(h.cellsOf(g, i), isSequence):
		case k == colProblem && !h.has(colItem) && !h.fixed(first):
			h.kinds[first] = colItem
			seen[colItem], seen[colProblem] = first, i
		case k != colMeasures && k != colProgress:
			h.kinds[i] = colExtra
		}
	}
	h.promote(g)
}

// keepTrueMeasures makes what only asks for measures (整改建议, 整改任务) text
// beside a column of measures in so many words.
func (h *header) keepTrueMeasures() {
	said := func(i int) bool {
		return strings.Contains(h.names[i], "措施") || strings.Contains(h.names[i], "举措")
	}
	sure := false
	for i, k := range h.kinds {
		sure = sure || k == colMeasures && said(i)
	}
	for i, k := range h.kinds {
		if sure && k == colMeasures && !said(i) && h.why[i] == WhyName && asksOnly.MatchString(h.names[i]) {
			h.kinds[i] = colExtra
		}
	}
}

// keepGroupedAspect keeps a column of classes as the aspect only where each
// class stands in one run of rows: else the classes would tear the tree apart.
func (h *header) keepGroupedAspect(g *grid) {
	col := h.col(colAspect)
	if col < 0 || h.fixed(col) || strings.Contains(h.names[col], "方面") {
		return
	}
	seen, last := map[string]bool{}, ""
	for row := h.last + 1; row < h.end; row++ {
		text := squeezed(g.over(row, col))
		if text == "" || text == last {
			continue
		}
		if seen[text] {
			h.kinds[col] = colExtra
			return
		}
		seen[text], last = true, text
	}
}

// promote makes another column the problem where no head says so, or where the
// problem's cell is merged over several details: these are the specific problems
// and it is the item that holds them.
func (h *header) promote(g *grid) {
	problem, detail := h.col(colProblem), h.col(colDetail)
	switch {
	case problem < 0:
		for _, kind := range []column{colDetail, colItem} {
			if i := h.col(kind); i >= 0 {
				h.kinds[i] = colProblem
				return
			}
		}
	case detail >= 0 && !h.has(colItem) && !h.fixed(problem) && !h.fixed(detail) && h.holdsSeveral(g, problem, detail):
		h.kinds[problem], h.kinds[detail] = colItem, colProblem
	}
}

// holdsSeveral tells whether a cell of one column stands beside several cells of
// another.
func (h *header) holdsSeveral(g *grid, outer, inner int) bool {
	inside := 0
	for row := h.last + 1; row < h.end; row++ {
		own := strings.TrimSpace(g.at(row, inner)) != ""
		switch {
		case strings.TrimSpace(g.at(row, outer)) != "":
			inside = 0
		case inside > 0 && own:
			return true
		}
		if own {
			inside++
		}
	}
	return false
}
