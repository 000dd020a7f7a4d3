package paper

import (
	"bytes"
	"cmp"
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// Print writes a paper for somebody to issue. It is the Printer of package
// action/issuing.
func (d Desk) Print(tx *store.Tx, by org.Actor, ask inspection.PaperAsk) (inspection.PrintedPaper, error) {
	calendar, err := store.CalendarOf(tx, d.Calendar)
	if err != nil {
		return inspection.PrintedPaper{}, err
	}
	v := &query.View{Tx: tx, Actor: by, Now: tx.Now(), Today: tx.Today(), Calendar: calendar}
	p, doc, err := printing(v, ask, nil)
	if err != nil {
		return p, err
	}
	p.Title, p.Missing, p.Number, p.Outline = doc.Subject, doc.Missing(), doc.Number.Text, doc.Outline
	if p.Body, err = gongwen.Encode(doc); err != nil {
		return p, err
	}
	if p.Data, err = counting(v, ask.InspectionID, p.CutOff, doc); err != nil {
		return p, err
	}
	p.Docx, err = fileOf(doc, tx.Now())
	return p, err
}

// fileOf is a paper as .docx, made at a point in time.
func fileOf(d *gongwen.Document, at time.Time) ([]byte, error) {
	d.Created = at
	var b bytes.Buffer
	err := gongwen.WriteDocx(&b, d)
	return b.Bytes(), err
}

// ReportFile is a report as the file that goes up, under its document number.
func ReportFile(r inspection.Report, number string) ([]byte, error) {
	d, err := gongwen.Decode(r.Body)
	if err != nil {
		return nil, err
	}
	Bear(d, number)
	return fileOf(d, d.Created)
}

// KeptFile is a kept text as a file.
func KeptFile(body []byte) ([]byte, error) {
	d, err := gongwen.Decode(body)
	if err != nil {
		return nil, err
	}
	return fileOf(d, d.Created)
}

// printing writes a paper from the records: by the outline of another one of
// its kind, or by the newest where that is nil.
func printing(v *query.View, ask inspection.PaperAsk, like *gongwen.Document) (inspection.PrintedPaper, *gongwen.Document, error) {
	var out inspection.PrintedPaper
	if ask.Kind == inspection.RoundReport {
		s, err := query.SummaryOf(v, query.RoundSummaryIn{Round: ask.RoundID})
		if err != nil {
			return out, nil, err
		}
		out.OrgID, out.On, out.CutOff = s.Round.OfficeID, s.On, s.CutOff
		return out, RoundReport(s), nil
	}
	f, _, err := v.PaperFactsOf(query.PaperIn{Inspection: ask.InspectionID, Kind: ask.Kind, Of: ask.Of})
	if err == nil && like != nil {
		f.Outlines, err = v.OutlineOnly(string(ask.Kind), like.Outline)
	}
	if err != nil {
		return out, nil, err
	}
	out.OrgID, out.On, out.CutOff = f.Organisation.ID, paperDay(f, ask.Kind), f.CutOff
	doc, err := makePaper(f, ask.Kind)
	if err != nil {
		return out, nil, err
	}
	return out, doc, number(v, doc, f.Organisation.ID)
}

// paperDay is the day that a paper bears: of minutes and notices their own.
func paperDay(f query.PaperFacts, kind inspection.PaperKind) workday.Date {
	switch {
	case f.Immediate != nil:
		return f.Immediate.IssuedOn
	case kind == inspection.Minutes:
		return cmp.Or(f.Meeting.Meeting.ApprovedOn, f.Meeting.Meeting.HeldOn)
	}
	return f.On
}
