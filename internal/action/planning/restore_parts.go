package planning

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// sharing ties to a problem the measures of others that the version says
// answer it too, and no further ones.
func sharing(s *action.Step, p plan.Problem) error {
	stored, err := store.MeasureLinks.List(s.Tx, "WHERE problem_id = ?", p.ID)
	if err != nil {
		return err
	}
	for _, l := range stored {
		if slices.ContainsFunc(p.Shared, func(o plan.Shared) bool { return o.ID == l.MeasureID }) {
			continue
		}
		if err := action.Remove(s, store.MeasureLinks, l); err != nil {
			return err
		}
	}
	for _, o := range p.Shared {
		if slices.ContainsFunc(stored, func(l work.Link) bool { return l.MeasureID == o.ID }) {
			continue
		}
		m, err := store.Measures.Get(s.Tx, o.ID)
		if err != nil {
			return err
		}
		l := work.Link{ID: s.NewID(), OrgID: m.OrgID, InspectionID: m.InspectionID, MeasureID: m.ID, ProblemID: p.ID}
		if err := action.Insert(s, store.MeasureLinks, &l); err != nil {
			return err
		}
	}
	return nil
}

// parts gives each assisting department the part that the version names; how
// far a part is stays.
func parts(s *action.Step, p plan.Problem) error {
	of, err := store.Problems.Get(s.Tx, p.ID)
	if err != nil {
		return err
	}
	stored, err := store.AssistParts.List(s.Tx, "WHERE problem_id = ? ORDER BY department_id", p.ID)
	if err != nil {
		return err
	}
	for _, a := range stored {
		if slices.ContainsFunc(p.Parts, func(o plan.Part) bool { return o.Department.ID == a.DepartmentID }) {
			continue
		}
		if err := action.Remove(s, store.AssistParts, a); err != nil {
			return err
		}
	}
	for _, o := range p.Parts {
		if err := part(s, of, stored, o); err != nil {
			return err
		}
	}
	return nil
}

func part(s *action.Step, of work.Problem, stored []work.AssistPart, want plan.Part) error {
	i := slices.IndexFunc(stored, func(a work.AssistPart) bool { return a.DepartmentID == want.Department.ID })
	after := work.AssistPart{OrgID: of.OrgID, InspectionID: of.InspectionID, ProblemID: of.ID, DepartmentID: want.Department.ID, Verdict: work.NotStarted}
	if i >= 0 {
		after = stored[i]
	}
	after.Text, after.OwnerID, after.Deadline = want.Text, want.Owner.ID, want.Deadline
	switch {
	case i < 0:
		after.ID = s.NewID()
		return action.Insert(s, store.AssistParts, &after)
	case after == stored[i]:
		return nil
	}
	return action.Save(s, store.AssistParts, stored[i], &after)
}
