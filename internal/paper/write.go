package paper

import (
	"fmt"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// Desk writes papers from the records of a transaction.
type Desk struct{ Calendar *workday.Calendar }

// Write composes a report of an inspection as of a cut-off; it implements
// the Writer of package action/report. The caller has asked for the permission.
func (d Desk) Write(tx *store.Tx, i inspection.Inspection, kind inspection.ReportKind, cutOff workday.Date) (inspection.Composed, error) {
	calendar, err := store.CalendarOf(tx, d.Calendar)
	if err != nil {
		return inspection.Composed{}, err
	}
	v := &query.View{Tx: tx, Now: tx.Now(), Today: tx.Today(), Calendar: calendar}
	doc, err := compose(v, i, kind, cutOff, tx.Today(), nil)
	if err != nil {
		return inspection.Composed{}, err
	}
	files, err := v.FilesBehind(i.ID, cutOff)
	if err != nil {
		return inspection.Composed{}, err
	}
	data, err := counting(v, i.ID, cutOff, doc, files)
	if err != nil {
		return inspection.Composed{}, err
	}
	body, err := gongwen.Encode(doc)
	return inspection.Composed{Title: doc.Subject, Body: body, Data: data, Missing: doc.Missing()}, err
}

// compose gathers the facts and writes the paper that they make: by the outline
// of another paper, or by the newest one where that is nil.
func compose(v *query.View, i inspection.Inspection, kind inspection.ReportKind, cutOff, on workday.Date, like *gongwen.Document) (*gongwen.Document, error) {
	f, err := v.FactsOf(i, cutOff, on)
	if err == nil && like != nil {
		f.Outlines, err = v.OutlineOnly(string(kind), like.Outline)
	}
	if err != nil {
		return nil, err
	}
	return reportOf(v, f, kind)
}

// reportOf writes a report from the facts of its inspection.
func reportOf(v *query.View, f query.Facts, kind inspection.ReportKind) (*gongwen.Document, error) {
	switch kind {
	case inspection.HeadReport:
		return HeadReport(f), nil
	case inspection.ProgressReport:
		err := v.AddProblems(&f)
		return ProgressReport(f), err
	}
	return nil, fmt.Errorf("no report of the kind %q", kind)
}
