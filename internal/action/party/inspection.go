// Package party is what people record of Party life and of the long term:
// meetings, study, talks, life meetings, regulations, linked work.
package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// around is the inspection in which a command records something.
type around struct{ inspection inspection.Inspection }

// load finds the inspection and says where it lies.
func (a *around) load(s *action.Step, id string) (org.Target, error) {
	var t org.Target
	var err error
	a.inspection, t, err = store.InspectionTarget(s.Tx, id)
	return t, err
}

// part says where a record of the inspection lies.
func (a *around) part(s *action.Step, inspectionID, kind, id string) (org.Target, error) {
	t, err := a.load(s, inspectionID)
	t.Kind, t.ID = kind, id
	return t, err
}
