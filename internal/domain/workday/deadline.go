package workday

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// ErrDeadline is what every failure to read a term wraps.
var ErrDeadline = errors.New("not a deadline")

// Deadline is the term of one problem or measure (完成时限): a day, a condition
// that is kept up, or both. The zero value is no deadline.
type Deadline struct {
	Date      Date   `json:"date"`      // last day; "" for 立行立改 and 长期坚持 without one
	Term      string `json:"term"`      // the wording as printed; "" for a bare day
	LongTerm  bool   `json:"longTerm"`  // 长期坚持: goes on after sign-off
	Immediate bool   `json:"immediate"` // 立行立改: due by the profile's rule for immediate matters
}

// IsZero tells whether no deadline is set.
func (d Deadline) IsZero() bool { return d == Deadline{} }

// String is the deadline as lists and papers show it: the wording as printed,
// or the day as 2026年7月9日. ParseDeadline reads it back to the same value.
func (d Deadline) String() string {
	if d.Term != "" {
		return d.Term
	}
	return d.Date.Chinese()
}

// AsTerm is the wording of a term that a day alone makes. Whoever moves a
// deadline rewords its term so: the old words would name another day.
func (d Date) AsTerm() string { return d.Chinese() + "前" }

// ParseDeadline reads a term as ledgers write it: 立行立改, 长期坚持,
// 立行立改并长期坚持, 2026年底前, 2026年6月底前, 2026年6月30日前, 2026年上半年,
// 2026-06-30, 2026.6.30, and such parts joined. Full-width digits are read as
// digits, and the wording is kept. An empty text is no deadline. What cannot
// be read wholly, such as a term without its year, is an error that wraps
// ErrDeadline: a guess would be a wrong deadline.
func ParseDeadline(text string) (Deadline, error) {
	text = strings.TrimSpace(text)
	rest := plainDigits(text)
	if rest == "" {
		return Deadline{}, nil
	}
	if d, ok := bareDay(rest); ok {
		return Deadline{Date: d}, nil
	}
	deadline := Deadline{Term: text}
	for rest != "" {
		n, err := deadline.take(rest)
		if err != nil {
			return Deadline{}, fmt.Errorf("%w: %q", err, text)
		}
		rest = joints.ReplaceAllString(rest[n:], "")
	}
	return deadline, nil
}

var (
	immediateWords = regexp.MustCompile(`^(立行立改|立知立改|即知即改|立即整改)(到位|完成)?`)
	longTermWords  = regexp.MustCompile(`^(长期坚持|持续坚持|长期整改|长期推进|持续推进|长期)(整改|推进|落实)?`)
	joints         = regexp.MustCompile(`^[\s，,、；;。和并且及]+`)
	tail           = regexp.MustCompile(`^(之前|以前|前|内)?(取得阶段性成效|整改完成|完成整改|整改到位|基本完成|完成)?`)
)

// take reads one part at the start of text and tells how many bytes it has.
func (d *Deadline) take(text string) (int, error) {
	if m := immediateWords.FindString(text); m != "" {
		d.Immediate = true
		return len(m), nil
	}
	if m := longTermWords.FindString(text); m != "" {
		d.LongTerm = true
		return len(m), nil
	}
	day, n, err := leadingDay(text)
	if err != nil {
		return 0, err
	}
	if d.Date != "" {
		return 0, fmt.Errorf("%w: two days in one term", ErrDeadline)
	}
	d.Date = day
	return n + len(tail.FindString(text[n:])), nil
}

// bareDay reads a text that is a day and nothing else.
func bareDay(text string) (Date, bool) {
	day, n, err := leadingDay(text)
	if err != nil || n != len(text) || !endsInDay.MatchString(text) {
		return "", false
	}
	return day, true
}

var endsInDay = regexp.MustCompile(`^\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}日?$`)

// plainDigits turns full-width digits into ASCII ones.
func plainDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
}
