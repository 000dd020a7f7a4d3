package query

import (
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/store"
)

// settled is what a view has read already: within one view the records do not
// change. The zero value is ready.
type settled struct {
	inspections map[string]inspection.Inspection
	rounds      map[string]inspection.Round
	names       map[string]Names // by organisation
	schemes     map[string]evaluation.Scheme
}

// once gives a kept value, or reads it and keeps it.
func once[T any](kept *map[string]T, id string, read func() (T, error)) (T, error) {
	if have, ok := (*kept)[id]; ok {
		return have, nil
	}
	v, err := read()
	if err != nil {
		return v, err
	}
	if *kept == nil {
		*kept = map[string]T{}
	}
	(*kept)[id] = v
	return v, nil
}

// inspection gives an inspection. It asks for no permission: the caller does.
func (v *View) inspection(id string) (inspection.Inspection, error) {
	return once(&v.settled.inspections, id, func() (inspection.Inspection, error) { return store.Inspections.Get(v.Tx, id) })
}

// round gives a round. It asks for no permission: the caller does.
func (v *View) round(id string) (inspection.Round, error) {
	return once(&v.settled.rounds, id, func() (inspection.Round, error) { return store.Rounds.Get(v.Tx, id) })
}

// roundOf gives an inspection with its round.
func (v *View) roundOf(inspectionID string) (inspection.Inspection, inspection.Round, error) {
	i, err := v.inspection(inspectionID)
	if err != nil {
		return i, inspection.Round{}, err
	}
	round, err := v.round(i.RoundID)
	return i, round, err
}
