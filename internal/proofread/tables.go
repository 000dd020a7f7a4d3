package proofread

import (
	"slices"
	"strconv"
	"strings"

	"bihuan/internal/domain/workday"
)

// Table is a table of a paper with the words of every place.
type Table struct {
	Name  string
	Heads []string
	Rows  [][]string
}

// Cell is a place in a table; the zero value is none.
type Cell struct {
	Table  string // its caption, or what it is attached as
	Row    int    // from 1, heads left out
	Column string // the head of the column, or the label beside the place
}

// ofRecords reports whether the words of a place in a table were written from
// records. What they say of figures, persons and requests is not the paper's.
func (s Sentence) ofRecords() bool { return s.Cell != Cell{} && !s.Free }

// at is a finding at a place of a table.
func (t Table) at(kind Kind, row, column int, args ...string) Finding {
	words := t.Rows[row][column]
	return Finding{Kind: kind, Cell: Cell{t.Name, row + 1, t.head(column)}, Quote: words, Within: words, Args: args}
}

func (t Table) head(column int) string {
	if column < len(t.Heads) {
		return t.Heads[column]
	}
	return ""
}

// total is how a row of sums is called.
const total = "合计"

// sums are those that are not what the column above them adds up to. A column
// adds up where every place of it is a whole number.
func sums(p Paper, _ Known) []Finding {
	var out []Finding
	for _, t := range p.Tables {
		for last, row := range t.Rows {
			if !slices.Contains(row, total) {
				continue
			}
			for x := range row {
				if sum, ok := t.sum(x, last); ok && row[x] != strconv.Itoa(sum) {
					out = append(out, t.at(Sum, last, x, strconv.Itoa(sum)))
				}
			}
		}
	}
	return out
}

// sum adds up a column above a row; ok is false where it is not numbers.
func (t Table) sum(column, until int) (n int, ok bool) {
	for _, row := range t.Rows[:until] {
		if column >= len(row) {
			return 0, false
		}
		one, err := strconv.Atoi(row[column])
		if err != nil {
			return 0, false
		}
		n += one
	}
	_, err := strconv.Atoi(t.Rows[until][column])
	return n, err == nil && until > 0
}

// successions are pairs of columns whose days follow each other: the later one
// is never before the earlier one.
var successions = [][2]string{{"开始", "结束"}, {"印发", "废止"}, {"申请日期", "销号日期"}, {"申请日期", "审批日期"},
	{"发出日期", "收到日期"}, {"发出日期", "回复日期"}, {"交办日期", "办结日期"}, {"反馈日期", "销号日期"}}

// order is days of one row that stand in the wrong order.
func order(p Paper, _ Known) []Finding {
	var out []Finding
	for _, t := range p.Tables {
		for y, row := range t.Rows {
			for _, s := range successions {
				first, then := t.dayOf(row, s[0]), t.dayOf(row, s[1])
				if first.on.Valid() && then.on.Valid() && then.on < first.on {
					out = append(out, t.at(Date, y, then.from, "order", s[0], first.text))
				}
			}
		}
	}
	return out
}

// dayOf is the only day in the column of a row whose head holds a word; from is
// the column.
func (t Table) dayOf(row []string, word string) dated {
	for x, cell := range row {
		if !strings.Contains(t.head(x), word) {
			continue
		}
		year := 0
		if found := daysIn(cell, &year); len(found) == 1 {
			return dated{text: found[0].text, on: found[0].on, from: x}
		}
	}
	return dated{on: workday.Date("")}
}
