package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/publication"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// addPublication adds the accepted report of an inspection and what was chosen
// about its projection of that kind.
func (v *View) addPublication(f *PaperFacts, i inspection.Inspection, kind inspection.PaperKind) error {
	r, err := store.AcceptedReport(v.Tx, i.ID)
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
	var err error
	f.People, err = v.recordedNames(r.OrgID, r.InspectionID)
	return err
}

// PublicationFactsOf gathers what a publication of a report rests on. The
// caller has asked for the permission.
func (v *View) PublicationFactsOf(i inspection.Inspection, r inspection.Report, p publication.Publication) (PaperFacts, error) {
	on := p.PublishedOn
	if on == "" {
		on = v.Today
	}
	var f PaperFacts
	var err error
	if f.Facts, err = v.FactsOf(i, r.CutOff, on); err != nil {
		return f, err
	}
	return f, v.addReport(&f, r, &p, true)
}

// HeardFacts are the opinions that came in about the public version.
type HeardFacts struct {
	Total    int
	Answered int
	Based
}

func (g *gatherer) heard() error {
	list, err := store.PublicOpinions.List(g.Tx, "WHERE inspection_id = ? AND received_on <= ? ORDER BY received_on, id", g.i.ID, g.CutOff)
	f := &g.Heard
	f.Total = len(list)
	for _, o := range list {
		f.Answered += one(g.until(o.AnsweredOn))
		f.Refs = append(f.Refs, refTo(store.PublicOpinions, o.ID))
	}
	return err
}
