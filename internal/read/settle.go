package read

import "unicode/utf8"

// settle fills the fields of a node from what its labels said.
func (r *record) settle(n *Node) {
	for _, text := range r.measures {
		n.Measures = append(n.Measures, newMeasure(trimEntry(text)))
	}
	parting := r.parting()
	for _, e := range r.entries {
		switch {
		case e.kind == colCauses:
			addLine(&n.Causes, e.value)
		case e.kind == colGoal:
			addLine(&n.Goal, e.value)
		case e.kind == colExtra:
			addLine(&n.Text, e.name+"："+e.value)
		case parting.ofMeasure(e):
			n.Measures[e.after].take(e.labelled)
		default:
			n.take(e.labelled)
		}
	}
	for i := range n.Measures {
		n.Measures[i].readSentence()
	}
	*r = record{}
}

// parting tells which entries of a record belong to its measures, and which to
// the node itself.
type parting struct {
	r       *record
	repeats map[entrySort]bool // entries of the sort stand behind several measures
	inWords map[column]bool    // a measure but the last says so in a sentence
	apart   bool               // labels of the node itself stand behind the measures
}

// entrySort is a kind of label, and whether it stands inside measures.
type entrySort struct {
	kind   column
	inside bool
}

func (r *record) parting() parting {
	p := parting{r: r, repeats: map[entrySort]bool{}, inWords: map[column]bool{}}
	first := map[entrySort]int{}
	for _, e := range r.entries {
		if e.after < 0 {
			continue
		}
		p.apart = p.apart || !e.inside && e.kind != colExtra && !longField(e.kind)
		sort := entrySort{e.kind, e.inside}
		if at, seen := first[sort]; seen && at != e.after {
			p.repeats[sort] = true
		} else {
			first[sort] = e.after
		}
	}
	for i, text := range r.measures {
		if m := (Measure{Text: text}); i < len(r.measures)-1 {
			m.readSentence()
			p.inWords[colLeadUnit] = p.inWords[colLeadUnit] || m.LeadUnit != ""
			p.inWords[colDue] = p.inWords[colDue] || !m.Due.IsZero()
		}
	}
	return p
}

// ofMeasure tells whether an entry belongs to the measure before it: it stands
// in the measure's text, or every measure is followed by such an entry. What
// only follows the last measure belongs to the node, unless another measure
// says the same of itself.
func (p parting) ofMeasure(e recordEntry) bool {
	switch {
	case e.after < 0:
		return false
	case e.inside && (e.bracketed || e.after < len(p.r.measures)-1):
		return true
	case p.repeats[entrySort{e.kind, e.inside}]:
		return true
	}
	return e.inside && (p.inWords[e.kind] || p.apart)
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
	case colVerdict, colProgress:
		d.verdict, _ = verdictOf(trimStop(l.value))
	}
	return d
}

// endings are the labels of progress that can hold a mere verdict instead.
var endings = map[string]bool{"整改结果": true, "整改效果": true, "整改成果": true, "完成进度": true, "整改进度": true, "整改情况": true, "落实情况": true}

// saysProgress tells whether a label tells how far something has come: the
// progress itself, or a verdict in so many words that it is one.
func (l labelled) saysProgress() bool {
	if l.kind == colProgress && endings[l.name] && utf8.RuneCountInString(l.value) <= 14 {
		_, known := verdictOf(trimStop(l.value))
		return !known
	}
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
