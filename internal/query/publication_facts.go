package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/publication"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// addPublication adds the accepted report of an inspection and what was chosen
// about its projection of that kind.
func (v *View) addPublication(f *PaperFacts, i inspection.Inspection, kind inspection.PaperKind) error {
	r, err := store.Reports.One(v.Tx, "WHERE inspection_id = ? AND kind = ? AND state = ? ORDER BY decided_on DESC, id DESC LIMIT 1",
		i.ID, inspection.ProgressReport, inspection.ReportAccepted)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	p, err := store.Publications.One(v.Tx, "WHERE report_id = ? AND kind = ?", r.ID, kind)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	return v.addReport(f, r, &p, err == nil)
}

// addReport adds a report with a publication of it, where there is one.
func (v *View) addReport(f *PaperFacts, r inspection.Report, p *publication.Publication, there bool) error {
	f.Accepted = &r
	if there {
		f.Publication = p
	}
	people, err := store.People.List(v.Tx, "WHERE org_id = ?", r.OrgID)
	for _, one := range people {
		f.People = append(f.People, one.Name)
	}
	slices.SortFunc(f.People, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return err
}
