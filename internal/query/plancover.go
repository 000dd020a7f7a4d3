package query

import (
	"bihuan/internal/domain/plan"
	"bihuan/internal/store"
)

// Covered is a version of the plan with how far its approvals still reach.
type Covered struct {
	Version plan.Version
	Latest  bool // there is no later version
	Cover   plan.Cover
	Inside  bool // the caller may see what moved
}

// coveredBy tells how far the records have moved since a version; its changes
// are counted as the comparison with the records shows them.
func (v *View) coveredBy(versionID string, inside bool) (*Covered, error) {
	if versionID == "" {
		return nil, nil
	}
	f, err := store.PlanFile(v.Tx, versionID)
	if err != nil {
		return nil, err
	}
	out := &Covered{Version: f.Version, Latest: f.Latest, Inside: inside}
	if !f.Changed() {
		return out, nil
	}
	then, err := plan.Open(f.Version.Snapshot)
	if err != nil {
		return nil, err
	}
	now, err := store.PlanNow(v.Tx, f.Version.InspectionID)
	if err != nil {
		return nil, err
	}
	changes, err := v.attributed(f.Version, plan.Diff(then, now))
	out.Cover = plan.CoverOf(changes)
	return out, err
}

// attributed notes which of the changes since a version came by a change
// request.
func (v *View) attributed(version plan.Version, changes []plan.Change) ([]plan.Change, error) {
	decided, err := store.Amendments.List(v.Tx, "WHERE version_id = ? AND state = ? ORDER BY decided_at, id", version.ID, plan.AmendmentAgreed)
	return plan.Attribute(changes, decided), err
}
