package action

import (
	"strings"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Limits of typed texts, in characters.
const (
	ShortText = fault.ShortText
	LongText  = fault.LongText
)

// Lines is a list that people type one entry a line.
type Lines []string

// ParseLines splits a typed list; empty lines do not count.
func ParseLines(text string) Lines {
	var out Lines
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// CheckDate notes a date that does not exist; an empty one is none.
func CheckDate(c *fault.Checks, name string, d workday.Date) {
	workday.Check(c, name, d)
}

// NeedDate notes a missing or impossible date.
func NeedDate(c *fault.Checks, name string, d workday.Date) {
	workday.Need(c, name, d)
}

// CheckLines notes a list that is too long.
func CheckLines(c *fault.Checks, name string, lines Lines) {
	c.Max(name, strings.Join(lines, "\n"), LongText)
}

// CheckOpinion checks what somebody writes who decides: who does not agree says
// why.
func CheckOpinion(agree bool, opinion string, limit int) error {
	var checks fault.Checks
	checks.Max("opinion", opinion, limit)
	if !agree {
		checks.Need("opinion", opinion)
	}
	return checks.Err()
}
