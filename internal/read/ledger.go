package read

import (
	"regexp"
	"strings"
)

// The levels of nodes that come from the columns of a ledger; headings that
// stand in rows of their own keep the level of their mark.
const (
	levelAspect  = int(formPart)
	levelItem    = int(formDecimal)
	levelProblem = int(formDecimalBracket)
)

// ledger turns the rows under a head into nodes.
type ledger struct {
	g        *grid
	h        *header
	top      []*Node
	sections []*Node // headings in rows of their own that are open
	aspect   *Node
	item     *Node
	problem  *Node
	known    map[string]*Node // problems by their wording, of all sheets
	warnings []Warning
}

var (
	totalRow = regexp.MustCompile(`^(?:合计|总计|小计|共计|累计|总数)`)
	noteRow  = regexp.MustCompile(`^(?:注|备注|说明|填表说明|填报说明|填表人|填报人|填报单位|填报时间|填表日期|填报日期|制表|审核|审批|联系人|联系电话|单位负责人|分管领导签字|主要负责人签字|签字)[：:（(\s]?`)
)

// readLedger reads the rows of a grid under its head. Problems that an earlier
// sheet has told already are completed, not told again.
func readLedger(g *grid, h *header, known map[string]*Node) *ledger {
	l := &ledger{g: g, h: h, known: known}
	for row := h.last + 1; row < len(g.rows); row++ {
		cols := g.filled(row)
		switch {
		case len(cols) == 0 || l.repeatsHead(row) || totalRow.MatchString(squeezed(g.at(row, cols[0]))):
		case len(cols) <= 2 && noteRow.MatchString(squeezed(g.at(row, cols[0]))):
		case l.isSection(row, cols):
			l.openSection(row, cols[0])
		default:
			l.readRow(row)
		}
	}
	return l
}

// repeatsHead tells whether a row is the head again, as on each printed page.
func (l *ledger) repeatsHead(row int) bool {
	same, other := 0, 0
	for _, col := range l.g.filled(row) {
		if col < len(l.h.names) && squeezed(l.g.at(row, col)) == l.h.names[col] {
			same++
		} else {
			other++
		}
	}
	return same > 1 && same > other
}

// isSection tells whether a row is a heading: its only text reaches over
// several columns, or stands alone before the columns of what was found.
func (l *ledger) isSection(row int, cols []int) bool {
	if len(cols) != 1 {
		return false
	}
	col := cols[0]
	for c, k := range l.h.kinds {
		if k != colNone && l.g.covered(row, c) {
			return false
		}
	}
	if l.g.spanOf(row, col) > 2 {
		return true
	}
	_, number := asSequence(l.g.at(row, col))
	kind := l.h.kinds[col]
	return !number && (kind == colSequence || kind == colNone && col == 0) ||
		kind == colAspect && l.h.col(colAspect) == 0 && l.g.spanOf(row, col) > 1
}

func (l *ledger) openSection(row, col int) {
	n := l.node(levelAspect, row, l.g.at(row, col))
	if m, ok := markAt(strings.TrimSpace(l.g.at(row, col))); ok {
		n.level = m.level
	}
	for len(l.sections) > 0 && l.sections[len(l.sections)-1].level >= n.level {
		l.sections = l.sections[:len(l.sections)-1]
	}
	l.add(l.section(), n)
	l.sections = append(l.sections, n)
	l.aspect, l.item, l.problem = nil, nil, nil
	if !l.h.has(colProblem) {
		l.problem = n
	}
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
	n.level = level
	text = strings.TrimSpace(text)
	if m, ok := markAt(text); ok && m.form != formClause {
		n.Mark, n.Number, text = m.printed, m.number, text[m.size:]
	}
	n.Wording = text
	n.Title, n.Text = firstSentence(text)
	n.Title = strings.TrimRight(n.Title, "；;，,")
	return n
}

func (l *ledger) add(parent, n *Node) {
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
	if open != nil && squeezed(open.Wording) == squeezed(n.Wording) {
		return open
	}
	l.add(parent, n)
	changed()
	return n
}

// openProblem begins a problem where the row has the wording of a new one.
func (l *ledger) openProblem(row int, parent *Node) {
	col := l.h.col(colProblem)
	text := l.g.at(row, col)
	if strings.TrimSpace(text) == "" || l.g.covered(row, col) {
		if l.problem == nil {
			l.problem = l.node(levelProblem, row, "")
			l.numberFrom(l.problem, row)
			l.add(parent, l.problem)
			if l.h.has(colProblem) {
				l.warn(row, "ledger.no-problem")
			}
		}
		return
	}
	n := l.node(levelProblem, row, text)
	key := squeezed(n.Wording)
	if l.problem != nil && squeezed(l.problem.Wording) == key {
		return
	}
	if old := l.known[key]; old != nil && old.Source.Sheet != l.g.sheet {
		l.problem = old
		return
	}
	l.known[key] = n
	l.problem = n
	l.numberFrom(n, row)
	l.add(parent, n)
}

// numberFrom takes the mark from the sequence column when the wording has none.
func (l *ledger) numberFrom(n *Node, row int) {
	seq := strings.TrimSpace(l.g.over(row, l.h.col(colSequence)))
	if n.Mark == "" && seq != "" {
		n.Mark = seq
		n.Number, _ = asSequence(seq)
	}
}

func (l *ledger) warn(row int, code string, args ...any) {
	l.warnings = append(l.warnings, warn(l.g.rows[row].source, code, args...))
}
