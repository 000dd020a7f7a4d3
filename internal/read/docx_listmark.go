package read

import "strings"

// listMark is a mark that Word numbers by itself.
type listMark struct {
	text   string // as printed
	number int
	level  int // of the list, from 0
	format string
	outer  int // the level of the outline that the next outer level of the list has
}

// mark reads the mark with which text begins. What its print does not tell, the
// list does: 甲、 and II. stand one level below the marks over them.
func (a listMark) mark(text string) mark {
	m, ok := a.printed()
	if !ok {
		m = a.listed()
	}
	m.number, m.doubtful = a.number, false
	m.size = len(a.text)
	m.size += len(text[m.size:]) - len(strings.TrimLeft(text[m.size:], " \t\u3000"))
	return m
}

// printed reads the mark by its print, as if it had been typed.
func (a listMark) printed() (mark, bool) {
	m, ok := markAt(a.text + " 文")
	return m, ok && m.printed == a.text && !strings.HasSuffix(a.format, "Roman")
}

// listed is the mark that no typed text would have.
func (a listMark) listed() mark {
	m := mark{form: headingForms[min(a.level, len(headingForms)-1)], level: a.outer + 1, printed: a.text}
	sc := scanner{rest: a.text}
	if _, ok := sc.arabicNumber(); ok && sc.rest == "" {
		m.form, m.level = formDecimal, 0
	} else if _, ok := sc.chineseNumber(); ok && sc.rest == "" {
		m.form, m.level = formChinese, 0
	}
	if m.level < int(formChinese) {
		m.level = int(m.form)
	}
	return m
}

// before puts the printed mark before a text, with a blank where the two would
// run into each other.
func (a listMark) before(text string) string {
	if m, ok := markAt(a.text + text); ok && m.printed == a.text && !m.doubtful {
		return a.text + text
	}
	return a.text + " " + text
}
