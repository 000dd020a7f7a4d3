package main

import (
	"strconv"
	"strings"
)

// numberOf is the last number that a mark as printed names.
func numberOf(mark string) int {
	last := 0
	digits := ""
	chinese := ""
	flush := func() {
		if digits != "" {
			last, _ = strconv.Atoi(digits)
		}
		if chinese != "" {
			last = chineseNumber(chinese)
		}
		digits, chinese = "", ""
	}
	for _, r := range mark {
		switch {
		case r >= '0' && r <= '9':
			digits += string(r)
		case r >= '０' && r <= '９':
			digits += string(r - '０' + '0')
		case r >= '①' && r <= '⑳':
			last = int(r-'①') + 1
		case r >= '⑴' && r <= '⒇':
			last = int(r-'⑴') + 1
		case r >= '㈠' && r <= '㈩':
			last = int(r-'㈠') + 1
		case r >= '⒈' && r <= '⒛':
			last = int(r-'⒈') + 1
		case strings.ContainsRune("一二三四五六七八九十百零〇", r):
			chinese += string(r)
		default:
			flush()
		}
	}
	flush()
	return last
}

func chineseNumber(s string) int {
	total, digit := 0, 0
	for _, r := range s {
		switch r {
		case '十', '百':
			unit := 10
			if r == '百' {
				unit = 100
			}
			total += max(digit, 1) * unit
			digit = 0
		case '零', '〇':
		default:
			digit = 1 + strings.Index("一二三四五六七八九", string(r))/len("一")
		}
	}
	return total + digit
}
