package read

import "strings"

// countsInDigits tells whether the sequence column has numbers in digits, so that
// a Chinese numeral in it heads a section.
func (l *ledger) countsInDigits() bool {
	col := l.h.col(colSequence)
	for row := l.h.last + 1; row < l.h.end; row++ {
		if plainDigits.MatchString(squeezed(l.g.at(row, col))) {
			return true
		}
	}
	return false
}

// repeatsHead tells whether a row is the head again or what stands over it, as on
// each printed page.
func (l *ledger) repeatsHead(row int, cols []int) bool {
	same, above := 0, 0
	for _, col := range cols {
		text := squeezed(l.g.at(row, col))
		if col < len(l.h.names) && text == l.h.names[col] {
			same++
		}
		if l.above[text] {
			above++
		}
	}
	long := len([]rune(squeezed(l.g.at(row, cols[0])))) > 6
	return same > 1 && same*2 > len(cols) || above == len(cols) && (above > 1 || long)
}

// isTotal tells whether a row gives totals: one of its first texts says so and
// hardly more.
func (l *ledger) isTotal(row int, cols []int) bool {
	for _, col := range cols[:min(2, len(cols))] {
		if totalRow.MatchString(squeezed(l.g.at(row, col))) {
			return true
		}
	}
	return false
}

// isSection tells whether a row is a heading: its only text reaches over several
// columns, or stands alone before the columns of what was found, or only a Chinese
// numeral stands before it where rows are numbered in digits.
func (l *ledger) isSection(row int, cols []int) bool {
	if len(cols) == 2 && l.numbered && l.h.kinds[cols[0]] == colSequence {
		return sectionMark.MatchString(squeezed(l.g.at(row, cols[0])))
	}
	if len(cols) != 1 || l.goesOnFromAbove(row) {
		return false
	}
	col := cols[0]
	if l.g.spanOf(row, col) > 2 {
		return true
	}
	_, number := asSequence(l.g.at(row, col))
	kind := l.h.kinds[col]
	return !number && (kind == colSequence || kind == colNone && col == 0) ||
		kind == colAspect && l.h.col(colAspect) == 0 && l.g.spanOf(row, col) > 1
}

// goesOnFromAbove tells whether a cell of a row belongs to one above.
func (l *ledger) goesOnFromAbove(row int) bool {
	for col, k := range l.h.kinds {
		if k != colNone && l.g.covered(row, col) && strings.TrimSpace(l.g.over(row, col)) != "" {
			return true
		}
	}
	return false
}
