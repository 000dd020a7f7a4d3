package read

import "strings"

// glyphRuns are the characters that are a whole mark by themselves, by the
// first of a run of consecutive code points.
var glyphRuns = []struct {
	first, last rune
	start       int
	form        form
	stop        string // what may follow as part of the mark
}{
	{'①', '⑳', 1, formCircled, ""},
	{'㉑', '㉟', 21, formCircled, ""},
	{'❶', '❿', 1, formCircled, ""},
	{'⑴', '⒇', 1, formDecimalBracket, ""},
	{'⒈', '⒛', 1, formDecimal, ""},
	{'㈠', '㈩', 1, formChineseBracket, ""},
	{'Ⅰ', 'Ⅻ', 1, formPart, "、.．"},
}

func glyphMark(sc *scanner) (mark, bool) {
	r := sc.next()
	for _, run := range glyphRuns {
		if r < run.first || r > run.last {
			continue
		}
		if run.stop != "" && !sc.takeAny(run.stop) {
			return mark{}, false
		}
		return mark{form: run.form, number: run.start + int(r-run.first)}, true
	}
	return mark{}, false
}

// ordinalMark reads 第一部分, 第二章, 第一节 and 第一，. An article of a rule (第三条) is none.
func ordinalMark(sc *scanner) (mark, bool) {
	if sc.next() != '第' {
		return mark{}, false
	}
	n, ok := sc.number()
	if !ok {
		return mark{}, false
	}
	sc.skipBlanks()
	if sc.takeWord("部分") || sc.takeAny("章编篇") {
		sc.takeAny("：:、")
		return mark{form: formPart, number: n}, true
	}
	if sc.takeAny("节") {
		sc.takeAny("：:、")
		return mark{form: formPart, level: int(formPart) + 1, number: n}, true
	}
	f := formOrdinal
	if sc.takeWord("个方面") || sc.takeWord("方面") {
		f = formAspect
	}
	return mark{form: f, number: n}, sc.takeAny("，、：,:")
}

// clauseMark reads 一是, 二是 … and 其一，.
func clauseMark(sc *scanner) (mark, bool) {
	if sc.takeWord("其") {
		n, ok := sc.chineseNumber()
		return mark{form: formOther, number: n}, ok && sc.takeAny("，、：,:是")
	}
	n, ok := sc.chineseNumber()
	if !ok || !sc.takeAny("是") {
		return mark{}, false
	}
	return mark{form: formClause, number: n}, true
}

// bracketMark reads （一）, (1), 【1】 and [1].
func bracketMark(sc *scanner) (mark, bool) {
	closers := map[rune]string{'（': "）)", '(': "）)", '【': "】", '[': "]", '〔': "〕"}
	closing, ok := closers[sc.next()]
	if !ok {
		return mark{}, false
	}
	sc.skipBlanks()
	f := formDecimalBracket
	n, ok := sc.arabicNumber()
	if !ok {
		f = formChineseBracket
		n, ok = sc.chineseNumber()
	}
	sc.skipBlanks()
	if !ok || n > maxMark || !sc.takeAny(closing) {
		return mark{}, false
	}
	return mark{form: f, number: n}, true
}

// maxMark is the highest number that a mark can have: above it brackets hold
// years and documents' numbers.
const maxMark = 400

func chineseMark(sc *scanner) (mark, bool) {
	n, ok := sc.chineseNumber()
	if !ok {
		return mark{}, false
	}
	sc.skipBlanks()
	if !sc.takeAny("、.．") {
		return mark{}, false
	}
	return mark{form: formChinese, number: n}, true
}

// problemMark reads 问题1： and 问题一、.
func problemMark(sc *scanner) (mark, bool) {
	if !sc.takeWord("问题") {
		return mark{}, false
	}
	sc.skipBlanks()
	n, ok := sc.number()
	sc.skipBlanks()
	if !ok || !sc.takeAny("：:、.．") {
		return mark{}, false
	}
	return mark{form: formProblem, number: n}, true
}

// decimalMark reads 1. 1． 1、 1） and dotted numbers such as 1.2.1. A quantity or a
// year after the first point is no part of the mark.
func decimalMark(sc *scanner) (mark, bool) {
	n, ok := sc.arabicNumber()
	if !ok || n > maxMark {
		return mark{}, false
	}
	first := sc.rest
	path := []int{n}
	for len(path) < 6 {
		back := sc.rest
		if !sc.takeAny(".．") {
			break
		}
		more, ok := sc.arabicNumber()
		if !ok || more > maxMark {
			sc.rest = back
			break
		}
		path = append(path, more)
	}
	next, _ := firstTwo(sc.rest)
	if len(path) > 1 && next != 0 && !strings.ContainsRune(quantityUnits, next) && !(next == '.' || next == '．') {
		sc.takeAny(".．、")
		return dotted(path), true
	}
	return simpleDecimal(sc, n, first)
}

// simpleDecimal reads the rest of a mark whose number has been read.
func simpleDecimal(sc *scanner, n int, rest string) (mark, bool) {
	sc.rest = rest
	sc.skipBlanks()
	if sc.takeAny("）)") {
		return mark{form: formHalfBracket, number: n}, true
	}
	if sc.takeAny("、") {
		return mark{form: formDecimal, number: n}, true
	}
	wide := strings.HasPrefix(sc.rest, "．")
	if !sc.takeAny(".．") {
		return mark{}, false
	}
	after := *sc
	_, isNumber := after.arabicNumber()
	unit, _ := firstTwo(after.rest)
	return mark{form: formDecimal, number: n, doubtful: isNumber && !wide && strings.ContainsRune(fractionUnits, unit)}, true
}

// quantityUnits are the characters after a number that make it a quantity;
// fractionUnits those of which there can be a fraction, so that 1.5万元 may be
// no mark before 5万元.
const (
	quantityUnits = fractionUnits + "个年月日处名人次件项条起笔家户份间台套辆届期批场篇宗例部本只座"
	fractionUnits = "万亿元倍%％‰°℃亩吨公米度.．"
)

func dotted(path []int) mark {
	return mark{
		form: formDecimal, level: int(formDecimal) + len(path) - 1, number: path[len(path)-1], path: path,
	}
}

// letterMark reads a. and b）.
func letterMark(sc *scanner) (mark, bool) {
	r := sc.next()
	lower := r | 0x20
	if r > 'z' || lower < 'a' || lower > 'z' || !sc.takeAny(".．、）)") {
		return mark{}, false
	}
	next, _ := firstTwo(sc.rest)
	if next < 0x80 && !strings.ContainsRune(" \t", next) {
		return mark{}, false
	}
	return mark{form: formLetter, number: int(lower-'a') + 1}, true
}
