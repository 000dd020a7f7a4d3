package read

import (
	"regexp"
	"strconv"
	"time"
)

const (
	arabicYear  = `[0-9０-９]{4}`
	chineseYear = `[二两][〇○零OＯ0一二三四五六七八九]{3}`
	anyNumber   = `[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}`
)

// fullDate matches a day in the forms that papers and ledgers use.
var fullDate = regexp.MustCompile(`(` + arabicYear + `|` + chineseYear + `)\s*[年./\-－．]\s*(` + anyNumber + `)\s*[月./\-－．]\s*(` + anyNumber + `)\s*[日号]?`)

// dateLine matches a line without blanks that is only a date, a masked or
// unfilled one too.
var dateLine = regexp.MustCompile(`^[（(]?(?:[0-9０-９*×xX＊]{2,4}|` + chineseYear + `)?年(?:[0-9０-９*×xX＊一二三四五六七八九十]{0,3}月)?(?:[0-9０-９*×xX＊一二三四五六七八九十]{0,3}日)?[）)]?$`)

var (
	// numericLine matches a line without blanks that is only a day in figures.
	numericLine = regexp.MustCompile(`^[（(]?20[0-9]{2}([./\-－．])(?:0?[1-9]|1[0-2])[./\-－．](?:[12][0-9]|3[01]|0?[1-9])日?[）)]?$`)
	// dateLabel matches the label that a date may have.
	dateLabel  = regexp.MustCompile(`^(?:(?:成文|印发|报告|落款)?(?:日期|时间))[：:]`)
	wholeMonth = regexp.MustCompile(`(` + arabicYear + `|` + chineseYear + `)年(` + anyNumber + `)月`)
)

// isDateLine tells whether a line is only a date.
func isDateLine(text string) bool {
	s := dateLabel.ReplaceAllString(squeezed(text), "")
	return dateLine.MatchString(s) || numericLine.MatchString(s)
}

// dayOrMonth gives the first day that s names as YYYY-MM-DD or, where it names
// none, its first month as YYYY-MM; "" when it has neither.
func dayOrMonth(s string) string {
	if date, ok := findDate(s); ok {
		return date
	}
	if fullDate.MatchString(s) {
		return "" // a day that does not exist
	}
	m := wholeMonth.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if date, ok := isoDate(m[1], m[2], "1"); ok {
		return date[:len("2006-01")]
	}
	return ""
}

// findDate gives the first full date in s as YYYY-MM-DD; false when there is
// none, or when it is a day that does not exist.
func findDate(s string) (string, bool) {
	m := fullDate.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	return isoDate(m[1], m[2], m[3])
}

// isoDate puts the parts of a date together; false for an impossible day.
func isoDate(year, month, day string) (string, bool) {
	y, m, d := dateNumber(year), dateNumber(month), dateNumber(day)
	if y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 {
		return "", false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

// monthEnd is the last day of a month as YYYY-MM-DD.
func monthEnd(year, month int) string {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// dateNumber reads a part of a date, the letters that stand for zero included;
// 0 when it is none.
func dateNumber(s string) int {
	out := make([]rune, 0, 4)
	for _, r := range s {
		if r == 'O' || r == 'Ｏ' {
			r = '〇'
		}
		if r == '0' && len(out) > 0 && out[0] > 0x80 {
			r = '〇'
		}
		out = append(out, r)
	}
	n, _ := ParseNumeral(string(out))
	return n
}

var serialDay = regexp.MustCompile(`^[1-9][0-9]{4}(?:\.[0-9]+)?$`)

// fromSerial reads a day written as a spreadsheet's serial number (days since
// 1899-12-30), as a cell without a date format shows it.
func fromSerial(s string) (string, bool) {
	if !serialDay.MatchString(s) {
		return "", false
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 36_526 || n > 73_050 { // 2000-01-01 to 2099-12-31
		return "", false
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)).Format(time.DateOnly), true
}

// impossibleDay tells whether a text without blanks names a day that no calendar
// has, such as 2026年6月31日.
func impossibleDay(s string) bool {
	for _, m := range fullDate.FindAllStringSubmatch(s, -1) {
		if _, ok := isoDate(m[1], m[2], m[3]); !ok {
			return true
		}
	}
	return false
}
