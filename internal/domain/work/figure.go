package work

import "slices"

// Figure is one result figure of a progress entry: money recovered, people
// dealt with, regulations, cases – with the files that prove it.
type Figure struct {
	Result
	// Total: the figure is the running total of its measure (累计), not what
	// this entry adds.
	Total bool
	Proof []string // ids of evidence
}

// Standing gives the entries that no later one corrects.
func Standing(entries []Progress) []Progress {
	corrected := map[string]bool{}
	for _, e := range entries {
		corrected[e.Corrects] = true
	}
	out := slices.Clone(entries)
	return slices.DeleteFunc(out, func(e Progress) bool { return corrected[e.ID] })
}

// figures are the entry's figures; an entry from before there were any has
// its people and money as running totals.
func (p Progress) figures() []Figure {
	if len(p.Figures) > 0 {
		return p.Figures
	}
	var out []Figure
	if p.People > 0 {
		out = append(out, Figure{Result: Result{Kind: ResultPeople, Amount: int64(p.People), Unit: "人"}, Total: true})
	}
	if p.Amount > 0 {
		out = append(out, Figure{Result: Result{Kind: ResultMoney, Amount: p.Amount, Unit: "元"}, Total: true})
	}
	return out
}

// measureKey tells one sum of one measure apart.
type measureKey struct {
	measure string
	key     SumKey
}

// running adds up figures measure by measure, entries in their order; a
// running total takes the place of what was added before it.
func running(entries []Progress) map[measureKey]int64 {
	out := map[measureKey]int64{}
	for _, e := range Standing(entries) {
		for _, f := range e.figures() {
			k := measureKey{e.MeasureID, keyOf(f.Result)}
			if f.Total {
				out[k] = 0
			}
			out[k] += f.Amount
		}
	}
	return out
}

// HasEvidence reports whether a file is among the evidence.
func HasEvidence(files []Evidence, id string) bool {
	return slices.ContainsFunc(files, func(e Evidence) bool { return e.ID == id })
}
