package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/store"
)

// settled is what a view has read of an inspection already: within one view
// the records do not change.
type settled struct {
	inspection inspection.Inspection
	round      inspection.Round
}

// roundOf gives an inspection with its round, read once for each view. It asks
// for no permission: the caller has.
func (v *View) roundOf(inspectionID string) (inspection.Inspection, inspection.Round, error) {
	if s, ok := v.settled[inspectionID]; ok {
		return s.inspection, s.round, nil
	}
	i, err := store.Inspections.Get(v.Tx, inspectionID)
	if err != nil {
		return i, inspection.Round{}, err
	}
	round, err := store.Rounds.Get(v.Tx, i.RoundID)
	if err != nil {
		return i, round, err
	}
	if v.settled == nil {
		v.settled = map[string]settled{}
	}
	v.settled[inspectionID] = settled{i, round}
	return i, round, nil
}
