package admin

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// organisation gives the organisation of an input; an id that is none is
// noted, an empty one is none.
func organisation(s *action.Step, checks *fault.Checks, id string) (org.Organisation, error) {
	if id == "" {
		return org.Organisation{}, nil
	}
	o, err := store.Organisations.Get(s.Tx, id)
	if fault.Is(err, fault.NotFound) {
		checks.Add("org", "field.unknown-choice")
		return o, nil
	}
	return o, err
}
