package read

import (
	"strconv"
	"strings"
)

// formatNumber prints a list number in one of Word's number formats; formats
// that Chinese papers do not use come out in Arabic digits.
func formatNumber(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
		"taiwaneseCountingThousand", "koreanCounting":
		return chineseNumber(n, "零一二三四五六七八九", "十百千")
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return chineseNumber(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return digitByDigit(n, []rune("〇一二三四五六七八九"))
	case "decimalFullWidth", "decimalFullWidth2":
		return digitByDigit(n, []rune("０１２３４５６７８９"))
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return glyph(n, '①', 20)
	case "decimalEnclosedFullstop":
		return glyph(n, '⒈', 20)
	case "decimalEnclosedParen":
		return glyph(n, '⑴', 20)
	case "ideographEnclosedCircle":
		return glyph(n, '㊀', 10)
	case "ideographTraditional":
		return glyphOf(n, []rune("甲乙丙丁戊己庚辛壬癸"))
	case "lowerLetter", "upperLetter":
		return letters(n, format == "upperLetter")
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	}
	return strconv.Itoa(n)
}

// chineseNumber writes n (below 10,000) with digits and units; 10 to 19 begin
// with the unit itself, as papers write them.
func chineseNumber(n int, digits, units string) string {
	if n <= 0 || n >= 10_000 {
		return strconv.Itoa(n)
	}
	d, u := []rune(digits), []rune(units)
	var b strings.Builder
	zero := false
	for place, size := 3, 1000; place >= 0; place, size = place-1, size/10 {
		digit := n / size % 10
		switch {
		case digit == 0:
			zero = b.Len() > 0
			continue
		case zero:
			b.WriteRune(d[0])
			zero = false
		}
		if !(digit == 1 && place == 1 && b.Len() == 0) {
			b.WriteRune(d[digit])
		}
		if place > 0 {
			b.WriteRune(u[place-1])
		}
	}
	return b.String()
}

func digitByDigit(n int, digits []rune) string {
	var b strings.Builder
	for _, r := range strconv.Itoa(n) {
		b.WriteRune(digits[r-'0'])
	}
	return b.String()
}

func glyph(n int, first rune, last int) string {
	if n < 1 || n > last {
		return strconv.Itoa(n)
	}
	return string(first + rune(n-1))
}

func glyphOf(n int, all []rune) string {
	if n < 1 || n > len(all) {
		return strconv.Itoa(n)
	}
	return string(all[n-1])
}

// letters prints a, b … z, aa, bb as Word does.
func letters(n int, upper bool) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	first := 'a'
	if upper {
		first = 'A'
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	parts := []struct {
		value int
		text  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	}
	var b strings.Builder
	for _, p := range parts {
		for ; n >= p.value; n -= p.value {
			b.WriteString(p.text)
		}
	}
	return b.String()
}
