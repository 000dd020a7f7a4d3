package read

import "strings"

// chineseDigits are the digits of Chinese numerals, the two shapes of zero and
// 两 included.
var chineseDigits = map[rune]int{
	'零': 0, '〇': 0, '○': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5,
	'六': 6, '七': 7, '八': 8, '九': 9,
}

var chineseUnits = map[rune]int{'十': 10, '百': 100, '千': 1000}

// isChineseNumeral tells whether r can stand in a Chinese numeral.
func isChineseNumeral(r rune) bool {
	_, digit := chineseDigits[r]
	_, unit := chineseUnits[r]
	return digit || unit
}

// ParseNumeral reads a whole number below 10,000 in Arabic digits (half or full
// width) or Chinese (十五, 一百零三, 二〇二六); false for anything else.
func ParseNumeral(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, false
	}
	if n, ok := parseArabic(s); ok {
		return n, true
	}
	if strings.ContainsAny(s, "十百千") {
		return parseChineseUnits(s)
	}
	return parseChineseDigits(s)
}

func parseArabic(s string) (int, bool) {
	n, count := 0, 0
	for _, r := range s {
		d, ok := arabicDigit(r)
		if count++; !ok || count > 4 {
			return 0, false
		}
		n = n*10 + d
	}
	return n, count > 0
}

// arabicDigit is the value of a half- or full-width digit.
func arabicDigit(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= '０' && r <= '９':
		return int(r - '０'), true
	}
	return 0, false
}

// parseChineseDigits reads digits one after the other, as years are written.
func parseChineseDigits(s string) (int, bool) {
	n, count := 0, 0
	for _, r := range s {
		d, ok := chineseDigits[r]
		if count++; !ok || count > 4 {
			return 0, false
		}
		n = n*10 + d
	}
	return n, count > 0
}

// parseChineseUnits reads numerals with 十, 百 and 千.
func parseChineseUnits(s string) (int, bool) {
	total, digit, last := 0, -1, 10_000
	for _, r := range s {
		if d, ok := chineseDigits[r]; ok {
			if digit > 0 {
				return 0, false
			}
			digit = d
			continue
		}
		unit, ok := chineseUnits[r]
		if !ok || unit >= last {
			return 0, false
		}
		if digit <= 0 {
			digit = 1
		}
		total, digit, last = total+digit*unit, -1, unit
	}
	return total + max(digit, 0), true
}
