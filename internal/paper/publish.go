package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/publication"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// Publish writes a publication of an accepted report. What it gives is the
// Writer of package action/publishing.
func (d Desk) Publish(tx *store.Tx, p publication.Publication, r inspection.Report) (publication.Composed, error) {
	var out publication.Composed
	i, err := store.Inspections.Get(tx, r.InspectionID)
	if err != nil {
		return out, err
	}
	calendar, err := store.CalendarOf(tx, d.Calendar)
	if err != nil {
		return out, err
	}
	v := &query.View{Tx: tx, Now: tx.Now(), Today: tx.Today(), Calendar: calendar}
	f, err := v.PublicationFactsOf(i, r, p)
	if err != nil {
		return out, err
	}
	written, err := published(f, p.Kind)
	if err != nil {
		return out, err
	}
	for _, part := range written.Parts {
		out.Parts = append(out.Parts, part.Key)
	}
	if p.Kind == inspection.Circular {
		written.Document.Addressee = departments(f.Facts)
	}
	written.Document.Created = tx.Now()
	out.Title, out.Missing = written.Document.Subject, written.Document.Missing()
	out.Body, err = gongwen.Encode(written.Document)
	return out, err
}

// PublicationPage is a publication for reading: what may be chosen, the paper
// that comes of it, and what in it differs from the report.
type PublicationPage struct {
	query.PublicationPage
	Document *gongwen.Document // nil without a report
	Parts    []Part
	Left     []Left
	Masks    []Masked
	Suspects []string
	Gaps     []Gap
	Marked   bool // the report bears marks: an outline can be made of it
	// Publisher is the Party body in whose name it is published.
	Publisher string
}

// Publication gives a publication as it stands, or as it was published.
func Publication(v *query.View, in query.PublicationIn) (PublicationPage, error) {
	q, err := query.PublicationOf(v, in)
	out := PublicationPage{PublicationPage: q}
	if err != nil || q.Report == nil {
		return out, err
	}
	f, err := v.PublicationFactsOf(q.Inspection, *q.Report, q.Publication)
	if err != nil {
		return out, err
	}
	p, err := published(f, q.Kind)
	if err != nil {
		return out, err
	}
	if q.Kind == inspection.Circular && p.frozen == nil {
		p.Document.Addressee = departments(f.Facts)
	}
	out.Document, out.Parts, out.Left, out.Gaps = p.Document, p.Parts, p.Left, Missing(p.Document)
	if out.CanEdit || out.CanPublish {
		out.Masks, out.Suspects = p.Masks, p.Suspects
	}
	out.Publisher = f.Organisation.PartyName
	report, err := gongwen.Decode(q.Report.Body)
	if err != nil {
		return out, err
	}
	for r := range report.Runs() {
		out.Marked = out.Marked || r.Role != ""
	}
	return out, nil
}
