package sheet

import "strings"

// Row heights in points.
const (
	titleHeight = 36
	noteHeight  = 20
	headHeight  = 24
	lineHeight  = 16
	rowPadding  = 4
	maxHeight   = 409 // the most that a workbook takes
)

// heights returns the heights of a block's rows, large enough for their
// wrapped texts: no program looks at merged cells, and not every one fits plain
// rows. Where a merged text needs more than its rows have, they share what is
// lacking.
func (s *Sheet) heights(b block) []float64 {
	lines := make([]int, len(b.rows))
	for y, row := range b.rows {
		lines[y] = 1
		for x, c := range row {
			if b.spans[y][x] == 1 {
				lines[y] = max(lines[y], s.lines(c, x))
			}
		}
	}
	for y, row := range b.rows {
		for x, c := range row {
			if n := b.spans[y][x]; n > 1 {
				stretch(lines[y:y+n], s.lines(c, x))
			}
		}
	}
	out := make([]float64, len(b.rows))
	for y := range out {
		out[y] = tall(lines[y])
	}
	return out
}

// tall is the height of so many lines.
func tall(lines int) float64 { return min(float64(lines)*lineHeight+rowPadding, maxHeight) }

// stretch raises lines until together they reach want.
func stretch(lines []int, want int) {
	have := 0
	for _, n := range lines {
		have += n
	}
	for i := range lines {
		if have >= want {
			return
		}
		share := (want - have + len(lines) - i - 1) / (len(lines) - i)
		lines[i] += share
		have += share
	}
}

// lines estimates how many lines a cell takes in column x.
func (s *Sheet) lines(c Cell, x int) int {
	width := max(int(s.Columns[x].width())-1, 2)
	n := 0
	for part := range strings.SplitSeq(c.String(), "\n") {
		n += max(1, (halves(part)+width-1)/width)
	}
	return n
}

// halves measures text in half-width characters.
func halves(s string) int {
	n := 0
	for _, r := range s {
		n += 2
		if r < 0x80 {
			n--
		}
	}
	return n
}
