package read

// checkSequence warns where the marks of siblings of one form leave a number
// out or repeat one. Numbering may begin anew, and may run on from one parent
// to the next.
func (p *Paper) checkSequence() {
	p.checkSiblings(p.Nodes)
	p.Walk(func(n *Node, _ int) { p.checkSiblings(n.Children) })
}

func (p *Paper) checkSiblings(nodes []*Node) {
	last := map[int]*Node{}
	for _, n := range nodes {
		before := last[n.level]
		if n.tabled || n.Number == 0 {
			continue
		}
		last[n.level] = n
		switch {
		case before == nil || n.Number == before.Number+1 || n.Number == 1 && before.Number > 1:
		case n.Number == before.Number:
			p.Warnings = append(p.Warnings, warn(n.Source, "mark.repeated", n.Mark))
		default:
			p.Warnings = append(p.Warnings, warn(n.Source, "mark.gap", before.Mark, n.Mark))
		}
	}
}
