package incoming

// Likeness of two wordings in hundredths: the share of pairs of neighbouring
// characters that both have. Marks and white space do not count.
func Likeness(a, b string) int {
	x, y := pairs(a), pairs(b)
	n, all := 0, 0
	for p, k := range x {
		n += min(k, y[p])
		all += k
	}
	for _, k := range y {
		all += k
	}
	if all == 0 {
		return 0
	}
	return 200 * n / all
}

func pairs(s string) map[[2]rune]int {
	out := map[[2]rune]int{}
	var last rune
	for _, r := range plain(s) {
		if last != 0 {
			out[[2]rune{last, r}]++
		}
		last = r
	}
	return out
}

// plain is a wording without white space and marks.
func plain(s string) string {
	out := make([]rune, 0, len(s)/3)
	for _, r := range s {
		if !isMark(r) {
			out = append(out, r)
		}
	}
	return string(out)
}

func isMark(r rune) bool {
	switch r {
	case '。', '，', '、', '；', '：', '“', '”', '"', '（', '）', '(', ')', '.', ',', ';', ':', ' ', '\n', '\t', '\u3000', '\u00a0':
		return true
	}
	return false
}
