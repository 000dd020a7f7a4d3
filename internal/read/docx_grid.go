package read

import "strings"

// gridOf is a Word table as a grid: spans and cells that go on from the row
// above become merged areas.
func gridOf(rows [][]docCell) *grid {
	g := &grid{}
	for _, row := range rows {
		r := gridRow{number: len(g.rows) + 1}
		for _, c := range row {
			if len(c.lines) > 0 && r.source.Paragraph == 0 {
				r.source = c.lines[0].source
			}
			r.cells = append(r.cells, c.text())
			for range min(c.span, maxColumns) - 1 {
				r.cells = append(r.cells, "")
			}
		}
		g.rows = append(g.rows, r)
	}
	for i, row := range rows {
		g.mergeRow(i, row)
	}
	return g
}

// mergeRow notes the merged areas of one row of a Word table.
func (g *grid) mergeRow(i int, row []docCell) {
	col := 0
	for _, c := range row {
		span := min(c.span, maxColumns)
		switch {
		case c.continues && i > 0:
			from := place{i - 1, col}
			if above, ok := g.above[from]; ok {
				from = above
			}
			g.merge(place{i, col}, place{i, col + span - 1})
			for k := range span {
				g.above[place{i, col + k}] = from
			}
		case span > 1:
			g.merge(place{i, col}, place{i, col + span - 1})
		}
		col += span
	}
}

// text is the paragraphs of a cell, one below the other.
func (c docCell) text() string {
	var texts []string
	for _, l := range c.lines {
		texts = append(texts, l.text)
	}
	return strings.Join(texts, "\n")
}
