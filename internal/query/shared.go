package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// sharesOf fills in which other problems the measures answer.
func (v *View) sharesOf(rows []MeasureRow) error {
	at := map[string]int{}
	for i := range rows {
		at[rows[i].ID] = i
	}
	for _, ids := range chunks(idsOf(rows, func(r MeasureRow) string { return r.ID })) {
		err := v.Tx.Each(func(scan func(...any) error) error {
			var measure string
			var n Neighbour
			err := scan(&measure, &n.ID, &n.Number)
			row := &rows[at[measure]]
			row.Shared = append(row.Shared, n)
			return err
		}, `SELECT l.measure_id, p.id, p.number FROM measure_link l JOIN problem p ON p.id = l.problem_id
			WHERE l.measure_id IN (`+marks(len(ids))+`) ORDER BY l.measure_id, p.seq`, anyOf(ids)...)
		if err != nil {
			return err
		}
	}
	return nil
}

// sharable gives the problems of the inspection that a measure does not answer
// yet and that the caller may plan.
func (v *View) sharable(m work.Measure, t org.Target) ([]Option, error) {
	list, err := store.Problems.List(v.Tx, `WHERE inspection_id = ? AND id <> ? AND closed_on = ''
		AND id NOT IN (SELECT problem_id FROM measure_link WHERE measure_id = ?) ORDER BY seq`, m.InspectionID, m.ProblemID, m.ID)
	var out []Option
	for _, p := range list {
		t.Departments = p.Departments()
		if v.Can(org.MeasureEdit, t) {
			out = append(out, Option{Value: p.ID, Label: p.Number + " " + p.Title})
		}
	}
	return out, err
}

// PartRow is what one assisting department answers for, with names.
type PartRow struct {
	work.AssistPart
	Department string
	Owner      string
	Shown      work.Verdict
	CanEdit    bool
}

// partsOf gives the parts of a problem's assisting departments, also of those
// for which none is kept yet.
func (v *View) partsOf(p work.Problem, names Names) ([]PartRow, error) {
	kept, err := store.AssistParts.List(v.Tx, "WHERE problem_id = ?", p.ID)
	if err != nil {
		return nil, err
	}
	i, err := v.inspection(p.InspectionID)
	if err != nil {
		return nil, err
	}
	t := store.TargetOf(i)
	var out []PartRow
	for _, dept := range p.AssistDepts {
		row := PartRow{AssistPart: work.AssistPart{DepartmentID: dept, ProblemID: p.ID, Verdict: work.NotStarted}, Department: names.Department(dept)}
		if n := slices.IndexFunc(kept, func(a work.AssistPart) bool { return a.DepartmentID == dept }); n >= 0 {
			row.AssistPart = kept[n]
		}
		t.Departments = []string{dept}
		row.Owner, row.Shown = names.Person(row.OwnerID), row.Effective(v.Today)
		row.CanEdit = !p.Closed() && v.Can(org.AssistEdit, t)
		out = append(out, row)
	}
	return out, nil
}
