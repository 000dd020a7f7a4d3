package read

import "slices"

// giveMeaning sets the kinds of the nodes, counts them and compares the counts
// with what the paper states.
func (p *Paper) giveMeaning(opts Options, head []string) {
	p.Kind = kindOf(p.subject, p.Nodes)
	groups := findings(p.Kind, p.Nodes)
	if named := namedByTitle(p.Nodes); len(named) > 1 {
		groups = [][]*Node{named}
	} else if bare := bareFindings(p.Kind, p.Nodes); len(groups) == 0 && len(bare) > 0 {
		groups = [][]*Node{bare}
	}
	p.Stated = statedTotals(append(head, sectionTexts(p.Nodes)...))
	p.Counted = []Count{}
	if len(groups) > 0 {
		p.countFindings(opts, groups)
	}
	if p.Kind == KindPlan {
		p.foldTasks()
	}
	if p.Kind != KindFeedback {
		p.readSentences()
	}
	p.countApart(NodeRecommendation, unitRecommendation)
	p.countApart(NodeImmediate, unitImmediate)
	p.countMeasures()
}

// readSentences reads what findings say of themselves in sentences: how they
// stand and, where they are tasks with nothing under them, who and by when.
func (p *Paper) readSentences() {
	p.Walk(func(n *Node, _ int) {
		if n.tabled || n.Kind != NodeAspect && n.Kind != NodeItem && n.Kind != NodeProblem {
			return
		}
		if n.Kind == NodeProblem || len(n.Children) == 0 {
			orText(&n.Verdict, verdictInWords(n.Title, n.Text))
		}
		if len(n.Children)+len(n.Measures) == 0 {
			n.readSentence(p.Kind != KindReport)
		}
	})
}

// countMeasures compares the number of measures where the paper states one.
func (p *Paper) countMeasures() {
	count, at := 0, Source{}
	p.Walk(func(n *Node, _ int) {
		for _, m := range n.Measures {
			if m.Text != "" {
				if count++; count == 1 {
					at = n.Source
				}
			}
		}
	})
	stated := slices.DeleteFunc(slices.Clone(p.Stated), func(s Stated) bool { return s.Unit != unitMeasure })
	if count == 0 || len(stated) == 0 {
		return
	}
	p.Counted = append(p.Counted, Count{Unit: unitMeasure, Count: count})
	if p.Kind == KindReport { // it tells how many were taken, and lists what it likes
		return
	}
	for _, s := range stated {
		if s.Count != count {
			p.Warnings = append(p.Warnings, warn(at, "totals.differ", s.Unit, s.Count, count))
		}
	}
}

// sectionTexts are the texts in which a paper can state totals of the whole:
// those of its sections, not those of single findings.
func sectionTexts(nodes []*Node) []string {
	var texts []string
	for _, n := range nodes {
		texts = append(texts, n.Title+"。"+n.Text)
	}
	return texts
}

// countFindings sets the kinds of the findings and compares their numbers.
func (p *Paper) countFindings(opts Options, groups [][]*Node) {
	stated := p.statedFindings()
	m := measureFindings(opts, stated, groups)
	for _, s := range m.contradictions {
		p.Warnings = append(p.Warnings, warn(groups[0][0].Source, "totals.contradict", s.Unit, s.Count))
	}
	for _, g := range groups {
		walk(g, 0, func(n *Node, _ int) { n.Kind = m.kindOf(n) })
	}
	p.Counted = append(p.Counted, m.counted()...)
	for i, s := range m.stated {
		if counted := m.countOf(i); counted != s.Count {
			p.Warnings = append(p.Warnings, warn(groups[0][0].Source, "totals.differ", s.Unit, s.Count, counted))
		}
	}
}

// statedFindings are the stated totals of findings, from the outermost unit to
// the innermost. 共23项 beside 23个问题 says the same once more.
func (p *Paper) statedFindings() []Stated {
	order := []string{"大类", "类别", "类", "方面", "项", "问题", "表现"}
	var out []Stated
	for _, s := range p.Stated {
		if slices.Contains(order, s.Unit) {
			out = append(out, s)
		}
	}
	out = slices.DeleteFunc(out, func(s Stated) bool {
		return s.Unit == "项" && slices.ContainsFunc(out, func(o Stated) bool { return o.Unit == "问题" && o.Count == s.Count })
	})
	slices.SortStableFunc(out, func(a, b Stated) int { return slices.Index(order, a.Unit) - slices.Index(order, b.Unit) })
	return out
}

// countApart counts the outermost nodes of a kind that stands beside the
// findings, and compares the number with a stated one.
func (p *Paper) countApart(kind NodeKind, unit string) {
	count, at := 0, Source{}
	var outermost func(nodes []*Node)
	outermost = func(nodes []*Node) {
		for _, n := range nodes {
			if n.Kind != kind {
				outermost(n.Children)
				continue
			}
			if count++; count == 1 {
				at = n.Source
			}
		}
	}
	outermost(p.Nodes)
	if count == 0 {
		return
	}
	p.Counted = append(p.Counted, Count{Unit: unit, Count: count})
	for _, s := range p.Stated {
		if s.Unit == unit && s.Count != count {
			p.Warnings = append(p.Warnings, warn(at, "totals.differ", s.Unit, s.Count, count))
		}
	}
}
