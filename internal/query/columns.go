package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Columns is the shapes that an organisation has for its three lists.
type Columns struct {
	InspectionID string
	Lists        []work.ColumnTemplate // in use, list by list
	Templates    []work.ColumnTemplate // all that are kept
	Edited       []work.ColumnTemplate // what the page edits: one that was chosen, or those in use
	CanEdit      bool
}

// ColumnsIn asks for the templates of an inspection's organisation.
type ColumnsIn struct {
	Inspection string
	Template   string // to edit; empty for those in use
}

// ColumnsOf gives the column templates of the inspection's organisation, to
// those who see detail.
func ColumnsOf(v *View, in ColumnsIn) (Columns, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeDetail)
	if err != nil {
		return Columns{}, err
	}
	out := Columns{InspectionID: i.ID, CanEdit: v.Can(org.ColumnsEdit, t)}
	for _, l := range work.Lists() {
		template, err := store.ColumnsInUse(v.Tx, i.OrgID, l)
		if err != nil {
			return out, err
		}
		out.Lists = append(out.Lists, template)
	}
	if out.Templates, err = store.ColumnTemplatesOf(v.Tx, i.OrgID); err != nil {
		return out, err
	}
	out.Edited = out.Lists
	if in.Template != "" {
		n := slices.IndexFunc(out.Templates, func(t work.ColumnTemplate) bool { return t.ID == in.Template })
		if n < 0 {
			return out, fault.New(fault.NotFound, "fault.not-found")
		}
		out.Edited = out.Templates[n : n+1]
	}
	return out, nil
}
