package signal

import (
	"slices"
	"unicode"
)

// normal gives the letters and Chinese characters of a text; every run of
// digits counts as one 0, so that copies with other dates and amounts are
// still copies. Marks and spaces do not count.
func normal(text string, to []rune) []rune {
	digits := false
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			if !digits {
				to = append(to, '0')
			}
			digits = true
			continue
		case unicode.IsLetter(r):
			to = append(to, unicode.ToLower(r))
		default:
			continue
		}
		digits = false
	}
	return to
}

// shingleRunes is the length of a shingle.
const shingleRunes = 3

// shingles gives the hashes of all runs of three characters, each once, sorted.
func shingles(chars []rune, to []uint64) []uint64 {
	for i := 0; i+shingleRunes <= len(chars); i++ {
		to = append(to, mix(uint64(chars[i])<<42^uint64(chars[i+1])<<21^uint64(chars[i+2])))
	}
	slices.Sort(to)
	return slices.Compact(to)
}

// mix spreads a number over all 64 bits (the finaliser of splitmix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// alike is the share of shingles that two texts have in common, in per cent.
func alike(a, b []uint64) int {
	common, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	all := len(a) + len(b) - common
	if all == 0 {
		return 0
	}
	return 100 * common / all
}

// Alike tells how alike two texts are, in per cent: the share of runs of three
// characters that they have in common, without marks and with every number
// counted as the same.
func Alike(a, b string) int {
	return alike(shingles(normal(a, nil), nil), shingles(normal(b, nil), nil))
}
