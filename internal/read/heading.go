package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// headingForms are the forms of mark whose level an unmarked heading takes, by
// the outline level of its style.
var headingForms = []form{formChinese, formChineseBracket, formDecimal, formDecimalBracket, formCircled}

// maxHeading is the longest heading in characters; a longer paragraph has its
// outline level by mistake.
const maxHeading = 60

// headingMark stands for the mark that a heading by style alone does not have.
func (l line) headingMark() (mark, bool) {
	if l.heading < 1 || l.heading > len(headingForms) || l.title || utf8.RuneCountInString(l.text) > maxHeading {
		return mark{}, false
	}
	if endsWithAny(l.text, "。；：") && !unmarkedHeading.MatchString(squeezed(l.text)) {
		return mark{}, false
	}
	f := headingForms[l.heading-1]
	return mark{form: f, level: int(f)}, true
}

// settleHeadings tells the title apart from the headings when it has the style
// of one: it is the first, and ends as titles do or has no other at its level.
func settleHeadings(lines []line) {
	first, same := -1, 0
	for i, l := range lines {
		switch {
		case l.heading == 0:
		case first < 0:
			first = i
		case l.heading <= lines[first].heading:
			same++
		}
	}
	if first >= 0 && (same == 0 || titleEnd.MatchString(squeezed(lines[first].text))) {
		if _, marked := markAt(lines[first].text); !marked {
			lines[first].title = true
		}
	}
}

// unmarkedHeading matches a line (without blanks) that is a heading of a part of
// a paper in so many words.
var unmarkedHeading = regexp.MustCompile(`^(?:总体评价|(?:巡察)?(?:工作)?基本情况|(?:巡察)?(?:发现|反馈)?(?:存在)?的?(?:主要|突出|具体)?问题|(?:巡察)?(?:工作|整改|有关|相关|几点)?意见(?:和|与|及|、)?建议|(?:巡察|工作|整改)建议|整改意见|立行立改(?:的)?(?:事项|问题)|整改任务|整改任务及措施|组织领导|总体要求|工作要求|下一步(?:工作)?(?:打算|安排|计划))[：:]?$`)

// settleUnmarked makes headings of such lines in a paper whose marks begin
// further in: nothing else parts its findings from its recommendations.
func settleUnmarked(lines []line) {
	for _, l := range lines {
		if m, ok := l.mark(); ok && m.level < int(formAspect) {
			return
		}
	}
	for i, l := range lines {
		if s := squeezed(l.text); !l.row && !l.embedded && len(s) <= 60 && unmarkedHeading.MatchString(s) && !labelStart(s) {
			lines[i].heading = 1
		}
	}
}

// settleBareNumbers makes marks of the numbers without a point that head lines
// (2　整改任务) in a paper whose further marks are dotted (2.1, 2.1.1), as long as
// they count up.
func settleBareNumbers(lines []line) {
	dotted := slices.ContainsFunc(lines, func(l line) bool {
		m, ok := markAt(l.text)
		return ok && !l.row && len(m.path) > 1
	})
	for i, next := 0, 1; dotted && i < len(lines); i++ {
		sc := scanner{rest: lines[i].text}
		n, ok := sc.arabicNumber()
		digits := lines[i].text[:len(lines[i].text)-len(sc.rest)]
		if !ok || n != next || lines[i].row || lines[i].auto.text != "" || !startsWithAny(sc.rest, " \t\u3000") {
			continue
		}
		rest := strings.TrimLeft(sc.rest, " \t\u3000")
		if first, _ := firstTwo(rest); first < 0x2E80 || strings.ContainsRune(quantityUnits, first) || utf8.RuneCountInString(rest) > maxHeading {
			continue
		}
		lines[i].auto = listMark{text: digits, number: n}
		next++
	}
}
