package gongwen

// maxSpan is the number of columns at which Word gives up.
const maxSpan = 63

// slot is one place of a table's grid.
type slot struct {
	cell *Cell // the cell that covers the place; nil where the rows gave none
	// left and top are false where the cell only continues here.
	left, top bool
	cols      int // columns that the cell covers
	rows      int // rows that the cell covers, on its first place
}

// grid lays the rows of one part of a table out on cols columns: spans are cut
// at its edges and the gaps are filled, so every row has exactly cols slots.
func grid(rows []Row, cols int) [][]slot {
	out := make([][]slot, len(rows))
	for y := range out {
		out[y] = make([]slot, cols)
	}
	for y, row := range rows {
		x := 0
		for i := range row {
			for x < cols && out[y][x].cell != nil {
				x++
			}
			if x == cols {
				break
			}
			x += place(out, &row[i], x, y)
		}
	}
	fillGaps(out)
	return out
}

// place puts the cell with its upper left corner on column x of row y and
// returns how many columns it covers.
func place(out [][]slot, c *Cell, x, y int) int {
	width := 1
	for width < min(c.ColSpan, maxSpan) && x+width < len(out[y]) && out[y][x+width].cell == nil {
		width++
	}
	height := min(max(c.RowSpan, 1), len(out)-y)
	for dy := range height {
		for dx := range width {
			out[y+dy][x+dx] = slot{cell: c, left: dx == 0, top: dy == 0, cols: width, rows: height}
		}
	}
	return width
}

func fillGaps(out [][]slot) {
	for y := range out {
		for x := range out[y] {
			if out[y][x].cell == nil {
				out[y][x] = slot{cell: &Cell{}, left: true, top: true, cols: 1, rows: 1}
			}
		}
	}
}

// columns counts the columns that the rows and the widths ask for.
func (t Table) columns() int {
	n := max(len(t.Widths), 1)
	for _, rows := range [][]Row{t.Head, t.Rows} {
		n = max(n, reach(rows))
	}
	return n
}

// reach counts the columns of the widest row, cells that hang into it from
// above included.
func reach(rows []Row) int {
	widest := 0
	var hanging []int // rows still to cover, by column
	for _, row := range rows {
		x := 0
		for _, c := range row {
			for x < len(hanging) && hanging[x] > 0 {
				x++
			}
			for range min(max(c.ColSpan, 1), maxSpan) {
				if x == len(hanging) {
					hanging = append(hanging, 0)
				}
				hanging[x] = max(hanging[x], c.RowSpan, 1)
				x++
			}
		}
		widest = max(widest, len(hanging))
		for i := range hanging {
			hanging[i] = max(hanging[i]-1, 0)
		}
	}
	return widest
}

// shares divides total among the columns by their widths, without remainder.
func (t Table) shares(total int) []int {
	widths := t.weights()
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	out := make([]int, len(widths))
	done, before := 0.0, 0
	for i, w := range widths {
		done += w
		end := int(done/sum*float64(total) + 0.5)
		out[i] = end - before
		before = end
	}
	return out
}

// weights completes the widths with their mean; widths that are not positive count as missing.
func (t Table) weights() []float64 {
	sum, n := 0.0, 0
	for _, w := range t.Widths {
		if w > 0 {
			sum, n = sum+w, n+1
		}
	}
	mean := 1.0
	if n > 0 {
		mean = sum / float64(n)
	}
	out := make([]float64, t.columns())
	for i := range out {
		out[i] = mean
		if i < len(t.Widths) && t.Widths[i] > 0 {
			out[i] = t.Widths[i]
		}
	}
	return out
}
