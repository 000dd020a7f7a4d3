package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PublicationIn asks for one publication of an inspection's accepted report.
type PublicationIn struct {
	Inspection string
	Kind       inspection.PaperKind
}

// PublicationPage is what was chosen about one publication, and what the caller
// may do about it.
type PublicationPage struct {
	Inside
	Inspection  inspection.Inspection
	Kind        inspection.PaperKind
	Report      *inspection.Report // the accepted one; nil for none
	Publication publication.Publication
	States      map[inspection.PaperKind]publication.State // of both kinds; empty for one not prepared
	Due         workday.Due
	Today       workday.Date
	Late        bool
	CanEdit     bool
	CanPublish  bool
	SeesOpinion bool
}

// PublicationOf gives a publication. From outside only one that was published
// is there.
func PublicationOf(v *View, in PublicationIn) (PublicationPage, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeInspection)
	if err != nil {
		return PublicationPage{}, err
	}
	if in.Kind == "" {
		in.Kind = inspection.Circular
	}
	p := PublicationPage{Inside: Inside{i.ID}, Inspection: i, Kind: in.Kind, States: map[inspection.PaperKind]publication.State{}, Today: v.Today}
	if in.Kind != inspection.Circular && in.Kind != inspection.PublicVersion {
		return p, fault.New(fault.NotFound, "fault.not-found")
	}
	if err := v.Need(org.PublicationSee, t); err != nil {
		return p, err
	}
	if err := v.publications(&p, i); err != nil {
		return p, err
	}
	if !v.Inside(t) {
		p.onlyPublished()
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return p, err
	}
	p.Due = v.deadlines(i, round)[workday.Publish]
	p.Late = p.Due.Date != "" && p.Due.Date < v.Today && i.PublishedOn == ""
	p.SeesOpinion = v.Can(org.OpinionSee, t)
	if p.Report != nil && p.Publication.State != publication.Published {
		p.CanEdit, p.CanPublish = v.Can(org.PublicationEdit, t), v.Can(org.PublicationPublish, t) && p.Publication.ID != ""
	}
	return p, nil
}

// publications fills in the accepted report and its publications.
func (v *View) publications(p *PublicationPage, i inspection.Inspection) error {
	r, err := store.AcceptedReport(v.Tx, i.ID)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	p.Report = &r
	p.Publication = publication.Publication{OrgID: i.OrgID, InspectionID: i.ID, ReportID: r.ID, Kind: p.Kind, State: publication.Draft}
	list, err := store.Publications.List(v.Tx, "WHERE report_id = ?", r.ID)
	for _, one := range list {
		p.States[one.Kind] = one.State
		if one.Kind == p.Kind {
			p.Publication = one
		}
	}
	if p.Publication.ID == "" && err == nil {
		var o org.Organisation
		o, err = store.Organisations.Get(v.Tx, i.OrgID)
		p.Publication.Contact = publication.Contact{Phone: o.Phone, Address: o.Address}
	}
	return err
}

// onlyPublished takes away what is not for outsiders: what is being prepared.
func (p *PublicationPage) onlyPublished() {
	for kind, state := range p.States {
		if state != publication.Published {
			delete(p.States, kind)
		}
	}
	if p.Publication.State != publication.Published {
		p.Report, p.Publication = nil, publication.Publication{}
	}
}
