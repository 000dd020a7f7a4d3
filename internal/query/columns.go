package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// Columns is how an organisation wants its three lists.
type Columns struct {
	InspectionID string
	Lists        []work.ColumnTemplate
	CanEdit      bool
}

// ColumnsOf gives the column templates of the inspection's organisation, to
// those who see detail.
func ColumnsOf(v *View, inspectionID string) (Columns, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return Columns{}, err
	}
	out := Columns{InspectionID: i.ID, CanEdit: v.Can(org.ColumnsEdit, t)}
	for _, l := range work.Lists() {
		template, err := store.ColumnTemplate(v.Tx, i.OrgID, work.UseExport, l)
		if err != nil {
			return out, err
		}
		out.Lists = append(out.Lists, template)
	}
	return out, nil
}
