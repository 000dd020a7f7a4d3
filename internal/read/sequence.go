package read

// checkSequence warns where the marks of siblings of one form leave a number
// out or repeat one, and where their forms leave their levels in doubt.
// Numbering may begin anew, and may run on from one parent to the next.
func (p *Paper) checkSequence() {
	p.checkSiblings(p.Nodes)
	p.checkLevels(p.Nodes)
	p.Walk(func(n *Node, _ int) {
		p.checkSiblings(n.Children)
		p.checkLevels(n.Children)
	})
}

// checkLevels warns of the first node that stands beside one of an inner form
// before it: which of the two lies in the other is a guess.
func (p *Paper) checkLevels(nodes []*Node) {
	deepest := (*Node)(nil)
	for _, n := range nodes {
		if n.tabled || n.inline || n.Mark == "" {
			continue
		}
		if deepest != nil && n.level < deepest.level {
			n.Doubt = "level.doubtful"
			p.Warnings = append(p.Warnings, warn(n.Source, n.Doubt, n.Mark, deepest.Mark))
			return
		}
		if deepest == nil || n.level > deepest.level {
			deepest = n
		}
	}
}

// mostWarnings is how many warnings a paper gets about its marks.
const mostWarnings = 500

func (p *Paper) checkSiblings(nodes []*Node) {
	last := map[int]*Node{}
	for _, n := range nodes {
		if len(p.Warnings) >= mostWarnings {
			return
		}
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
