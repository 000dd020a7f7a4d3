package gongwen

import (
	"fmt"
	"testing"
)

// TestEveryPlaceOfATableKnowsItsCellAndColumn: spans, two lines of heads, and a
// form whose labels stand beside what they name.
func TestEveryPlaceOfATableKnowsItsCellAndColumn(t *testing.T) {
	cell := func(text string, cols, rows int) Cell {
		return Cell{Lines: []Line{{Text(text)}}, ColSpan: cols, RowSpan: rows}
	}
	table := Table{Head: []Row{{cell("号", 1, 2), cell("得分", 2, 1)}, {cell("自评", 1, 1), cell("复评", 1, 1)}},
		Rows: []Row{{cell("甲", 1, 2), cell("8", 1, 1), cell("7", 1, 1)}, {cell("合", 2, 1)}}}
	want := "[[{甲 0 号} {8 1 得分/自评} {7 2 得分/复评}] [{甲 -1 号} {合 0 得分/自评} {合 -1 得分/复评}]]"
	if got := fmt.Sprint(table.Places()); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	form := Table{Rows: []Row{{cell("申请人", 1, 1), cell("田雨", 1, 1), cell("日期", 1, 1), cell("5日", 1, 1)}, {cell("意见", 1, 1), cell("同意", 3, 1)}}}
	want = "[[{申请人 0 } {田雨 1 申请人} {日期 2 田雨} {5日 3 日期}] [{意见 0 } {同意 1 意见} {同意 -1 } {同意 -1 }]]"
	if got := fmt.Sprint(form.Places()); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
