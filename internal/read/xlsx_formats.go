package read

import (
	"encoding/xml"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// cellFormat is what a number in a cell stands for.
type cellFormat int

const (
	asNumber cellFormat = iota
	asDay
	asMonth
	asPercent
)

var (
	// notFormat matches what is literal in a number format.
	notFormat = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.`)
	// monthFormat matches a format that shows year and month but no day.
	monthFormat = regexp.MustCompile(`(?i)^[^d]*y[^d]*m[^d]*$`)
	isoFormat   = regexp.MustCompile(`(?i)[yd]`)
)

// readFormats reads which styles show numbers as days or as percentages.
func (w *workbook) readFormats() error {
	custom := map[string]string{}
	return w.part("xl/styles.xml", func(x *xmlReader, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmts":
			return x.children(func(e xml.StartElement) error {
				custom[attr(e, "numFmtId")] = attr(e, "formatCode")
				return x.skip()
			})
		case "cellXfs":
			return x.children(func(e xml.StartElement) error {
				id := attr(e, "numFmtId")
				w.formats = append(w.formats, formatOf(id, custom[id]))
				return x.skip()
			})
		}
		return x.skip()
	})
}

// formatOf tells what a number format shows: by its code, or by its number
// where it is built in. Those from 27 to 58 are the East Asian dates.
func formatOf(id, code string) cellFormat {
	if code != "" {
		bare := notFormat.ReplaceAllString(code, "")
		switch {
		case strings.Contains(bare, "%"):
			return asPercent
		case strings.EqualFold(bare, "general"):
			return asNumber
		case monthFormat.MatchString(bare):
			return asMonth
		case isoFormat.MatchString(bare):
			return asDay
		}
		return asNumber
	}
	n := smallNumber(id)
	switch {
	case n == 9 || n == 10:
		return asPercent
	case n == 17 || n == 27 || n == 36 || n == 50 || n == 52 || n == 57:
		return asMonth
	case n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58:
		return asDay
	}
	return asNumber
}

// shown is a number as its cell shows it, roughly: a day as YYYY-MM-DD, a month as
// 2026年6月, a percentage with its sign, anything else without needless decimals.
func (f cellFormat) shown(raw string, day0 time.Time) string {
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return raw
	}
	switch {
	case (f == asDay || f == asMonth) && n >= 1 && n < 2_957_003: // up to 9999-12-31 by either count
		day := day0.AddDate(0, 0, int(n))
		if f == asMonth {
			return day.Format("2006年1月")
		}
		return day.Format(time.DateOnly)
	case f == asPercent:
		return strconv.FormatFloat(math.Round(n*1e6)/1e4, 'f', -1, 64) + "%"
	case math.Abs(n) < 1e15:
		return strconv.FormatFloat(math.Round(n*1e6)/1e6, 'f', -1, 64)
	}
	return raw
}
