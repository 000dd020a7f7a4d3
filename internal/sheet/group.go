package sheet

import "iter"

// block is rows that hang together by merged cells. spans holds, by row and
// column, how many rows a cell covers; 0 is a place covered from above.
type block struct {
	rows  [][]Cell
	spans [][]int
}

// blocks cuts the rows of a sheet where no merged cell reaches across, so that
// no more than one group is held in memory.
func (s *Sheet) blocks() iter.Seq2[block, error] {
	return func(yield func(block, error) bool) {
		var rows [][]Cell
		if s.Rows != nil {
			for row, err := range s.Rows {
				if err == nil {
					row, err = s.fill(row)
				}
				if err != nil {
					yield(block{}, err)
					return
				}
				if len(rows) > 0 && !s.joined(rows[len(rows)-1], row) {
					if !yield(s.block(rows), nil) {
						return
					}
					rows = nil
				}
				rows = append(rows, row)
			}
		}
		if len(rows) > 0 {
			yield(s.block(rows), nil)
		}
	}
}

// joined reports whether the first merged column goes on from a to b.
func (s *Sheet) joined(a, b []Cell) bool {
	for i, c := range s.Columns {
		if c.Merge {
			return goesOn(a[i], b[i])
		}
	}
	return false
}

// block finds the reach of the merged cells in rows.
func (s *Sheet) block(rows [][]Cell) block {
	b := block{rows: rows, spans: make([][]int, len(rows))}
	origin := make([]int, len(s.Columns)) // row where the cell of the column begins
	for y := range rows {
		b.spans[y] = make([]int, len(s.Columns))
		apart := y == 0
		for x, c := range s.Columns {
			apart = apart || c.Merge && !goesOn(rows[y-1][x], rows[y][x])
			if c.Merge && !apart {
				b.spans[origin[x]][x]++
				continue
			}
			b.spans[y][x], origin[x] = 1, y
		}
	}
	return b
}

// goesOn reports whether the group of a is that of b under it; empty cells
// have none.
func goesOn(a, b Cell) bool { return a.key() == b.key() && a.key() != "" }
