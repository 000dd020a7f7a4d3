package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner takes pieces from the front of a text.
type scanner struct{ rest string }

// next takes one rune, 0 at the end.
func (sc *scanner) next() rune {
	r, size := utf8.DecodeRuneInString(sc.rest)
	if size == 0 {
		return 0
	}
	sc.rest = sc.rest[size:]
	return r
}

// takeAny takes one rune if it is one of set.
func (sc *scanner) takeAny(set string) bool {
	r, size := utf8.DecodeRuneInString(sc.rest)
	if size == 0 || !strings.ContainsRune(set, r) {
		return false
	}
	sc.rest = sc.rest[size:]
	return true
}

// takeWord takes word if the text begins with it.
func (sc *scanner) takeWord(word string) bool {
	rest, ok := strings.CutPrefix(sc.rest, word)
	sc.rest = rest
	return ok
}

func (sc *scanner) skipBlanks() { sc.rest = strings.TrimLeftFunc(sc.rest, unicode.IsSpace) }

func (sc *scanner) skipRunes(set string) { sc.rest = strings.TrimLeft(sc.rest, set) }

// number takes a numeral of either kind.
func (sc *scanner) number() (int, bool) {
	if n, ok := sc.arabicNumber(); ok {
		return n, true
	}
	return sc.chineseNumber()
}

func (sc *scanner) arabicNumber() (int, bool) { return sc.numeral(isDigit) }

func (sc *scanner) chineseNumber() (int, bool) { return sc.numeral(isChineseNumeral) }

// longestNumeral is the most characters that a number below 10,000 has.
const longestNumeral = 8

// numeral takes the run of runes that belong; nothing when the run is not a
// number above zero.
func (sc *scanner) numeral(belongs func(rune) bool) (int, bool) {
	end, length := len(sc.rest), 0
	for i, r := range sc.rest {
		if !belongs(r) {
			end = i
			break
		}
		if length++; length > longestNumeral {
			return 0, false
		}
	}
	n, ok := ParseNumeral(sc.rest[:end])
	if !ok || n == 0 {
		return 0, false
	}
	sc.rest = sc.rest[end:]
	return n, true
}
