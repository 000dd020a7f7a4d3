package query

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// ListFiles are the evidence files on which a report rests as a whole, each by
// the SHA-256 under which it is kept for ever.
const ListFiles = "evidence-files"

// FilesBehind lists the evidence of an inspection that stood on a day.
func (v *View) FilesBehind(inspectionID string, cutOff workday.Date) (Counted, error) {
	list, err := store.Evidences.List(v.Tx, "WHERE inspection_id = ? AND at < ? ORDER BY at, id",
		inspectionID, cutOff.AddDays(1).Time(workday.Zone).UnixMilli())
	out := Counted{Ref: listOf(ListFiles, "all"), Rows: []CountedRow{}}
	for _, e := range list {
		if e.Stands() {
			out.Rows = append(out.Rows, CountedRow{Ref: refTo(store.Evidences, e.ID), Label: fileName(e), Hash: e.Hash})
		}
	}
	return out, err
}

func fileName(e work.Evidence) string {
	if e.Title != "" {
		return e.Title
	}
	return e.Name
}
