package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// RegulationFacts are the regulations as they stood at the cut-off.
type RegulationFacts struct {
	Before   []RegulationFact // issued before the feedback
	Enacted  []RegulationFact // issued since
	Revised  []RegulationFact
	Repealed []RegulationFact // repealed since
	Drafting []RegulationFact // being drafted
	Revising []RegulationFact
	Problems int // problems that those issued since answer
}

// RegulationFact is one regulation.
type RegulationFact struct {
	Title string // without 《》
	On    workday.Date
	Based
}

// LinkedFact is one linked work.
type LinkedFact struct {
	party.LinkedWork
	Based
}

func (g *gatherer) regulations() error {
	list, err := store.Regulations.List(g.Tx, "WHERE inspection_id = ? ORDER BY issued_on, started_on, id", g.i.ID)
	r, answered := &g.Regulations, map[string]bool{}
	for _, reg := range list {
		into, on := r.place(reg, g.i.FeedbackOn, g.CutOff)
		if into == nil {
			continue
		}
		*into = append(*into, RegulationFact{Title: bareTitle(reg.Title), On: on, Based: Based{[]Source{refTo(store.Regulations, reg.ID)}}})
		if into == &r.Enacted || into == &r.Revised {
			for _, p := range reg.Problems {
				answered[p] = true
			}
		}
	}
	r.Problems = len(answered)
	slices.SortStableFunc(r.Repealed, func(a, b RegulationFact) int { return cmp.Compare(a.On, b.On) })
	return err
}

// place tells which list a regulation belongs to at the cut-off; nil for one
// that was not there yet.
func (r *RegulationFacts) place(reg regulation.Regulation, feedback, cutOff workday.Date) (*[]RegulationFact, workday.Date) {
	by := func(d workday.Date) bool { return d != "" && d <= cutOff }
	switch {
	case by(reg.RepealedOn) && reg.RepealedOn < feedback:
		return nil, ""
	case by(reg.RepealedOn):
		return &r.Repealed, reg.RepealedOn
	case by(reg.IssuedOn) && feedback != "" && reg.IssuedOn < feedback:
		return &r.Before, reg.IssuedOn
	case by(reg.IssuedOn) && reg.Change == regulation.Revise:
		return &r.Revised, reg.IssuedOn
	case by(reg.IssuedOn) && reg.Change == regulation.Enact:
		return &r.Enacted, reg.IssuedOn
	case by(reg.StartedOn) && reg.Change == regulation.Revise:
		return &r.Revising, reg.StartedOn
	case by(reg.StartedOn) && reg.Change == regulation.Enact:
		return &r.Drafting, reg.StartedOn
	}
	return nil, ""
}

func (g *gatherer) linked() error {
	list, err := store.LinkedWorks.List(g.Tx, "WHERE inspection_id = ? AND on_day <> '' AND on_day <= ? ORDER BY on_day, id", g.i.ID, g.CutOff)
	for _, l := range list {
		g.Linked = append(g.Linked, LinkedFact{LinkedWork: l, Based: Based{[]Source{refTo(store.LinkedWorks, l.ID)}}})
	}
	return err
}

// LinkedOf gives the linked works of one kind.
func (f Facts) LinkedOf(kind party.LinkedKind) []LinkedFact {
	var out []LinkedFact
	for _, l := range f.Linked {
		if l.Kind == kind {
			out = append(out, l)
		}
	}
	return out
}
