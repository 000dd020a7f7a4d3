package read

import "strings"

// form is the shape of a heading mark; its value orders the shapes from the
// outermost to the innermost, and so gives the level.
type form int

// The forms of marks, with room between them for dotted marks (1.2.1).
const (
	formPart           form = 10 * (iota + 1) // 第一部分, 第二章
	formChinese                               // 一、
	formAspect                                // 第一个方面，
	formChineseBracket                        // （一）
	formDecimal                               // 1.
	formProblem                               // 问题1：
	formDecimalBracket                        // （1）
	formHalfBracket                           // 1）
	formCircled                               // ①
	formLetter                                // a.
	formOrdinal                               // 第一，
	formClause                                // 一是
	formOther                                 // 其一，
)

// mark is one heading mark found in a text.
type mark struct {
	form    form
	level   int    // form, plus the depth of a dotted mark
	number  int    // the last number of the mark
	path    []int  // all numbers of a dotted mark, nil otherwise
	printed string // as it stands in the text, without blanks around it
	// doubtful tells that a number follows which may belong to the mark: 2.12处,
	// 3.2025年. Such a mark counts only where its number is next in turn.
	doubtful bool
	size     int // bytes up to the text that it heads
}

// markAt reads the mark with which s begins, if it begins with one. Leading
// blanks are not skipped.
func markAt(s string) (mark, bool) {
	sc := scanner{rest: s}
	var m mark
	ok := false
	for _, try := range []func(*scanner) (mark, bool){
		glyphMark, ordinalMark, clauseMark, bracketMark, chineseMark, problemMark, decimalMark, letterMark,
	} {
		sc.rest = s
		if m, ok = try(&sc); ok {
			break
		}
	}
	if !ok || !headsText(m, sc.rest) {
		return mark{}, false
	}
	m.printed = strings.TrimSpace(s[:len(s)-len(sc.rest)])
	if m.form == formChineseBracket || m.form == formDecimalBracket || m.form == formHalfBracket {
		sc.skipRunes("、．.")
	}
	sc.skipBlanks()
	m.size = len(s) - len(sc.rest)
	if m.level == 0 {
		m.level = int(m.form)
	}
	return m, true
}

// headsText refuses what looks like a mark and is the beginning of a word: the
// point of 1.5万元, the paragraph of a rule in （三）项规定, the grades in 二、三级医院.
func headsText(m mark, rest string) bool {
	next, after := firstTwo(rest)
	switch m.form {
	case formDecimal:
		return strings.Trim(rest, "0123456789.．") != "" || rest == ""
	case formChinese:
		return !isChineseNumeral(next) || !strings.ContainsRune("、级等线季类把手年日月", after)
	case formChineseBracket, formDecimalBracket:
		return !(strings.ContainsRune("项款目条", next) && strings.ContainsRune("规定之的、，第", after))
	}
	return true
}

func firstTwo(s string) (rune, rune) {
	var two [2]rune
	i := 0
	for _, r := range s {
		if two[i] = r; i == 1 {
			break
		}
		i++
	}
	return two[0], two[1]
}

func isDigit(r rune) bool {
	_, ok := arabicDigit(r)
	return ok
}
