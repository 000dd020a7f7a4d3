package ledger

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/sheet"
)

// column is one column that a list can have: its usual look, and what it shows
// of a row.
type column[Row any] struct {
	key  string
	look sheet.Column
	cell func(Row) sheet.Cell
}

// chosen are the columns of a list as a template wants them.
func chosen[Row any](all []column[Row], want []work.ListColumn) []column[Row] {
	var out []column[Row]
	for _, w := range want {
		for _, c := range all {
			if c.key != w.Key {
				continue
			}
			if w.Head != "" {
				c.look.Head = []string{w.Head}
			}
			if w.Width > 0 {
				c.look.Width = float64(w.Width)
			}
			out = append(out, c)
		}
	}
	return out
}

func looks[Row any](columns []column[Row]) []sheet.Column {
	out := make([]sheet.Column, len(columns))
	for i, c := range columns {
		out[i] = c.look
	}
	return out
}

func cells[Row any](columns []column[Row], rows []Row) [][]sheet.Cell {
	out := make([][]sheet.Cell, len(rows))
	for n, r := range rows {
		out[n] = make([]sheet.Cell, len(columns))
		for i, c := range columns {
			out[n][i] = c.cell(r)
		}
	}
	return out
}

// Usual gives the usual headings and widths of the columns of a list, by key.
func Usual(l work.List) map[string]work.ListColumn {
	out := map[string]work.ListColumn{}
	add := func(key string, look sheet.Column) {
		out[key] = work.ListColumn{Key: key, Head: look.Head[len(look.Head)-1], Width: int(look.Width)}
	}
	switch l {
	case work.ProblemsList:
		for _, c := range problemColumns {
			add(c.key, c.look)
		}
	case work.TasksList:
		for _, c := range measureColumns {
			add(c.key, c.look)
		}
	case work.DutiesList:
		for _, c := range dutyColumns {
			add(c.key, c.look)
		}
	}
	return out
}
