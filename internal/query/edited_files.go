package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// EditedPage is an edited file with what may be taken over from it.
type EditedPage struct {
	Inside
	File    inspection.EditedFile
	Report  inspection.Report
	CanTake bool
	Moved   bool // the report is no longer what the file was compared with
}

// EditedFile gives a file that was brought back, to those who write reports.
func EditedFile(v *View, id string) (EditedPage, error) {
	f, r, t, err := store.EditedFileTarget(v.Tx, id)
	if err != nil {
		return EditedPage{}, err
	}
	p := EditedPage{Inside: Inside{f.InspectionID}, File: f, Report: r, Moved: f.MadeID == "" && r.Hash != f.BaseHash}
	if err := v.Need(org.ReportWrite, t); err != nil {
		return p, err
	}
	p.CanTake = f.MadeID == "" && !p.Moved
	return p, nil
}

// Comparable is a report that an edited file can be compared with.
type Comparable struct {
	Report inspection.Report
	Number string   // document number, from the register
	Names  []string // of the organisation's people
}

// ToCompare gives a report to those who may bring an edited file of it back.
func ToCompare(v *View, id string) (Comparable, error) {
	r, t, err := store.ReportTarget(v.Tx, id)
	if err != nil {
		return Comparable{}, err
	}
	t.Submitted = false
	if err := v.Need(org.ReportWrite, t); err != nil {
		return Comparable{}, err
	}
	out := Comparable{Report: r}
	if out.Number, err = store.NumberOf(v.Tx, r.OrgID, store.Reports.Name(), r.ID); err != nil {
		return out, err
	}
	people, err := store.People.List(v.Tx, "WHERE org_id = ?", r.OrgID)
	for _, p := range people {
		out.Names = append(out.Names, p.Name)
	}
	return out, err
}
