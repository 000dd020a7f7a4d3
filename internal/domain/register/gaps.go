package register

import "slices"

// Gap is a run of numbers of one year that the register does not hold.
type Gap struct{ From, To int }

// Gaps lists the numbers that are missing below the highest one, in runs. The
// entries are of one series and year.
func Gaps(entries []Entry) []Gap {
	taken := make([]int, 0, len(entries))
	for _, e := range entries {
		taken = append(taken, e.Sequence)
	}
	slices.Sort(taken)
	var out []Gap
	next := 1
	for _, n := range taken {
		if n > next {
			out = append(out, Gap{next, n - 1})
		}
		next = max(next, n+1)
	}
	return out
}

// Next is the number after the highest one.
func Next(entries []Entry) int {
	highest := 0
	for _, e := range entries {
		highest = max(highest, e.Sequence)
	}
	return highest + 1
}
