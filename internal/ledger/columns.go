package ledger

import (
	"slices"
	"strings"

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
	return ungrouped(all, out)
}

// ungrouped takes the heading away that stands over one column alone: a row of
// heads for it would only be in the way of who reads the list, and of reading
// it back. Where the column's own heading is not the only one of its kind, the
// one over it stays.
func ungrouped[Row any](all, list []column[Row]) []column[Row] {
	group := func(n int) string {
		if n < 0 || n >= len(list) || len(list[n].look.Head) < 2 {
			return ""
		}
		return list[n].look.Head[0]
	}
	out := slices.Clone(list)
	for n, c := range list {
		if g := group(n); g == "" || g == group(n-1) || g == group(n+1) {
			continue
		}
		last := c.look.Head[len(c.look.Head)-1]
		same := slices.IndexFunc(all, func(o column[Row]) bool { return o.key != c.key && o.look.Head[len(o.look.Head)-1] == last })
		if same < 0 {
			out[n].look.Head = []string{last}
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

// Look is the usual look of a column.
type Look struct {
	work.ListColumn
	Group string // the heading over it, empty for none
}

// Usual gives the usual look of the columns of a list, by key.
func Usual(l work.List) map[string]Look {
	out := map[string]Look{}
	add := func(key string, look sheet.Column) {
		last := len(look.Head) - 1
		out[key] = Look{work.ListColumn{Key: key, Head: look.Head[last], Width: int(look.Width)}, strings.Join(look.Head[:last], "·")}
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

// Heads gives the usual headings of the columns of a list, by key: of those
// lists that are read back.
func Heads(l work.List) map[string]string {
	if l == work.DutiesList {
		return nil
	}
	out := map[string]string{}
	for key, c := range Usual(l) {
		out[key] = c.Head
	}
	return out
}
