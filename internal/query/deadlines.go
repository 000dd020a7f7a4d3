package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
)

// deadlines gives the due dates of the round's profile for one inspection.
func (v *View) deadlines(i inspection.Inspection, round inspection.Round) map[workday.Code]workday.Due {
	return round.Settings.Dues(i, v.Calendar)
}
