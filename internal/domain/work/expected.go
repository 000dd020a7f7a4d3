package work

// Expected is what the measures of a list are expected to bring, of one kind.
type Expected struct {
	Kind     ResultKind
	Amount   int64 // added up; 0 for [ResultOther], whose units differ
	Measures int   // that expect it
}

// String is the amount with its unit; empty where the units differ.
func (e Expected) String() string {
	if e.Kind == ResultOther {
		return ""
	}
	return SumKey{Kind: e.Kind}.String(e.Amount)
}

// ExpectedOf adds up the expected results of measures by kind, in the order of
// the kinds and without those that nobody expects. A measure counts once for
// each kind.
func ExpectedOf(measures []Measure) []Expected {
	var out []Expected
	for _, k := range ResultKinds() {
		e := Expected{Kind: k}
		for _, m := range measures {
			found := false
			for _, r := range m.Results {
				if r.Kind != k {
					continue
				}
				found = true
				if k != ResultOther {
					e.Amount += r.Amount
				}
			}
			if found {
				e.Measures++
			}
		}
		if e.Measures > 0 {
			out = append(out, e)
		}
	}
	return out
}
