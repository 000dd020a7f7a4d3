package gongwen

import "strings"

// Place is one place of a table as a reader finds it.
type Place struct {
	Words  string // of the cell that covers it
	Cell   int    // that begins there, by its number in the row; -1 where one only continues
	Column string // what the column is called, in a form the label beside the place
}

// Places lays the rows of a table out, so that every row has a place in every column.
func (t Table) Places() [][]Place {
	n := t.columns()
	heads := t.heads(n)
	rows := grid(t.Rows, n)
	out := make([][]Place, len(rows))
	for y, row := range rows {
		out[y] = make([]Place, n)
		for x, s := range row {
			p := Place{Words: s.cell.words(), Cell: -1, Column: heads[x]}
			for i := range t.Rows[y] {
				if &t.Rows[y][i] == s.cell && s.left && s.top {
					p.Cell = i
				}
			}
			if p.Column == "" && p.Cell > 0 {
				p.Column = strings.ReplaceAll(t.Rows[y][p.Cell-1].words(), "\n", "")
			}
			out[y][x] = p
		}
	}
	return out
}

// heads calls each column by the heads over it, the upper one first.
func (t Table) heads(n int) []string {
	out := make([]string, n)
	for _, row := range grid(t.Head, n) {
		for x, s := range row {
			switch words := s.cell.words(); {
			case out[x] == "":
				out[x] = words
			case s.top:
				out[x] += "/" + words
			}
		}
	}
	return out
}

func (c *Cell) words() string {
	lines := make([]string, len(c.Lines))
	for n, l := range c.Lines {
		for _, r := range l {
			lines[n] += r.String()
		}
	}
	return strings.Join(lines, "\n")
}
