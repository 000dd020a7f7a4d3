package read

import (
	"sort"
	"strconv"
	"strings"
)

// areasOf reads the references of merged areas, such as B3:B7.
func (w *workbook) areasOf(refs []string) []Area {
	var out []Area
	for _, ref := range refs {
		first, last, _ := strings.Cut(ref, ":")
		col, row, ok := cellRef(first)
		toCol, toRow, ok2 := cellRef(last)
		if ok && ok2 && toRow >= row && toCol >= col && col < maxColumns {
			out = append(out, Area{Row: row + 1, Column: col + 1, ToRow: toRow + 1, ToColumn: min(toCol+1, maxColumns)})
		}
	}
	return out
}

// leaveOutHidden takes hidden rows out and warns of what is left out. The text of a
// merged area that begins in a hidden row or column moves to its first cell that
// can be seen, as a reader has it.
func (g *grid) leaveOutHidden(areas []Area) {
	g.warnHidden()
	for i := range areas {
		g.moveIntoSight(&areas[i])
	}
	kept := g.rows[:0]
	for _, r := range g.rows {
		if !r.hidden {
			kept = append(kept, r)
		}
	}
	g.rows = kept
}

// moveIntoSight moves the corner of an area to its first cell that can be seen.
func (g *grid) moveIntoSight(a *Area) {
	row := g.rowFrom(a.Row)
	if row == len(g.rows) || g.rows[row].number != a.Row || !g.rows[row].hidden && !g.hidden[a.Column-1] {
		return
	}
	from, to, col := row, row, a.Column-1
	for to < len(g.rows) && g.rows[to].hidden {
		to++
	}
	for g.hidden[col] && col < a.ToColumn {
		col++
	}
	if to == len(g.rows) || g.rows[to].number > a.ToRow || col >= a.ToColumn || a.Column > len(g.rows[from].cells) {
		return
	}
	for len(g.rows[to].cells) <= col {
		g.rows[to].cells = append(g.rows[to].cells, "")
	}
	if g.rows[to].cells[col] == "" {
		g.rows[to].cells[col] = g.rows[from].cells[a.Column-1]
	}
	a.Row, a.Column = g.rows[to].number, col+1
}

// warnHidden names the hidden rows and columns that hold text.
func (g *grid) warnHidden() {
	var rows, cols []string
	width := 0
	for _, r := range g.rows {
		if r.hidden {
			rows = append(rows, strconv.Itoa(r.number))
		}
		width = max(width, len(r.cells))
	}
	for col := range width {
		if g.hidden[col] && g.holds(col) {
			cols = append(cols, columnLetter(col+1))
		}
	}
	g.warnLeftOut("ledger.hidden-rows", rows)
	g.warnLeftOut("ledger.hidden-columns", cols)
}

// warnLeftOut names the first of the rows or columns that were left out.
func (g *grid) warnLeftOut(code string, names []string) {
	if len(names) > 20 {
		names = append(names[:20:20], "…")
	}
	if len(names) > 0 {
		g.warnings = append(g.warnings, warn(Source{Sheet: g.sheet}, code, strings.Join(names, "、")))
	}
}

// holds tells whether a column holds text, hidden or not.
func (g *grid) holds(col int) bool {
	for _, r := range g.rows {
		if col < len(r.cells) && r.cells[col] != "" {
			return true
		}
	}
	return false
}

// rowFrom is the place of the first row with a number or a greater one.
func (g *grid) rowFrom(number int) int {
	return sort.Search(len(g.rows), func(i int) bool { return g.rows[i].number >= number })
}

// mergeAll notes the merged areas. Rows are looked up by their number, because
// empty ones are not kept; limit bounds the cells that are covered in all.
func (g *grid) mergeAll(areas []Area, limit int) {
	width := g.width()
	for _, a := range areas {
		from, to := g.rowFrom(a.Row), g.rowFrom(a.ToRow+1)-1
		toCol := min(a.ToColumn, width) - 1
		if from > to || g.rows[from].number != a.Row || toCol < a.Column-1 || to == from && toCol == a.Column-1 {
			continue
		}
		if limit -= (to - from + 1) * (toCol - a.Column + 2); limit < 0 {
			return
		}
		g.merge(place{from, a.Column - 1}, place{to, toCol})
	}
}
