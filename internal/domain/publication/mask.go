package publication

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Rule says what is masked.
type Rule string

// The rules.
const (
	Names   Rule = "names"   // 姓名: people of the records
	Amounts Rule = "amounts" // 金额
	Dates   Rule = "dates"   // 具体日期: the day; the year stays, and a term such as 2026年6月底前
	Numbers Rule = "numbers" // 文号
	Words   Rule = "words"   // words that somebody typed: names of firms and others
)

// Rules lists the rules that can be switched on; Words works by its list.
func Rules() []Rule { return []Rule{Names, Amounts, Dates, Numbers} }

// Masking is which rules mask a paper.
type Masking struct {
	Rules []Rule
	Words []string
}

// Stretch is a part of a text, in bytes, that a rule replaces.
type Stretch struct {
	From, To int
	With     string
	Rule     Rule
}

var (
	amount   = regexp.MustCompile(`\d[\d,，]*(?:\.\d+)?\s*(?:余|多)?(百|千|万|百万|千万|亿)?元`)
	date     = regexp.MustCompile(`(\d{4}年)?\d{1,2}月\d{1,2}日`)
	document = regexp.MustCompile(`[\p{Han}A-Za-z]{1,16}〔\d{4}〕\d+号`)
)

// Find gives what is masked of a text, from left to right; of two that overlap
// the one that begins first, of those the longer. people are the names that
// the rule for names knows.
func (m Masking) Find(text string, people []string) []Stretch {
	var all []Stretch
	for _, r := range m.Rules {
		switch r {
		case Names:
			all = append(all, each(text, people, Names, byFamily)...)
		case Amounts:
			all = append(all, matches(text, amount, Amounts, func(g []string) string { return "××" + g[1] + "元" })...)
		case Dates:
			all = append(all, matches(text, date, Dates, func(g []string) string { return g[1] + "×月×日" })...)
		case Numbers:
			all = append(all, matches(text, document, Numbers, func([]string) string { return "××号" })...)
		}
	}
	all = append(all, each(text, m.Words, Words, func(string) string { return "××" })...)
	slices.SortStableFunc(all, func(a, b Stretch) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To)) })
	out, end := all[:0], 0
	for _, s := range all {
		if s.From >= end {
			out, end = append(out, s), s.To
		}
	}
	return out
}

// byFamily keeps the first character of a name.
func byFamily(name string) string { return string([]rune(name)[0]) + "某" }

// each finds every occurrence of words.
func each(text string, list []string, r Rule, with func(string) string) []Stretch {
	var out []Stretch
	for _, word := range list {
		if len([]rune(word)) < 2 {
			continue // one character says too little of what is meant
		}
		for from := 0; ; {
			at := strings.Index(text[from:], word)
			if at < 0 {
				break
			}
			from += at
			out = append(out, Stretch{from, from + len(word), with(word), r})
			from += len(word)
		}
	}
	return out
}

func matches(text string, at *regexp.Regexp, r Rule, with func(groups []string) string) []Stretch {
	var out []Stretch
	for _, m := range at.FindAllStringSubmatchIndex(text, -1) {
		groups := make([]string, len(m)/2)
		for n := range groups {
			if m[2*n] >= 0 {
				groups[n] = text[m[2*n]:m[2*n+1]]
			}
		}
		out = append(out, Stretch{m[0], m[1], with(groups), r})
	}
	return out
}
