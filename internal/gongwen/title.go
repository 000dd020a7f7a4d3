package gongwen

import "strings"

// titleWidth is the number of 2号 characters that the type area holds.
const titleWidth = 20

// WrapTitle breaks a title into as few lines as its size allows, near to equal
// in length, and not where a reader would stumble: no line begins with 的, 和,
// a closing mark or the like, none ends with an opening one.
func WrapTitle(title string) []Run {
	rest := []rune(title)
	lines := (len(rest) + titleWidth - 1) / titleWidth
	var out []Run
	for ; lines > 1; lines-- {
		at := breakTitle(rest, len(rest)/lines, lines)
		out = append(out, Text(string(rest[:at])))
		rest = rest[at:]
	}
	return append(out, Text(string(rest)))
}

// breakTitle finds the best place near the mean length that leaves no more for
// the other lines than they hold.
func breakTitle(title []rune, mean, lines int) int {
	first := max(1, len(title)-titleWidth*(lines-1))
	best, cost := mean, 1<<30
	for at := first; at <= min(titleWidth, len(title)-1); at++ {
		c := 2*max(at-mean, mean-at) + breakCost(title, at)
		if c < cost {
			best, cost = at, c
		}
	}
	return best
}

// breakCost weighs a break before title[at]: low after the words that a title
// pauses at, high inside what belongs together.
func breakCost(title []rune, at int) int {
	before, after := title[at-1], title[at]
	switch {
	case strings.ContainsRune("的和与及》〉）〕”、，。：；", after), strings.ContainsRune("《〈（〔“", before):
		return 100
	case isASCIIWord(before) && isASCIIWord(after):
		return 60
	case strings.HasPrefix(string(title[at:]), "关于"), strings.ContainsRune("的》”、", before):
		return 0
	case strings.HasSuffix(string(title[:at]), "关于"):
		return 20
	case strings.ContainsRune("组会局委室部院", before):
		return 5
	default:
		return 8
	}
}

func isASCIIWord(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}
