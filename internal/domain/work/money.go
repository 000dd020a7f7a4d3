package work

import (
	"strconv"
	"strings"
)

// ParseYuan reads an amount in yuan, with at most two decimals and thousands
// separators allowed, as 分 (1/100 yuan). An empty text is nothing.
func ParseYuan(text string) (int64, bool) {
	text = strings.NewReplacer(",", "", "，", "", "元", "", " ", "").Replace(text)
	if text == "" {
		return 0, true
	}
	whole, cents, _ := strings.Cut(text, ".")
	if len(whole) == 0 || len(whole) > 13 || len(cents) > 2 || strings.ContainsAny(whole+cents, "+-_") {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+(cents + "00")[:2], 10, 64)
	return n, err == nil
}

// Yuan writes an amount in 分 as yuan: 123456 → 1234.56, 100 → 1.
func Yuan(amount int64) string {
	s := strconv.FormatInt(amount/100, 10)
	if cents := amount % 100; cents != 0 {
		s += "." + strings.TrimRight(strconv.FormatInt(100+cents, 10)[1:], "0")
	}
	return s
}

// Money writes an amount in 分 with its unit, always exactly: in 万元 from ten
// thousand yuan on where two decimals say it whole, else in 元. 23112000 分 →
// 231.12万元, 123456 分 → 1234.56元.
func Money(amount int64) string {
	const wan, hundredth = 1_000_000, 10_000
	if amount < wan || amount%hundredth != 0 {
		return Yuan(amount) + "元"
	}
	return Yuan(amount/hundredth) + "万元"
}

// ParseMoney reads an amount in 元, 万元 or 亿元 (元 where no unit is named) as
// 分; an amount that is no whole 分, or another unit, is refused.
func ParseMoney(text, unit string) (int64, bool) {
	scale, ok := map[string]int64{"": 100, "元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}[unit]
	if !ok {
		return 0, false
	}
	if scale == 100 {
		return ParseYuan(text)
	}
	whole, fraction, _ := strings.Cut(strings.NewReplacer(",", "", "，", "", " ", "").Replace(text), ".")
	if whole == "" || strings.ContainsAny(whole+fraction, "+-_") {
		return 0, false
	}
	for _, r := range fraction {
		if r < '0' || r > '9' {
			return 0, false
		}
	}
	return scaled(whole, fraction, scale)
}
