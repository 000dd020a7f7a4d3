package inspection

import "slices"

// MostLevels bounds the counting level.
const MostLevels = 5

// CountingLevel finds the level that is "the problem" in a tree: the level
// inside the findings, from 1, on which most problems stand. 0 without any.
func CountingLevel(tree []DraftNode) int {
	var at [MostLevels + 1]int
	leveled(tree, 0, func(n *DraftNode, level int) {
		if n.Kind == KindProblem && level <= MostLevels {
			at[level]++
		}
	})
	best := 0
	for level := 1; level <= MostLevels; level++ {
		if at[level] > at[best] {
			best = level
		}
	}
	return best
}

// CountAt gives the tree with the nodes of the findings named by their level:
// those on the counting level are the problems, those above it aspects and
// items, those below it parts of a problem's text. With a key only that node
// and what is below it is named.
func CountAt(tree []DraftNode, level int, key string) []DraftNode {
	out := cloned(tree)
	under := map[string]bool{}
	if n, ok := Find(tree, key); ok {
		Walk([]DraftNode{n}, func(d DraftNode, _ int) { under[d.Key] = true })
	}
	leveled(out, 0, func(n *DraftNode, l int) {
		if l > 0 && (key == "" || under[n.Key]) {
			n.Kind = kindAt(l, level)
		}
	})
	return out
}

// kindAt names a level of the findings.
func kindAt(level, counting int) NodeKind {
	switch {
	case level == counting:
		return KindProblem
	case level > counting || level > 2:
		return KindSection
	case level == 1:
		return KindAspect
	}
	return KindItem
}

// leveled visits every node with its level inside the findings: 1 for the
// outermost aspect, item or problem, 0 outside. Recommendations and immediate
// matters stand outside.
func leveled(tree []DraftNode, above int, visit func(n *DraftNode, level int)) {
	for i := range tree {
		n := &tree[i]
		level := above
		switch {
		case n.Kind == KindRecommendation || n.Kind == KindImmediate:
			level = 0
		case above > 0 || rankOf(n.Kind) > 0:
			level++
		}
		visit(n, level)
		leveled(n.Children, level, visit)
	}
}

func cloned(tree []DraftNode) []DraftNode {
	out := slices.Clone(tree)
	for i := range out {
		out[i].Children = cloned(out[i].Children)
	}
	return out
}
