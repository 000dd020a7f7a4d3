package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// InspectionRow is one inspection of the list.
type InspectionRow struct {
	ID           string
	Title        string
	Organisation string
	Round        string
	Team         string
	FeedbackOn   workday.Date
	Stages       []Stage
	Counts       Counts
}

// Inspections lists the inspections that the caller may see, newest first.
func Inspections(v *View, _ struct{}) ([]InspectionRow, error) {
	all, err := store.Inspections.List(v.Tx, "ORDER BY feedback_on DESC, id")
	if err != nil {
		return nil, err
	}
	var out []InspectionRow
	for _, i := range all {
		if !v.Can(org.SeeInspection, store.TargetOf(i)) {
			continue
		}
		row, err := v.inspectionRow(i)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

func (v *View) inspectionRow(i inspection.Inspection) (InspectionRow, error) {
	f, err := FrameOf(v, i.ID)
	if err != nil {
		return InspectionRow{}, err
	}
	row := InspectionRow{ID: i.ID, Title: i.Title, Organisation: f.Organisation, Round: f.Round, Team: f.Team,
		FeedbackOn: i.FeedbackOn, Stages: f.Stages}
	row.Counts, err = v.CountProblems(i.ID)
	return row, err
}
