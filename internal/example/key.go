package example

import (
	"fmt"
	"strconv"
	"strings"
)

// MeasureKey is the key of the n-th measure (from 1) of a problem: 1.2.3-1.
func MeasureKey(problem string, n int) string { return fmt.Sprintf("%s-%d", problem, n) }

// ProblemOf is the problem of a measure's key, or the key itself.
func ProblemOf(key string) string {
	problem, _, _ := strings.Cut(key, "-")
	return problem
}

// MeasureNumber is the place of a measure among its problem's, from 1, or 0
// where the key is that of a problem.
func MeasureNumber(key string) int {
	_, n, _ := strings.Cut(key, "-")
	number, err := strconv.Atoi(n)
	if err != nil {
		return 0
	}
	return number
}
