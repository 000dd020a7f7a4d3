package workday

import (
	"fmt"
	"regexp"
	"strconv"
)

var chineseDate = regexp.MustCompile(`^(\d{4})年(\d{1,2})月(\d{1,2})日$`)

// Chinese is d as official papers write it: 2026年7月9日, without leading
// zeros (GB/T 9704-2012 §7.3.5.4); "" for no date.
func (d Date) Chinese() string {
	if !d.Valid() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
}

// ParseChineseDate reads 2026年7月9日, leading zeros allowed. Anything else,
// also a day that does not exist, is an error that wraps ErrDate.
func ParseChineseDate(text string) (Date, error) {
	m := chineseDate.FindStringSubmatch(text)
	if m == nil {
		return "", fmt.Errorf("%w: %q is not of the form 2026年7月9日", ErrDate, text)
	}
	year, month, day := digits(m[1]), digits(m[2]), digits(m[3])
	return NewDate(year, month, day)
}

// digits reads a short run of decimal digits that a pattern has matched.
func digits(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
