package read

import (
	"maps"
	"math"
	"slices"
)

// scale says which tier the nodes of a level belong to, counted from the
// outermost, and how many nodes each tier has.
type scale struct {
	tier   map[int]int // level → tier
	counts []int
	leaves bool // the last tier is what nothing stands under, at whatever level
}

// scales are the ways in which the levels among the findings can be counted:
// each level by itself, and with those taken together that never lie one in
// the other, as when one item lists its problems by （1） and the next by 一是.
func scales(groups [][]*Node) []scale {
	per, within := map[int]int{}, map[[2]int]bool{}
	var visit func(nodes []*Node, above []int)
	visit = func(nodes []*Node, above []int) {
		for _, n := range nodes {
			per[n.level]++
			for _, a := range above {
				within[[2]int{a, n.level}] = true
			}
			visit(n.Children, append(above[:len(above):len(above)], n.level))
		}
	}
	for _, g := range groups {
		visit(g, nil)
	}
	levels := slices.Sorted(maps.Keys(per))
	apart := func(_, _ int) bool { return true }
	nested := func(a, b int) bool { return within[[2]int{a, b}] || within[[2]int{b, a}] }
	return []scale{scaleOf(levels, per, nested), scaleOf(levels, per, apart)}
}

// leafScale counts as problems what nothing stands under, below the outermost
// tier, as papers do that divide some of their items and not others.
func leafScale(groups [][]*Node, base scale) scale {
	leaves := 0
	for _, g := range groups {
		walk(g, 0, func(n *Node, _ int) {
			if len(n.Children) == 0 && base.tier[n.level] > 0 {
				leaves++
			}
		})
	}
	outer := max(1, min(len(base.counts)-1, 2))
	return scale{tier: base.tier, counts: append(slices.Clone(base.counts[:outer]), leaves), leaves: true}
}

// scaleOf gives each level the tier of the one before it, or the next tier when
// it is parted from any level of that tier.
func scaleOf(levels []int, per map[int]int, parted func(a, b int) bool) scale {
	s := scale{tier: map[int]int{}}
	var members []int
	for _, level := range levels {
		if len(members) == 0 || slices.ContainsFunc(members, func(m int) bool { return parted(m, level) }) {
			members = nil
			s.counts = append(s.counts, 0)
		}
		members = append(members, level)
		s.tier[level] = len(s.counts) - 1
		s.counts[len(s.counts)-1] += per[level]
	}
	return s
}

// assignUnits gives each stated total of findings the level that it counts:
// the places rise with the units, and differ from the stated numbers as little
// as can be. A unit for which no level is left gets -1. Among equals the last
// unit takes the deepest level and the others the outermost.
func assignUnits(stated []Stated, counts []int) (assigned []int, cost float64) {
	best, bestCost := make([]int, len(stated)), math.Inf(1)
	place := make([]int, len(stated))
	var try func(unit, from int, cost float64)
	try = func(unit, from int, cost float64) {
		if unit == len(stated) {
			if cost < bestCost {
				bestCost = cost
				copy(best, place)
			}
			return
		}
		last := unit == len(stated)-1
		for level := from; level < len(counts); level++ {
			place[unit] = level
			try(unit+1, level+1, cost+differenceCost(stated[unit].Count, counts[level])+depthCost(level, len(counts), last))
		}
		place[unit] = -1
		try(unit+1, from, cost+leftOut(last))
	}
	try(0, 0, 0)
	return best, bestCost
}

func differenceCost(stated, counted int) float64 {
	return math.Abs(float64(stated-counted)) / float64(max(stated, counted, 1))
}

// leftOut is the cost of a total that counts no level; least for the outer ones.
func leftOut(innermost bool) float64 {
	if innermost {
		return 3
	}
	return 2
}

// depthCost is far smaller than any difference in numbers.
func depthCost(level, levels int, deepest bool) float64 {
	if deepest {
		level = levels - level
	}
	return 1e-6 * float64(level)
}
