// Package publishing is what happens to the circular and the public version of
// an accepted report, and to the opinions that come in about them.
package publishing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Writer writes a publication of a report from the records of one transaction.
type Writer func(tx *store.Tx, p publication.Publication, r inspection.Report) (publication.Composed, error)

// of finds the accepted report of an inspection and what was chosen about its
// projection of one kind; a new record where nothing was.
type of struct {
	inspection  inspection.Inspection
	report      inspection.Report
	publication publication.Publication
}

func (o *of) load(s *action.Step, inspectionID string, kind inspection.PaperKind) (org.Target, error) {
	var t org.Target
	var err error
	if o.inspection, t, err = store.InspectionTarget(s.Tx, inspectionID); err != nil {
		return t, err
	}
	o.report, err = store.AcceptedReport(s.Tx, inspectionID)
	if fault.Is(err, fault.NotFound) {
		return t, nil // told as a conflict once the permission is given
	}
	if err != nil {
		return t, err
	}
	o.publication, err = store.Publications.One(s.Tx, "WHERE report_id = ? AND kind = ?", o.report.ID, kind)
	if fault.Is(err, fault.NotFound) {
		o.publication = publication.Publication{OrgID: o.inspection.OrgID, InspectionID: inspectionID, ReportID: o.report.ID,
			Kind: kind, State: publication.Draft}
		return t, nil
	}
	if err == nil {
		t.Kind, t.ID = store.Publications.Name(), o.publication.ID
	}
	return t, err
}

// open refuses what has no report, and what was published already.
func (o *of) open() error {
	switch {
	case o.report.ID == "":
		return fault.New(fault.Conflict, "publication.not-accepted")
	case o.publication.State == publication.Published:
		return fault.New(fault.Conflict, "publication.already")
	}
	return nil
}
