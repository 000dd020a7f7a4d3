package read

// table is a part of a grid, from a row to the end of what stands under its head,
// as it stands in the file; without a head it is left out.
func (g *grid) table(h *header, from int, roles []RowRole) Table {
	t := Table{Sheet: g.sheet, LeftOut: h == nil, Columns: []Column{}, Rows: []TableRow{}, Merged: []Area{}}
	to := len(g.rows)
	if h != nil {
		to = h.end
		t.HeadFirst, t.HeadLast = g.rows[h.first].number, g.rows[h.last].number
		for col, name := range h.names {
			if !g.hidden[col] {
				t.Columns = append(t.Columns, Column{Number: col + 1, Head: name, Field: h.kinds[col].field(), Why: h.why[col]})
			}
		}
	}
	for row := from; row < to; row++ {
		r := TableRow{Number: g.rows[row].number, Role: RowUnneeded, Cells: g.shown(row)}
		if roles != nil {
			r.Role = roles[row]
		}
		t.Rows = append(t.Rows, r)
		if at := g.rows[row].source.Paragraph; t.Paragraph == 0 {
			t.Paragraph = at
		}
	}
	t.Merged = append(t.Merged, g.areas(from, to)...)
	return t
}

// shown are the texts of a row, those of hidden columns left out.
func (g *grid) shown(row int) []string {
	cells := make([]string, 0, len(g.rows[row].cells))
	for col := range g.rows[row].cells {
		cells = append(cells, g.at(row, col))
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// areas are the merged areas that begin in some rows.
func (g *grid) areas(from, to int) []Area {
	var out []Area
	for _, m := range g.merged {
		if m[0].row >= from && m[0].row < to {
			out = append(out, Area{Row: g.rows[m[0].row].number, Column: m[0].col + 1, ToRow: g.rows[m[1].row].number, ToColumn: m[1].col + 1})
		}
	}
	return out
}

// gridsOf makes grids of tables again; those of one sheet become one.
func gridsOf(tables []Table) []*grid {
	var out []*grid
	for _, t := range tables {
		var g *grid
		if n := len(out); n > 0 && out[n-1].sheet == t.Sheet && t.Paragraph == 0 {
			g = out[n-1]
		} else {
			g = &grid{sheet: t.Sheet, hidden: map[int]bool{}}
			out = append(out, g)
		}
		for _, r := range t.Rows {
			at := Source{Sheet: t.Sheet, Row: r.Number}
			g.rows = append(g.rows, gridRow{number: r.Number, source: at, cells: r.Cells})
		}
		for _, m := range t.Merged {
			from, to := g.rowNumbered(m.Row), g.rowNumbered(m.ToRow)
			if from >= 0 && to >= from {
				g.merge(place{from, m.Column - 1}, place{to, m.ToColumn - 1})
			}
		}
	}
	return out
}
