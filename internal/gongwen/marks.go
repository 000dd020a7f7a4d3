package gongwen

import (
	"strconv"
	"strings"
)

// marks counts headings and writes the marks of GB/T 9704-2012 §7.3.3.
type marks struct{ count [4]int }

// next returns the mark of a heading, "" where it has none.
func (m *marks) next(h Heading) string {
	if !h.Numbered {
		return h.Mark
	}
	level := h.level()
	m.count[level-1]++
	clear(m.count[level:])
	n := m.count[level-1]
	switch level {
	case 1:
		return Han(n) + "、"
	case 2:
		return "（" + Han(n) + "）"
	case 3:
		return strconv.Itoa(n) + "."
	default:
		return "（" + strconv.Itoa(n) + "）"
	}
}

func (h Heading) level() int { return min(max(h.Level, 1), 4) }

// Han writes 1 to 99 in Chinese numerals (十二, 三十); other numbers in figures.
func Han(n int) string {
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	var b strings.Builder
	if n >= 20 {
		b.WriteString(digits[n/10])
	}
	if n >= 10 {
		b.WriteString("十")
	}
	b.WriteString(digits[n%10])
	return b.String()
}

// HeadingMarks gives the printed mark of each block that is a heading, "" for
// the others.
func HeadingMarks(blocks []Block) []string {
	var m marks
	out := make([]string, len(blocks))
	for n, b := range blocks {
		if h, ok := b.(Heading); ok {
			out[n] = m.next(h)
		}
	}
	return out
}
