package read

import (
	"regexp"
	"strings"
)

var (
	monthDate   = regexp.MustCompile(`(` + arabicYear + `|` + chineseYear + `)\s*[年./\-－．]\s*(` + anyNumber + `)\s*(?:月份?)?\s*(上旬|中旬|初|中)?`)
	monthRange  = regexp.MustCompile(`(` + arabicYear + `|` + chineseYear + `)\s*[年./]\s*(?:` + anyNumber + `)\s*月?[^，。；年]{0,6}?(?:至|到|—|–|-|~|～)+\s*(` + anyNumber + `)\s*月`)
	quarterDate = regexp.MustCompile(`(` + arabicYear + `)\s*年?\s*第?([1-4一二三四])\s*季度`)
	halfDate    = regexp.MustCompile(`(` + arabicYear + `)\s*年?\s*(上|下)半年`)
	yearDate    = regexp.MustCompile(`(` + arabicYear + `)\s*年\s*(?:年?[底末内]|全年|度|12月|前|$)`)
	compactDate = regexp.MustCompile(`^(20[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$`)
	// clockEnd is the time of day behind a date that a program has written.
	clockEnd = regexp.MustCompile(`(?:\s+|T)0{1,2}:00(?::00)?(?:\.0+)?$`)
	// plainEnd is what may follow a date without making it more than a date.
	plainEnd = regexp.MustCompile(`^(?:之前|以前|前|止|内)?(?:全部|按期|全面)?(?:完成|办结)?[。；]?$`)
)

// parseDue reads a deadline: a day, a month or another stretch of time, whose
// last day counts, a term, or several of them, of which the latest day counts.
// Term holds the words whenever they say more than a plain day.
func parseDue(s string) Due {
	s = strings.Trim(strings.TrimSpace(s), "。；;，, ")
	s = clockEnd.ReplaceAllString(s, "")
	bare := squeezed(s)
	if bare == "" || bare == "/" || bare == "—" || bare == "-" || bare == "无" {
		return Due{}
	}
	if m := compactDate.FindStringSubmatch(bare); m != nil {
		if date, ok := isoDate(m[1], m[2], m[3]); ok {
			return Due{Date: date}
		}
	}
	if date, ok := fromSerial(bare); ok {
		return Due{Date: date}
	}
	if at := fullDate.FindStringIndex(bare); at != nil && at[0] == 0 && plainEnd.MatchString(bare[at[1]:]) {
		if date, ok := findDate(bare); ok {
			return Due{Date: date}
		}
	}
	return Due{Date: latestDay(bare), Term: s}
}

// latestDay is the latest day that a text without blanks names, directly or as
// the end of a month, quarter, half or year; "" when it names none.
func latestDay(s string) string {
	s = withYears(s)
	latest := ""
	take := func(date string, ok bool) {
		if ok && date > latest {
			latest = date
		}
	}
	for _, m := range fullDate.FindAllStringSubmatch(s, -1) {
		take(isoDate(m[1], m[2], m[3]))
	}
	s = fullDate.ReplaceAllString(s, "")
	for _, m := range monthRange.FindAllStringSubmatch(s, -1) {
		take(endOf(dateNumber(m[1]), dateNumber(m[2]), ""))
	}
	for _, m := range monthDate.FindAllStringSubmatch(s, -1) {
		take(endOf(dateNumber(m[1]), dateNumber(m[2]), m[3]))
	}
	for _, m := range quarterDate.FindAllStringSubmatch(s, -1) {
		take(endOf(dateNumber(m[1]), 3*dateNumber(m[2]), ""))
	}
	for _, m := range halfDate.FindAllStringSubmatch(s, -1) {
		month := 6
		if m[2] == "下" {
			month = 12
		}
		take(endOf(dateNumber(m[1]), month, ""))
	}
	if latest == "" {
		for _, m := range yearDate.FindAllStringSubmatch(s, -1) {
			take(endOf(dateNumber(m[1]), 12, ""))
		}
	}
	return latest
}

// yearOrMonth matches a year, or a month in figures.
var yearOrMonth = regexp.MustCompile(`(` + arabicYear + `|` + chineseYear + `)年|[0-9０-９]{1,2}月`)

// withYears gives the months that name no year that of the date before them, as
// in 2026年6月底前修订，9月底前落实.
func withYears(s string) string {
	var b strings.Builder
	year, rest := "", 0
	for _, at := range yearOrMonth.FindAllStringSubmatchIndex(s, -1) {
		if at[2] >= 0 {
			year = s[at[2]:at[3]]
			continue
		}
		b.WriteString(s[rest:at[0]])
		if year != "" && !strings.HasSuffix(s[:at[0]], "年") {
			b.WriteString(year + "年")
		}
		rest = at[0]
	}
	return b.String() + s[rest:]
}

// endOf is the last day of a month, or of the part of it that is named.
func endOf(year, month int, part string) (string, bool) {
	if year < 1900 || year > 2200 || month < 1 || month > 12 {
		return "", false
	}
	end := monthEnd(year, month)
	switch part {
	case "上旬", "初":
		return end[:8] + "10", true
	case "中旬", "中":
		return end[:8] + "20", true
	}
	return end, true
}
