package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
)

// deadlines gives the due dates of the round's profile for one inspection, by
// code; a code whose base event has not happened yet is absent.
func (v *View) deadlines(i inspection.Inspection, round inspection.Round) map[string]workday.Due {
	return map[string]workday.Due{}
}
