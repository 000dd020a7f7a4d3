package query

import "bihuan/internal/domain/plan"

// planIssued reports whether a plan of the inspection is issued.
func (v *View) planIssued(inspectionID string) (bool, error) {
	n, err := v.Tx.Count("SELECT COUNT(*) FROM plan_version WHERE inspection_id = ? AND state IN (?, ?)",
		inspectionID, plan.Issued, plan.Claimed)
	return n > 0, err
}
