package read

import "slices"

// told lists what is left out of a ledger on purpose: a person is told of it,
// but nothing has to be mended.
var told = []string{"ledger.sheet-left-out", "ledger.hidden-sheet", "ledger.hidden-columns"}

// partNotes takes what is only told out of the warnings.
func (p *Paper) partNotes() {
	isNote := func(w Warning) bool { return slices.Contains(told, w.Code) }
	for _, w := range p.Warnings {
		if isNote(w) {
			p.Notes = append(p.Notes, w)
		}
	}
	p.Warnings = slices.DeleteFunc(p.Warnings, isNote)
}
