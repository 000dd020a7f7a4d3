package query

import (
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// ProblemAnswers is what was done for a problem beyond its measures.
type ProblemAnswers struct {
	Regulations []RegulationAnswer
	Linked      []party.LinkedWork
	Meetings    []party.Meeting // with a topic about it
	Studies     []party.Study
}

// RegulationAnswer is a regulation that answers a problem.
type RegulationAnswer struct {
	regulation.Regulation
	When regulation.When
}

// None reports whether there is nothing to show.
func (a ProblemAnswers) None() bool {
	return len(a.Regulations)+len(a.Linked)+len(a.Meetings)+len(a.Studies) == 0
}

// answersTo finds the regulations, linked work, meetings and studies that name
// a problem.
func (v *View) answersTo(p work.Problem) (ProblemAnswers, error) {
	var a ProblemAnswers
	i, err := store.Inspections.Get(v.Tx, p.InspectionID)
	if err != nil {
		return a, err
	}
	names := `WHERE inspection_id = ? AND problems LIKE ? ESCAPE '\' ORDER BY `
	like := `%"` + escaped(p.ID) + `"%`
	found, err := store.Regulations.List(v.Tx, names+"issued_on, started_on, id", p.InspectionID, like)
	if err != nil {
		return a, err
	}
	for _, r := range found {
		a.Regulations = append(a.Regulations, RegulationAnswer{Regulation: r, When: r.When(i.FeedbackOn)})
	}
	if a.Linked, err = store.LinkedWorks.List(v.Tx, names+"on_day, id", p.InspectionID, like); err != nil {
		return a, err
	}
	if a.Studies, err = store.Studies.List(v.Tx, names+"held_on, id", p.InspectionID, like); err != nil {
		return a, err
	}
	a.Meetings, err = store.Meetings.List(v.Tx, `WHERE inspection_id = ? AND topics LIKE ? ESCAPE '\' ORDER BY held_on, id`, p.InspectionID, like)
	return a, err
}
