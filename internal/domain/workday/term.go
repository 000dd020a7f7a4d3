package workday

import (
	"fmt"
	"regexp"
)

// shape is one way of writing a last day at the start of a term.
type shape struct {
	pattern *regexp.Regexp
	day     func(parts []string) (Date, error)
}

// shapes are tried in order: the more exact before the less.
var shapes = []shape{
	{regexp.MustCompile(`^(\d{4})年(\d{1,2})月(\d{1,2})[日号]`), exactDay},
	{regexp.MustCompile(`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})`), exactDay},
	{regexp.MustCompile(`^(\d{4})年(\d{1,2})月([上中下]旬)`), tenDays},
	{regexp.MustCompile(`^(\d{4})年(\d{1,2})月(?:份)?(?:底|末|月底|月末)?`), monthEnd},
	{regexp.MustCompile(`^(\d{4})年第?([一二三四1-4])季度(?:底|末)?`), quarterEnd},
	{regexp.MustCompile(`^(\d{4})年([上下]半年)(?:底|末)?`), halfYearEnd},
	{regexp.MustCompile(`^(\d{4})年(?:年底|年末|底|末|内|度)`), yearEnd},
}

// leadingDay reads the last day that text begins with and the number of bytes
// that it takes.
func leadingDay(text string) (Date, int, error) {
	for _, s := range shapes {
		parts := s.pattern.FindStringSubmatch(text)
		if parts == nil {
			continue
		}
		day, err := s.day(parts)
		if err != nil {
			return "", 0, fmt.Errorf("%w: %w", ErrDeadline, err)
		}
		return day, len(parts[0]), nil
	}
	return "", 0, fmt.Errorf("%w: no term is known that reads so", ErrDeadline)
}

func exactDay(p []string) (Date, error) {
	return NewDate(digits(p[1]), digits(p[2]), digits(p[3]))
}

func monthEnd(p []string) (Date, error) {
	first, err := NewDate(digits(p[1]), digits(p[2]), 1)
	return first.EndOfMonth(), err
}

// tenDays ends the first and second ten days of a month on the 10th and 20th,
// the third with the month.
func tenDays(p []string) (Date, error) {
	switch p[3] {
	case "上旬":
		return NewDate(digits(p[1]), digits(p[2]), 10)
	case "中旬":
		return NewDate(digits(p[1]), digits(p[2]), 20)
	}
	return monthEnd(p)
}

func quarterEnd(p []string) (Date, error) {
	month := map[string]int{"一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}[p[2]]
	first, err := NewDate(digits(p[1]), month, 1)
	return first.EndOfMonth(), err
}

func halfYearEnd(p []string) (Date, error) {
	if p[2] == "上半年" {
		return NewDate(digits(p[1]), 6, 30)
	}
	return yearEnd(p)
}

func yearEnd(p []string) (Date, error) { return NewDate(digits(p[1]), 12, 31) }
