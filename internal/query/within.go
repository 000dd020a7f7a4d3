package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
)

// Inside is embedded in the page of a record: it tells which inspection the
// record lies in.
type Inside struct{ InspectionID string }

// Within gives the inspection of the record.
func (i Inside) Within() string { return i.InspectionID }

// toEdit gives the inspection for a form whose command needs the permission.
func (v *View) toEdit(inspectionID string, p org.Permission) (inspection.Inspection, error) {
	i, _, err := v.Inspection(inspectionID, p)
	return i, err
}
