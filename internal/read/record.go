package read

import "strings"

// record gathers what the labels under a node say, until the node is whole and
// it is clear what belongs to the node and what to its measures.
type record struct {
	field    column // the label that is open; colNone when text goes to the node
	entries  []recordEntry
	measures []string
	list     mark    // the mark of the last measure that has one; level 0 for none
	fresh    bool    // nothing stands after the open label yet
	grow     growing // of the last entry or measure
	labelled bool    // labels stand under a node below this one
}

// recordEntry is one label with its text.
type recordEntry struct {
	labelled
	after  int  // the measure before it, -1 for none
	inside bool // it stands in the text of that measure
}

// longField tells whether a label can be followed by paragraphs and lists.
func longField(kind column) bool {
	return kind == colCauses || kind == colGoal || kind == colMeasures || kind == colProgress
}

func (r *record) addLabels(labels []labelled) {
	for _, l := range labels {
		r.field, r.fresh, r.list = l.kind, l.value == "", mark{}
		if l.kind == colMeasures {
			if l.value != "" {
				r.measures = append(r.measures, l.value)
			}
			continue
		}
		r.entries = append(r.entries, recordEntry{labelled: l, after: len(r.measures) - 1})
	}
}

// addListed adds a marked piece to the open label: a measure, or a line of its
// text.
func (r *record) addListed(p piece) {
	r.list, r.fresh = *p.mark, false
	if r.field != colMeasures {
		r.extend(p.mark.printed+p.text, p.inline)
		return
	}
	before, labels := splitLabels(p.text)
	r.measures = append(r.measures, before)
	for _, l := range labels {
		r.entries = append(r.entries, recordEntry{labelled: l, after: len(r.measures) - 1, inside: true})
	}
}

// addParagraph adds an unmarked paragraph to the open label. It belongs to the
// measure before it where measures are marked, and is a measure where not.
func (r *record) addParagraph(text string) {
	last := len(r.measures) - 1
	switch {
	case r.field != colMeasures:
		r.extend(text, false)
	case r.list.level > 0 && last >= 0:
		r.grow.add(&r.measures[last], "\n"+text)
	default:
		r.measures = append(r.measures, text)
	}
	r.fresh = false
}

// awaitsValue tells whether the open label of one value stands alone on its
// line, so that the next paragraph is its value.
func (r *record) awaitsValue() bool {
	return r.field != colNone && r.fresh && len(r.entries) > 0 && r.entries[len(r.entries)-1].value == ""
}

// extend adds to the text of the last label.
func (r *record) extend(text string, inline bool) {
	e := &r.entries[len(r.entries)-1]
	switch {
	case e.value == "" || inline:
		r.grow.add(&e.value, text)
	default:
		r.grow.add(&e.value, "\n"+text)
	}
}

// takesListed tells whether a marked piece goes on with the open label instead
// of opening a node. A list inside a label may begin anew with an outer mark,
// as when the problem is （1） and its measures are 1. 2. 3.
func (r *record) takesListed(n *Node, p piece) bool {
	switch {
	case r.field == colNone:
		return false
	case p.inline:
		return true
	case !longField(r.field):
		return false
	case p.mark.level > n.level:
		return true
	}
	begins := r.fresh && p.mark.number == 1
	goesOn := r.list.level == p.mark.level && p.mark.number == r.list.number+1
	return (begins || goesOn) && p.mark.form >= formChineseBracket
}

// takeField gives a piece to the label that is open or that it opens; false
// when it belongs to the outline.
func (b *builder) takeField(p piece, following []piece) bool {
	n := b.current()
	if n == nil {
		return false
	}
	if p.mark != nil {
		if labelStart(p.text) && (hasValue(p.text) || p.mark.form > formChineseBracket && p.mark.level > n.level) {
			if _, labels := fieldsOf(p.text); len(labels) > 0 && labels[0].kind != colExtra {
				b.addLabels(labels)
				return true
			}
		}
		if !n.record.takesListed(n, p) || !p.inline && n.record.beginsNode(p, following) {
			return false
		}
		n.record.addListed(p)
		b.noteLabels(n)
		return true
	}
	before, labels := fieldsOf(p.text)
	if before != "" {
		b.addParagraph(n, before, p)
	}
	if len(labels) > 0 {
		b.addLabels(labels)
	}
	return true
}

// addLabels gives labels to the node that they belong to.
func (b *builder) addLabels(labels []labelled) {
	n := b.holder(b.current())
	n.record.addLabels(labels)
	b.noteLabels(n)
}

// addParagraph adds an unmarked paragraph to the open label of a node, or to
// its text when the label takes none.
func (b *builder) addParagraph(n *Node, text string, p piece) {
	if longField(n.record.field) || n.record.awaitsValue() {
		n.record.addParagraph(text)
		return
	}
	n.record.field = colNone
	p.text = text
	b.append(n, p)
}

// hasValue tells whether something follows the first label of a text.
func hasValue(text string) bool {
	_, labels := splitLabels(text)
	return len(labels) > 0 && labels[0].value != ""
}

// beginsNode tells whether a marked piece is a node of its own because labels
// follow it right away: those of a new round, which begin again at or before
// the label that is open, or any where no list is going on.
func (r *record) beginsNode(p piece, following []piece) bool {
	if len(following) == 0 || following[0].inline || !labelStart(following[0].text) {
		return false
	}
	_, labels := fieldsOf(following[0].text)
	if len(labels) == 0 || !longField(labels[0].kind) || labels[0].kind == colProgress {
		return false
	}
	goesOn := r.fresh || r.list.level == p.mark.level && p.mark.number == r.list.number+1
	return !goesOn || labels[0].kind <= r.field
}

// holder is the node that labels belong to: the one at hand or, where its
// elder siblings have none of their own, their parent, whose details they are.
func (b *builder) holder(n *Node) *Node {
	for len(b.open) > 1 && len(n.record.entries)+len(n.record.measures) == 0 && n.record.field == colNone {
		parent := b.open[len(b.open)-2]
		if len(parent.Children) < 2 || parent.level < int(formChineseBracket) || parent.record.labelled {
			break
		}
		b.open = b.open[:len(b.open)-1]
		n = parent
	}
	return n
}

// noteLabels tells the nodes over n that labels stand under it.
func (b *builder) noteLabels(n *Node) {
	for _, over := range b.open {
		if over == n {
			return
		}
		over.record.labelled = true
	}
}

// trimEntry takes off the stop that only parts an entry from the next.
func trimEntry(s string) string { return strings.TrimRight(strings.TrimSpace(s), "；;") }
