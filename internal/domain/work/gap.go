package work

// Missing lists the expected kinds of measure that are not there: a problem
// wants all three (domain.md §4).
func Missing(has map[MeasureKind]bool) []MeasureKind {
	var out []MeasureKind
	for _, k := range MeasureKinds() {
		if !has[k] {
			out = append(out, k)
		}
	}
	return out
}
