package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// ImmediateRow is one immediate matter with its deadline as it stands today.
type ImmediateRow struct {
	inspection.Immediate
	Shown Due
}

// ImmediateList is the immediate matters (立行立改事项) of an inspection.
type ImmediateList struct {
	InspectionID string
	Rows         []ImmediateRow
	CanHandOver  bool
	CanReply     bool
}

// Immediates lists the immediate matters of an inspection, newest first.
func Immediates(v *View, inspectionID string) (ImmediateList, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeInspection)
	if err != nil {
		return ImmediateList{}, err
	}
	out := ImmediateList{InspectionID: i.ID, CanHandOver: v.Can(org.ImmediateEdit, t), CanReply: v.Can(org.ImmediateReply, t)}
	ladder, err := v.ladderOf(i.ID)
	if err != nil {
		return out, err
	}
	list, err := store.Immediates.List(v.Tx, "WHERE inspection_id = ? ORDER BY issued_on DESC, id", i.ID)
	for _, m := range list {
		out.Rows = append(out.Rows, ImmediateRow{Immediate: m, Shown: v.dueOf(ladder, m.Due, m.Due, "", m.RepliedOn != "")})
	}
	return out, err
}
