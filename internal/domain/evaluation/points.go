package evaluation

import (
	"strconv"
	"strings"
)

// Points are tenths of a point: half points are common, floating sums are not.
type Points int

// ParsePoints reads 8, 8.5 or 0.5; ok is false for anything else.
func ParsePoints(text string) (p Points, ok bool) {
	whole, part, dotted := strings.Cut(strings.TrimSpace(text), ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 0 || n > 1000 || strings.HasPrefix(whole, "+") {
		return 0, false
	}
	if !dotted {
		return Points(10 * n), true
	}
	d, err := strconv.Atoi(part)
	if err != nil || len(part) != 1 || d < 0 {
		return 0, false
	}
	return Points(10*n + d), true
}

// String writes points as people do: 8, 8.5, -3.
func (p Points) String() string {
	sign := ""
	if p < 0 {
		sign, p = "-", -p
	}
	if p%10 == 0 {
		return sign + strconv.Itoa(int(p/10))
	}
	return sign + strconv.Itoa(int(p/10)) + "." + strconv.Itoa(int(p%10))
}
