package store

import (
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
)

// PlanGround gives what stands in the way of putting an earlier version of the
// plan back into the records of an inspection.
func PlanGround(tx *Tx, inspectionID string) (plan.Ground, error) {
	issued, err := tx.Count("SELECT COUNT(*) FROM plan_version WHERE inspection_id = ? AND state IN (?, ?)", inspectionID, plan.Issued, plan.Claimed)
	if err != nil {
		return plan.Ground{}, err
	}
	g := plan.Ground{Issued: issued > 0}
	for _, part := range []struct {
		to    *map[string]bool
		query string
		args  []any
	}{
		{&g.Closed, "SELECT id FROM problem WHERE inspection_id = ? AND closed_on <> ''", []any{inspectionID}},
		{&g.Extended, `SELECT id FROM problem WHERE inspection_id = ? AND first_deadline <> '' AND first_deadline <> deadline
			UNION ALL SELECT id FROM measure WHERE inspection_id = ? AND first_deadline <> '' AND first_deadline <> deadline`, []any{inspectionID, inspectionID}},
		{&g.Used, `SELECT id FROM measure WHERE inspection_id = ? AND claim <> ''
			UNION SELECT measure_id FROM progress WHERE inspection_id = ?
			UNION SELECT measure_id FROM evidence WHERE inspection_id = ?
			UNION SELECT measure_id FROM extension WHERE inspection_id = ?`, []any{inspectionID, inspectionID, inspectionID, inspectionID}},
		{&g.Begun, "SELECT problem_id || '/' || department_id FROM assist_part WHERE inspection_id = ? AND verdict <> ?", []any{inspectionID, work.NotStarted}},
		{&g.Known, `SELECT id FROM person WHERE org_id = (SELECT org_id FROM inspection WHERE id = ?)
			UNION ALL SELECT id FROM department WHERE org_id = (SELECT org_id FROM inspection WHERE id = ?)`, []any{inspectionID, inspectionID}},
	} {
		if *part.to, err = idSet(tx, part.query, part.args...); err != nil {
			return g, err
		}
	}
	return g, nil
}

func idSet(tx *Tx, query string, args ...any) (map[string]bool, error) {
	out := map[string]bool{}
	err := tx.Each(func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		out[id] = true
		return err
	}, query, args...)
	return out, err
}
