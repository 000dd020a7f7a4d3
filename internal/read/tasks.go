package read

import "slices"

// foldTasks makes measures of what stands under the problems of a plan without
// the label 整改措施: numbered entries that say who does them, or by when.
func (p *Paper) foldTasks() {
	p.Walk(func(n *Node, _ int) {
		if n.Kind != NodeProblem || n.tabled || len(n.Measures) > 0 || !areTasks(n.Children) {
			return
		}
		for _, c := range n.Children {
			n.Measures = append(n.Measures, c.asMeasure())
		}
		n.Children = []*Node{}
	})
}

// areTasks tells whether nodes are tasks: nothing is under them, and most name
// who or by when.
func areTasks(nodes []*Node) bool {
	duties := 0
	for _, n := range nodes {
		if n.tabled || len(n.Children)+len(n.Measures) > 0 || n.Causes+n.Goal != "" {
			return false
		}
		d := dutyInWords(n.Wording)
		if n.LeadUnit+n.Leader+d.leadUnit+d.leader != "" || !n.Due.IsZero() || !d.due.IsZero() {
			duties++
		}
	}
	return duties*2 > len(nodes)
}

// asMeasure is the node as a measure of the one above it.
func (n *Node) asMeasure() Measure {
	m := newMeasure(trimEntry(n.Wording))
	m.Leader, m.LeadUnit, m.Due, m.Verdict = n.Leader, n.LeadUnit, n.Due, n.Verdict
	m.SupportUnits, m.Owners = slices.Clone(n.SupportUnits), slices.Clone(n.Owners)
	m.readSentence()
	return m
}
