package read

import "slices"

// The units of what is counted apart from the findings.
const (
	unitRecommendation = "意见建议"
	unitImmediate      = "立行立改事项"
	unitMeasure        = "措施"
)

// usualUnits name the tiers of findings where the paper names none: one tier
// is problems, two are aspects and problems, three have items between.
var usualUnits = [][]string{{"问题"}, {"方面", "问题"}, {"方面", "项", "问题"}}

// measured is the way of counting the findings that agrees best with the
// stated totals.
type measured struct {
	scale
	stated         []Stated // one total per unit
	assigned       []int    // the tier that each counts, -1 for none
	problem        int      // the tier that is "the problem"
	contradictions []Stated // totals that the paper gives otherwise elsewhere
}

// measureFindings chooses the scale and the tiers of the stated totals. Where
// the options name the counting level, that one is "the problem"; else the
// one that the innermost stated unit counts, else the third or the deepest.
func measureFindings(opts Options, stated []Stated, groups [][]*Node) measured {
	var best measured
	bestCost := -1.0
	for _, s := range scales(groups) {
		m := measured{scale: s}
		cost := m.assign(stated, opts.CountingLevel)
		if bestCost < 0 || cost < bestCost-1e-3 && m.differences() < best.differences() {
			best, bestCost = m, cost
		}
	}
	if best.differences() > 0 && opts.CountingLevel == 0 {
		m := measured{scale: leafScale(groups, best.scale)}
		if m.assign(stated, 0); len(m.contradictions) == 0 && m.differences() == 0 {
			return m
		}
	}
	return best
}

// assign gives each stated total its tier, and finds the one that is "the
// problem". With a counting level no total counts what lies below it.
func (m *measured) assign(stated []Stated, level int) (cost float64) {
	counts := m.counts
	if level > 0 {
		counts = counts[:min(level, len(counts))]
	}
	m.stated, m.contradictions = onePerUnit(stated, counts)
	m.assigned, cost = assignUnits(m.stated, counts)
	m.problem = min(len(counts), 3) - 1
	for i, s := range m.stated {
		if m.assigned[i] >= 0 && (s.Unit == "问题" || i == len(m.stated)-1 && !outerUnits[s.Unit] && s.Unit != "表现") {
			m.problem = m.assigned[i]
		}
	}
	if level > 0 {
		m.problem = len(counts) - 1
	}
	return cost
}

// differences is how many stated totals are not what was counted.
func (m measured) differences() int {
	n := 0
	for i, s := range m.stated {
		if m.countOf(i) != s.Count {
			n++
		}
	}
	return n
}

// countOf is the number of nodes that stated total i counts.
func (m measured) countOf(i int) int {
	if m.assigned[i] < 0 {
		return 0
	}
	return m.counts[m.assigned[i]]
}

// onePerUnit keeps one total per unit, the one that agrees with a count where
// the paper contradicts itself, and gives the others back.
func onePerUnit(stated []Stated, counts []int) (kept, others []Stated) {
	for _, s := range stated {
		i := slices.IndexFunc(kept, func(k Stated) bool { return k.Unit == s.Unit })
		if i < 0 {
			kept = append(kept, s)
			continue
		}
		if slices.Contains(counts, s.Count) && !slices.Contains(counts, kept[i].Count) {
			s, kept[i] = kept[i], s
		}
		others = append(others, s)
	}
	return kept, others
}

// kindOf is the kind of a finding by its tier. What lies inside a problem is
// detail and no finding of its own.
func (m measured) kindOf(n *Node) NodeKind {
	tier := m.tier[n.level]
	if m.leaves {
		tier = min(tier, m.problem-1)
		if len(n.Children) == 0 && m.tier[n.level] > 0 {
			tier = m.problem
		}
	}
	switch {
	case tier == m.problem:
		return NodeProblem
	case tier > m.problem:
		return NodeSection
	case tier == 0:
		return NodeAspect
	}
	return NodeItem
}

// counted gives the numbers of the tiers down to the problem, under the stated
// unit or else the usual one.
func (m measured) counted() []Count {
	var out []Count
	for tier := 0; tier <= m.problem; tier++ {
		if name := m.unitOf(tier); name != "" {
			out = append(out, Count{Unit: name, Count: m.counts[tier]})
		}
	}
	return out
}

// unitOf names a tier; "" for one between those that the paper names.
func (m measured) unitOf(tier int) string {
	for i, at := range m.assigned {
		if at == tier {
			return m.stated[i].Unit
		}
	}
	if m.problem >= len(usualUnits) {
		return ""
	}
	usual := usualUnits[m.problem][tier]
	if slices.ContainsFunc(m.stated, func(s Stated) bool { return s.Unit == usual }) {
		return ""
	}
	return usual
}
