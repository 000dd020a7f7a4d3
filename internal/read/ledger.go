package read

import (
	"regexp"
	"strconv"
	"strings"
)

// The levels of nodes that come from the columns of a ledger; headings that
// stand in rows of their own keep the level of their mark.
const (
	levelAspect  = int(formPart)
	levelItem    = int(formDecimal)
	levelProblem = int(formDecimalBracket)
)

var (
	totalRow    = regexp.MustCompile(`^(?:本页|全部|本表|总体)?(?:合计|总计|小计|共计|累计|总数)(?:[：:（(0-9一二三四五六七八九十]{1,3}.{0,12}|[个项条数]+)?$`)
	noteRow     = regexp.MustCompile(`^(?:注|备注|说明|填表说明|填报说明|填表人|填报人|填报单位|填报时间|填表日期|填报日期|制表|审核|审批|联系人|联系电话|单位负责人|分管领导签字|主要负责人签字|签字|打印日期|第\d+页)(?:人|日期|时间|电话)?[0-9]?(?:[：:（(．.、\s].*)?$`)
	plainDigits = regexp.MustCompile(`^[0-9０-９]{1,4}[.．、]?$`)
	sectionMark = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}[、.．]?|[（(][一二三四五六七八九十]{1,3}[）)])$`)
)

// ledger turns the rows under a head into nodes.
type ledger struct {
	g         *grid
	h         *header
	top       []*Node
	sections  []*Node // headings in rows of their own that are open
	aspect    *Node
	item      *Node
	problem   *Node
	began     int              // row in which the problem at hand began
	known     map[string]*Node // nodes by their place and wording, of all sheets
	above     map[string]bool  // texts over the head, which a further page repeats
	numbered  bool             // the sequence column counts 1, 2 …
	unworded  int              // rows with a number but no wording, plus 1 when they are counted
	numbering int              // whether items are numbered: 0 not looked at, 1 no, 2 yes
	roles     []RowRole        // by row
	warnings  []Warning
}

// readLedger reads the rows of a grid under its head. Problems that an earlier
// sheet has told already are completed, not told again.
func readLedger(w *watch, g *grid, h *header, known map[string]*Node) (*ledger, error) {
	l := &ledger{g: g, h: h, known: known, above: map[string]bool{}, roles: make([]RowRole, len(g.rows))}
	for row := range h.last + 1 {
		l.roles[row] = RowAbove
		if row >= h.first {
			l.roles[row] = RowHead
		}
		for _, col := range g.filled(row) {
			l.above[squeezed(g.at(row, col))] = true
		}
	}
	l.numbered = l.countsInDigits()
	for row := h.last + 1; row < h.end; row++ {
		if err := w.row(); err != nil {
			return nil, err
		}
		l.read(row)
	}
	return l, nil
}

// read reads one row as what it is.
func (l *ledger) read(row int) {
	cols := l.g.filled(row)
	switch {
	case len(cols) == 0:
		l.roles[row] = RowData
	case l.repeatsHead(row, cols):
		l.roles[row] = RowHead
	case l.isTotal(row, cols):
		l.roles[row] = RowTotal
	case len(cols) <= 2 && noteRow.MatchString(squeezed(l.g.at(row, cols[0]))):
		l.roles[row] = RowNote
	case l.isSection(row, cols):
		l.roles[row] = RowSection
		l.openSection(row, cols)
	default:
		l.roles[row] = RowData
		l.readRow(row)
	}
}

// openSection opens the node of a heading in a row of its own.
func (l *ledger) openSection(row int, cols []int) {
	text := strings.TrimSpace(l.g.at(row, cols[0]))
	if len(cols) > 1 {
		text = sectioned(text) + strings.TrimSpace(l.g.at(row, cols[1]))
	}
	n := l.node(levelAspect, row, text)
	if m, ok := markAt(text); ok {
		n.level = m.level
	}
	if len(cols) > 1 {
		n.Mark = strings.TrimSpace(l.g.at(row, cols[0]))
	}
	for len(l.sections) > 0 && l.sections[len(l.sections)-1].level >= n.level {
		l.sections = l.sections[:len(l.sections)-1]
	}
	n = l.add(l.section(), n)
	l.sections = append(l.sections, n)
	l.aspect, l.item, l.problem = nil, nil, nil
	if !l.h.has(colProblem) {
		l.problem, l.began = n, row
	}
}

// sectioned is a numeral from the sequence column as the mark of a heading.
func sectioned(numeral string) string {
	if endsWithAny(numeral, "、.．）)") {
		return numeral
	}
	return numeral + "、"
}

// section is the innermost heading that is open.
func (l *ledger) section() *Node {
	if len(l.sections) == 0 {
		return nil
	}
	return l.sections[len(l.sections)-1]
}

// node makes a node of a cell's text: its mark, its first sentence, the rest.
func (l *ledger) node(level, row int, text string) *Node {
	n := newNode(NodeSection, l.g.rows[row].source)
	n.level, n.place, n.grid = level, row, l.g
	text = strings.TrimSpace(text)
	n.key = squeezed(text)
	if m, ok := markAt(text); ok && m.form != formClause {
		n.Mark, n.Number, text = m.printed, m.number, text[m.size:]
	}
	n.Wording = text
	n.Title, n.Text = firstSentence(text)
	n.Title = strings.TrimRight(n.Title, "；;，,")
	return n
}

// add puts a node of headings under its parent, or gives the one of the same
// wording that another sheet has put there.
func (l *ledger) add(parent, n *Node) *Node {
	key := strconv.Itoa(n.level) + n.key
	if parent != nil {
		key += "\x00" + parent.key
	}
	if old := l.known[key]; old != nil && old.grid != l.g {
		return old
	}
	l.known[key] = n
	l.hang(parent, n)
	return n
}

func (l *ledger) hang(parent, n *Node) {
	if parent == nil {
		l.top = append(l.top, n)
		return
	}
	parent.Children = append(parent.Children, n)
}

// readRow reads one row of data: the aspect, item and problem that it begins or
// goes on with, and what it says about the problem.
func (l *ledger) readRow(row int) {
	l.aspect = l.group(row, colAspect, levelAspect, l.section(), l.aspect, func() { l.item, l.problem = nil, nil })
	parent := l.aspect
	if parent == nil {
		parent = l.section()
	}
	l.item = l.group(row, colItem, levelItem, parent, l.item, func() { l.problem = nil })
	if l.item != nil {
		parent = l.item
	}
	l.openProblem(row, parent)
	l.fill(row)
}

// group gives the node of a grouping column: the one that is open, or a new one
// where the row names another.
func (l *ledger) group(row int, kind column, level int, parent, open *Node, changed func()) *Node {
	col := l.h.col(kind)
	text := l.g.over(row, col)
	if col < 0 || strings.TrimSpace(text) == "" {
		return open
	}
	n := l.node(level, row, text)
	if open != nil && open.key == n.key {
		return open
	}
	changed()
	if kind == colItem && l.itemsNumbered() {
		l.numberFrom(n, row)
	}
	return l.add(parent, n)
}

// openProblem begins a problem where the row has the wording of a new one.
func (l *ledger) openProblem(row int, parent *Node) {
	text := l.ownText(row, l.h.col(colProblem))
	if text == "" {
		if l.problem == nil || l.missesWording(row) {
			l.openUnworded(row, parent)
		}
		return
	}
	n := l.node(levelProblem, row, text)
	if l.problem != nil && l.problem.key == n.key {
		return
	}
	key := squeezed(n.Wording)
	l.began = row
	if old := l.known[key]; old != nil && old.grid != l.g {
		l.problem = old
		return
	}
	l.known[key] = n
	l.problem = n
	if parent == nil || parent != l.item || !l.itemsNumbered() {
		l.numberFrom(n, row)
	}
	l.hang(parent, n)
}

// missesWording tells whether a row without wording is numbered as a problem of its
// own. Where many are, the column numbers rows, not problems.
func (l *ledger) missesWording(row int) bool {
	col, seq := l.h.col(colProblem), l.h.col(colSequence)
	number := l.ownText(row, seq)
	if col < 0 || number == "" || l.g.covered(row, col) || l.problem.Mark == "" || number == l.problem.Mark {
		return false
	}
	if l.unworded == 0 {
		l.unworded = 1
		for at := l.h.last + 1; at < l.h.end; at++ {
			if l.ownText(at, seq) != "" && strings.TrimSpace(l.g.over(at, col)) == "" {
				l.unworded++
			}
		}
	}
	return (l.unworded-1)*4 <= l.h.end-l.h.last
}

// ownText is the text of a cell that no cell above covers.
func (l *ledger) ownText(row, col int) string {
	if col < 0 || l.g.covered(row, col) {
		return ""
	}
	return strings.TrimSpace(l.g.at(row, col))
}

// openUnworded begins a problem where the row has no wording for it: the item is
// then the problem itself, or the ledger has no such column, or it is missing.
func (l *ledger) openUnworded(row int, parent *Node) {
	text := ""
	if l.item != nil && parent == l.item && len(l.item.Children) == 0 {
		text = l.item.Wording
	} else if l.h.has(colProblem) {
		l.warnCell(row, l.h.col(colProblem), "ledger.no-problem")
	}
	l.problem, l.began = l.node(levelProblem, row, text), row
	if parent == nil || parent != l.item || !l.itemsNumbered() {
		l.numberFrom(l.problem, row)
	}
	l.hang(parent, l.problem)
}

// itemsNumbered tells whether the numbers of the sequence column are those of the
// items: the further problems of an item have none.
func (l *ledger) itemsNumbered() bool {
	if l.numbering == 0 {
		l.numbering = 1
		if l.furtherWithoutNumber() {
			l.numbering = 2
		}
	}
	return l.numbering == 2
}

// furtherWithoutNumber tells whether items have further problems, and none of these
// has a number.
func (l *ledger) furtherWithoutNumber() bool {
	seq, item, problem := l.h.col(colSequence), l.h.col(colItem), l.h.col(colProblem)
	if seq < 0 || item < 0 || problem < 0 {
		return false
	}
	further, last := 0, ""
	for row := l.h.last + 1; row < l.h.end; row++ {
		wording := squeezed(l.ownText(row, item))
		switch {
		case wording != "" && wording != last:
			last = wording
		case l.ownText(row, problem) == "":
		case l.ownText(row, seq) != "":
			return false
		default:
			further++
		}
	}
	return further > 0
}

// numberFrom takes the mark from the sequence column when the wording has none.
func (l *ledger) numberFrom(n *Node, row int) {
	seq := strings.TrimSpace(l.g.over(row, l.h.col(colSequence)))
	if n.Mark == "" && seq != "" {
		n.Mark = seq
		n.Number, _ = asSequence(seq)
	}
}

// warnCell warns of one cell.
func (l *ledger) warnCell(row, col int, code string, args ...any) {
	at := l.g.rows[row].source
	if col >= 0 {
		at.Column = col + 1
	}
	l.warnings = append(l.warnings, warn(at, code, args...))
}
