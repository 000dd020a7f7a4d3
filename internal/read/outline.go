package read

import (
	"context"
	"slices"
	"strings"
)

// builder puts pieces into a tree. The level of a mark at the start of a line
// comes from its form alone; a mark inside a line always lies below the node
// that was open when the line began.
type builder struct {
	fields   bool
	top      []*Node
	warnings []Warning
	tables   []Table
	open     []*Node // from the top down to the node that takes text
	runs     map[int]*run
}

// run is an enumeration in progress: the node that holds it, and its last number.
type run struct {
	parent *Node
	number int
}

// outline builds the tree of the body of a paper. Text before the first mark
// belongs to no node and is not in the tree; text after it always is. With
// fields, labels such as 整改措施： fill the fields of their nodes; without, as in
// a feedback paper, they are part of its wording.
func outline(ctx context.Context, body []line, opts Options, fields bool, closing func(place int) bool) ([]*Node, []Warning, []Table, error) {
	b := &builder{fields: fields, runs: map[int]*run{}}
	depth := 0 // of the node that holds the line at hand
	if fields {
		body = withLeads(body)
	}
	all, ok := piecesWithin(body, opts.MaxMarks)
	if !ok {
		return nil, nil, nil, tooLarge("read.too-large.marks", opts.MaxMarks)
	}
	raiseClauses(all)
	for i, p := range all {
		if err := ctx.Err(); err != nil {
			return nil, nil, nil, err
		}
		if p.begins {
			b.leaveInline(depth)
		}
		switch l := body[p.place]; {
		case l.told:
		case l.table != nil:
			b.addLedger(l.table)
		case closing(p.place):
			b.append(b.outermost(), p)
		case b.fields && b.takeField(p, all[i+1:]):
		case p.mark == nil:
			b.append(b.current(), p)
		case p.inline:
			b.openInline(p)
			continue
		default:
			b.openAtStart(p)
		}
		depth = len(b.open)
	}
	if fields {
		walk(b.top, 0, func(n *Node, _ int) { n.record.settle(n) })
	}
	return b.top, b.warnings, b.tables, nil
}

// addLedger puts the nodes of a table under the node at hand.
func (b *builder) addLedger(t *ledgerTable) {
	l := t.ledger
	walk(l.top, 0, func(n *Node, _ int) { n.tabled = true })
	b.warnings = append(b.warnings, l.warnings...)
	b.tables = append(b.tables, t.table)
	if n := b.current(); n != nil {
		n.Children = append(n.Children, l.top...)
	} else {
		b.top = append(b.top, l.top...)
	}
}

// leaveInline closes what was opened inside the line before.
func (b *builder) leaveInline(depth int) {
	if depth > 0 && depth < len(b.open) {
		b.open = b.open[:depth]
	}
}

func (b *builder) current() *Node {
	if len(b.open) == 0 {
		return nil
	}
	return b.open[len(b.open)-1]
}

// outermost is the top node that is open.
func (b *builder) outermost() *Node {
	if len(b.open) == 0 {
		return nil
	}
	return b.open[0]
}

// append adds a paragraph to a node's own text. The mark of a line that heads
// no node stays part of the text.
func (b *builder) append(n *Node, p piece) {
	if n == nil {
		return
	}
	text := p.text
	if p.mark != nil {
		text = p.mark.printed + text
	}
	separate := "\n"
	if !p.begins {
		separate = ""
	}
	n.growWording.add(&n.Wording, separate+text)
	if n.Text == "" {
		separate = ""
	}
	n.growText.add(&n.Text, separate+text)
}

// openAtStart opens the node of a mark at the start of a line, below the
// nearest open node of an outer form.
func (b *builder) openAtStart(p piece) {
	level := p.mark.level
	if top := b.current(); top != nil && nestsUnder(top, p.mark) {
		level = top.level + 1
	}
	for len(b.open) > 0 && b.current().level >= level {
		b.open = b.open[:len(b.open)-1]
	}
	parent := b.current()
	b.push(p, level)
	b.closeRuns()
	b.runs[p.mark.level] = &run{parent: parent, number: p.mark.number}
}

// nestsUnder tells whether a mark of an outer form begins a list inside the
// clause top, which announces it with a colon.
func nestsUnder(top *Node, m *mark) bool {
	return top.level >= int(formOrdinal) && m.level < top.level && m.number == 1 && m.form > formChineseBracket &&
		endsWithAny(top.Wording, "：:")
}

// openInline opens the node of a mark inside a line: beside the one before it
// in its run, or below the node at hand when it begins one.
func (b *builder) openInline(p piece) {
	r := b.runs[p.mark.level]
	if r == nil || p.mark.number == 1 || !b.truncateTo(r.parent) {
		r = &run{parent: b.current()}
	}
	r.number = p.mark.number
	b.runs[p.mark.level] = r
	level := p.mark.level
	if r.parent != nil {
		level = max(level, r.parent.level+1)
	}
	b.push(p, level)
}

// truncateTo closes all nodes below parent; false when it is not open any more.
func (b *builder) truncateTo(parent *Node) bool {
	if parent == nil {
		b.open = nil
		return true
	}
	for i, n := range b.open {
		if n == parent {
			b.open = b.open[:i+1]
			return true
		}
	}
	return false
}

// closeRuns forgets the runs whose holder is no longer open.
func (b *builder) closeRuns() {
	for level, r := range b.runs {
		if !b.isOpen(r.parent) {
			delete(b.runs, level)
		}
	}
}

func (b *builder) isOpen(n *Node) bool { return n == nil || slices.Contains(b.open, n) }

// mostNested is how deep nodes can lie in each other.
const mostNested = 16

func (b *builder) push(p piece, level int) {
	n := newNode(NodeSection, p.source)
	n.level, n.inline = level, p.inline
	n.Mark, n.Number = p.mark.printed, p.mark.number
	text := p.text
	if b.fields {
		var labels []labelled
		text, labels = splitLabels(p.text)
		n.record.addLabels(labels)
	}
	n.Wording = text
	n.Title, n.Text = firstSentence(text)
	n.Title = strings.TrimRight(n.Title, "；;，,")
	if len(b.open) >= mostNested {
		b.open = b.open[:mostNested-1]
	}
	if parent := b.current(); parent != nil {
		parent.Children = append(parent.Children, n)
	} else {
		b.top = append(b.top, n)
	}
	b.open = append(b.open, n)
	if len(n.record.entries)+len(n.record.measures) > 0 {
		b.noteLabels(n)
	}
}
