package read

import "strings"

// grid is one table in neutral form: a sheet, a CSV file, or a table in a
// Word document.
type grid struct {
	sheet string
	rows  []gridRow
	// above holds, for a cell covered by a merged area, the place of the cell
	// that has the area's text.
	above  map[place]place
	merged [][2]place // the corners of the merged areas
	// hidden columns are left out of everything.
	hidden   map[int]bool
	warnings []Warning // about the grid as a whole
}

type gridRow struct {
	number int // of the row in its sheet, from 1
	source Source
	cells  []string
	hidden bool
}

// place is a cell by the index of its row in rows and its column, both from 0.
type place struct{ row, col int }

// at gives the text of a cell itself, "" where there is none.
func (g *grid) at(row, col int) string {
	if row < 0 || row >= len(g.rows) || col < 0 || col >= len(g.rows[row].cells) || g.hidden[col] {
		return ""
	}
	return g.rows[row].cells[col]
}

// over gives the text that a reader sees at a cell: its own, or that of the
// merged area that covers it.
func (g *grid) over(row, col int) string {
	if from, ok := g.above[place{row, col}]; ok {
		return g.at(from.row, from.col)
	}
	return g.at(row, col)
}

// covered tells whether a cell lies in a merged area whose text stands in a row
// above.
func (g *grid) covered(row, col int) bool {
	from, ok := g.above[place{row, col}]
	return ok && from.row < row
}

// merge notes that the area from one corner to the other is one cell; the parts
// of it outside the rows are ignored.
func (g *grid) merge(from, to place) {
	if g.above == nil {
		g.above = map[place]place{}
	}
	g.merged = append(g.merged, [2]place{from, {min(to.row, len(g.rows)-1), to.col}})
	for row := max(from.row, 0); row <= to.row && row < len(g.rows); row++ {
		for col := from.col; col <= to.col; col++ {
			if (place{row, col}) != from {
				g.above[place{row, col}] = from
			}
		}
	}
}

// width is the number of columns.
func (g *grid) width() int {
	n := 0
	for _, r := range g.rows {
		n = max(n, len(r.cells))
	}
	return n
}

// filled gives the columns of a row that hold text of their own.
func (g *grid) filled(row int) []int {
	var cols []int
	for col := range g.rows[row].cells {
		if strings.TrimSpace(g.at(row, col)) != "" {
			cols = append(cols, col)
		}
	}
	return cols
}

// spanOf is the number of columns that the cell's merged area covers in its row.
func (g *grid) spanOf(row, col int) int {
	n := 1
	for {
		from, ok := g.above[place{row, col + n}]
		if !ok || from != (place{row, col}) {
			return n
		}
		n++
	}
}

// rowNumbered is the place of the row with a number in its sheet, -1 when it has
// no text or the number is 0.
func (g *grid) rowNumbered(number int) int {
	for i, r := range g.rows {
		if r.number == number {
			return i
		}
	}
	return -1
}
