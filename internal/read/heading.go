package read

import "unicode/utf8"

// headingForms are the forms of mark whose level an unmarked heading takes, by
// the outline level of its style.
var headingForms = []form{formChinese, formChineseBracket, formDecimal, formDecimalBracket, formCircled}

// maxHeading is the longest heading in characters; a longer paragraph has its
// outline level by mistake.
const maxHeading = 60

// headingMark stands for the mark that a heading by style alone does not have.
func (l line) headingMark() (mark, bool) {
	if l.heading < 1 || l.heading > len(headingForms) || l.title || utf8.RuneCountInString(l.text) > maxHeading || endsWithAny(l.text, "。；：") {
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
