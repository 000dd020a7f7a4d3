package read

import "strings"

// duty is who is responsible for something, by when, and how it stands.
type duty struct {
	leader, leadUnit string
	support, owners  []string
	due              Due
	verdict          string
}

// fill adds what a row says to the problem at hand.
func (l *ledger) fill(row int) {
	n := l.problem
	if detail := l.text(row, l.h.col(colDetail)); detail != "" {
		addOnce(&n.Text, detail)
		addOnce(&n.Wording, detail)
	}
	l.addText(&n.Causes, row, colCauses)
	l.addText(&n.Goal, row, colGoal)
	measures := l.addMeasures(n, row)
	l.addDuties(n, row, measures)
	l.addProgress(n, row, measures)
	l.addRest(n, row)
}

// text is what a cell says of the problem at hand: its own text or, in the row
// where the problem begins, that of a merged area from above, which speaks of
// several problems.
func (l *ledger) text(row, col int) string {
	if col < 0 {
		return ""
	}
	if row == l.began {
		return strings.TrimSpace(l.g.over(row, col))
	}
	return strings.TrimSpace(l.g.at(row, col))
}

// addText adds the cells of a kind to a text.
func (l *ledger) addText(to *string, row int, kind column) {
	for col, k := range l.h.kinds {
		if k == kind {
			addOnce(to, l.text(row, col))
		}
	}
}

// addOnce adds a text as a further line unless it is there already: rows and
// sheets repeat themselves.
func addOnce(to *string, text string) {
	text = strings.TrimSpace(text)
	if text != *to && !strings.HasSuffix(*to, "\n"+text) {
		addLine(to, text)
	}
}

// addLine adds a text as a further line.
func addLine(to *string, text string) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
	case *to == "":
		*to = text
	default:
		*to += "\n" + text
	}
}

// addMeasures adds the measures of a row and gives their places among those of
// the problem. One that is there already, from another sheet, is not repeated.
func (l *ledger) addMeasures(n *Node, row int) []int {
	var at []int
	for col, k := range l.h.kinds {
		if k != colMeasures {
			continue
		}
		for _, text := range splitEntries(l.text(row, col)) {
			i, told := n.measureOf(text)
			if !told {
				m := newMeasure(text)
				m.Source = l.cell(row, col)
				n.Measures = append(n.Measures, m)
			}
			at = append(at, i)
		}
	}
	return at
}

// measureOf gives the place of a measure of a node by its wording, and whether
// it is there already.
func (n *Node) measureOf(text string) (int, bool) {
	if n.told == nil {
		n.told = map[string]int{}
	}
	key := squeezed(text)
	i, told := n.told[key]
	if !told {
		i = len(n.Measures)
		n.told[key] = i
	}
	return i, told
}

// cell is the place of a cell.
func (l *ledger) cell(row, col int) Source {
	at := l.g.rows[row].source
	at.Column = col + 1
	return at
}

// addDuties sets who is responsible by when: on the problem where it says
// nothing yet, and on the row's own measures, one by one where the cells list
// as many entries as there are measures.
func (l *ledger) addDuties(n *Node, row int, measures []int) {
	whole := l.duty(row, 0, 1)
	whole.completeNode(n)
	for i, at := range measures {
		d := whole
		if len(measures) > 1 && l.lists(row) {
			d = l.duty(row, i, len(measures))
		}
		d.setMeasure(&n.Measures[at])
	}
	l.checkCells(row)
}

// lists tells whether any cell of a row about who and by when may list several
// entries.
func (l *ledger) lists(row int) bool {
	for _, kind := range []column{colLeader, colLeadUnit, colSupportUnits, colOwners, colDue, colVerdict, colSignedOff} {
		if strings.ContainsAny(l.g.over(row, l.h.col(kind)), "\n；;。") {
			return true
		}
	}
	return false
}

// duty reads the cells of a row for entry i of all.
func (l *ledger) duty(row, i, all int) duty {
	cell := func(kind column) string {
		text := l.dutyText(row, l.h.col(kind))
		if entries := splitEntries(text); all > 1 && len(entries) == all {
			return entries[i]
		}
		return text
	}
	d := duty{
		support: splitNames(cell(colSupportUnits)), owners: splitNames(cell(colOwners)),
		due: parseDue(cell(colDue)), verdict: l.verdict(cell(colVerdict), cell(colSignedOff)),
	}
	leader, led := cell(colLeader), ""
	if !l.h.has(colLeadUnit) {
		led, leader = partUnits(leader)
	}
	d.leader = oneLine(leader)
	lead := cell(colLeadUnit)
	switch {
	case !l.h.has(colOwners) && lead != "":
		lead, d.owners = partPersons(lead)
	case !l.h.has(colLeadUnit):
		lead, d.owners = led, nil
		switch units, persons := partPersons(cell(colOwners)); {
		case lead == "" && len(persons) > 0:
			lead, d.owners = units, persons
		case lead == "" && isUnits(units):
			lead = units
		default:
			d.owners = splitNames(cell(colOwners))
		}
	}
	lead, more := leadFirst(oneLine(lead))
	d.leadUnit, d.support = lead, append(more, d.support...)
	return d
}

// dutyText is the text of a cell about who and by when; 同上 stands for the one of
// the row above.
func (l *ledger) dutyText(row, col int) string {
	text := l.g.over(row, col)
	text = joinedLines.ReplaceAllString(text, "$1")
	for up := row - 1; up > l.h.last && sameAsAbove.MatchString(squeezed(text)); up-- {
		if l.roles[up] == RowData {
			text = l.g.over(up, col)
		}
	}
	return text
}

// oneLine joins the lines of a cell by 、.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\n", "、")), " ")
}

// verdict reads the verdict from its own column, or from 是否销号.
func (l *ledger) verdict(verdict, signedOff string) string {
	for _, s := range []string{verdict, signedOff} {
		if squeezed(s) == "" || tellsMore(s) {
			continue
		}
		switch v, known := verdictOf(s); {
		case known:
			return v
		case s == verdict:
			return v
		}
	}
	return ""
}

func (d duty) completeNode(n *Node) {
	orText(&n.Leader, d.leader)
	orText(&n.LeadUnit, d.leadUnit)
	orText(&n.Verdict, d.verdict)
	if len(n.SupportUnits) == 0 {
		n.SupportUnits = append(n.SupportUnits, d.support...)
	}
	if len(n.Owners) == 0 {
		n.Owners = append(n.Owners, d.owners...)
	}
	if n.Due.IsZero() || d.due.Date > n.Due.Date && n.Due.Date != "" {
		n.Due = d.due
	}
}

func (d duty) setMeasure(m *Measure) {
	orText(&m.Leader, d.leader)
	orText(&m.LeadUnit, d.leadUnit)
	orText(&m.Verdict, d.verdict)
	if m.Due.IsZero() {
		m.Due = d.due
	}
	if len(m.SupportUnits) == 0 {
		m.SupportUnits = append(m.SupportUnits, d.support...)
	}
	if len(m.Owners) == 0 {
		m.Owners = append(m.Owners, d.owners...)
	}
}

func orText(to *string, text string) {
	if *to == "" {
		*to = text
	}
}

// addProgress gives the row's progress to its measures, one by one where it
// lists as many entries, else to the first. A verdict in many words is progress
// too, and progress that begins with a verdict gives it.
func (l *ledger) addProgress(n *Node, row int, measures []int) {
	text := ""
	l.addText(&text, row, colProgress)
	if v := l.text(row, l.h.col(colVerdict)); tellsMore(v) {
		addOnce(&text, v)
		if verdict, known := verdictOf(v); known {
			orText(&n.Verdict, verdict)
		}
	}
	if verdict, begins := verdictAtStart(text); begins && !l.h.has(colVerdict) {
		orText(&n.Verdict, verdict)
	}
	if text == "" {
		return
	}
	if len(measures) == 0 {
		measures = []int{len(n.Measures)}
		n.Measures = append(n.Measures, newMeasure(""))
	}
	if entries := splitEntries(text); len(entries) == len(measures) {
		for i, e := range entries {
			n.Measures[measures[i]].Progress = e
		}
		return
	}
	addLine(&n.Measures[measures[0]].Progress, text)
}

// addRest keeps what stands in columns without a field of their own.
func (l *ledger) addRest(n *Node, row int) {
	for col := range l.g.rows[row].cells {
		text := l.text(row, col)
		if col >= len(l.h.kinds) || strings.TrimSpace(text) == "" {
			continue
		}
		if k := l.h.kinds[col]; k == colExtra || k == colNone || k == colSignedOff {
			if name := l.h.names[col]; name != "" {
				text = name + "：" + text
			}
			addOnce(&n.Text, text)
		}
	}
}
