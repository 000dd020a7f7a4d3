package read

import "unicode/utf8"

// settle fills the fields of a node from what its labels said.
func (r *record) settle(n *Node) {
	for _, text := range r.measures {
		n.Measures = append(n.Measures, newMeasure(trimEntry(text)))
	}
	for i, e := range r.entries {
		switch {
		case e.kind == colCauses:
			addLine(&n.Causes, e.value)
		case e.kind == colGoal:
			addLine(&n.Goal, e.value)
		case e.kind == colExtra:
			addLine(&n.Text, e.name+"："+e.value)
		case r.ofMeasure(i):
			n.Measures[e.after].take(e.labelled)
		default:
			n.take(e.labelled)
		}
	}
	for i := range n.Measures {
		n.Measures[i].readSentence()
	}
	orText(&n.Verdict, verdictInWords(n.Title, n.Text))
	*r = record{}
}

// ofMeasure tells whether entry i belongs to the measure before it: it stands
// in brackets in the measure's text, or every measure has such an entry. One
// that only follows the last measure belongs to the node.
func (r *record) ofMeasure(i int) bool {
	e := r.entries[i]
	if e.after < 0 {
		return false
	}
	if e.inside && e.bracketed {
		return true
	}
	for j, other := range r.entries {
		if j != i && other.kind == e.kind && other.after >= 0 && other.after != e.after {
			return true
		}
	}
	return e.inside && e.after < len(r.measures)-1
}

// dutyOf reads one label about who, by when, and how it stands.
func dutyOf(l labelled) duty {
	var d duty
	switch l.kind {
	case colLeader:
		d.leader = oneLine(trimStop(l.value))
	case colLeadUnit:
		d.leadUnit, d.support = leadFirst(oneLine(trimStop(l.value)))
	case colSupportUnits:
		d.support = splitNames(l.value)
	case colOwners:
		d.owners = splitNames(l.value)
	case colDue:
		d.due = parseDue(l.value)
	case colVerdict:
		d.verdict, _ = verdictOf(trimStop(l.value))
	}
	return d
}

// saysProgress tells whether a label tells how far something has come: the
// progress itself, or a verdict in so many words that it is one.
func (l labelled) saysProgress() bool {
	return l.kind == colProgress || l.kind == colVerdict && utf8.RuneCountInString(l.value) > 20
}

func (m *Measure) take(l labelled) {
	if l.saysProgress() {
		addLine(&m.Progress, l.value)
		if verdict, known := verdictOf(l.value); known && l.kind == colVerdict {
			orText(&m.Verdict, verdict)
		}
		return
	}
	dutyOf(l).setMeasure(m)
}

// take fills a field of the node. Its progress goes to its measures: one by one
// where it lists as many entries, else to the first.
func (n *Node) take(l labelled) {
	if !l.saysProgress() {
		dutyOf(l).completeNode(n)
		return
	}
	if verdict, known := verdictOf(l.value); known && l.kind == colVerdict {
		orText(&n.Verdict, verdict)
	}
	if len(n.Measures) == 0 {
		n.Measures = append(n.Measures, newMeasure(""))
	}
	if entries := splitEntries(l.value); len(entries) == len(n.Measures) {
		for i, e := range entries {
			addLine(&n.Measures[i].Progress, e)
		}
		return
	}
	addLine(&n.Measures[0].Progress, l.value)
}

func trimStop(s string) string {
	for s != "" && endsWithAny(s, "。；;，, ") {
		r, size := utf8.DecodeLastRuneInString(s)
		if r == utf8.RuneError {
			return s
		}
		s = s[:len(s)-size]
	}
	return s
}
