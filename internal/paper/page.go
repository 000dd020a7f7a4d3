package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/proofread"
	"bihuan/internal/query"
)

// Page is a paper for reading: as frozen, with the records behind it, what it
// lacks, and where it no longer agrees with the records.
type Page struct {
	query.ReportPage
	Document *gongwen.Document // nil for a paper that was brought in as a file only
	Sources  []query.SourceRow
	Gaps     []Gap
	Changes  []Change
	Findings []Finding // what is doubtful before it goes up
	Looked   bool      // the paper was looked over, for those who see the facts
	Intact   bool      // the body is the one that was frozen
	Counted  map[query.Source]CountedSource
	Files    []query.CountedRow // evidence that it rests on, by its hash
	CanWrite bool
	// CanRevise: it was returned, and may be gone on from.
	CanRevise bool
	Others    []inspection.Report // of its kind, newest first, that may be seen
}

// Report gives a frozen report for reading. Who sees the facts also sees where
// the records have moved on since.
func Report(v *query.View, id string) (Page, error) {
	r, t, err := v.Report(id)
	if err != nil {
		return Page{}, err
	}
	p := Page{ReportPage: r, Gaps: Gaps(r.Report.Missing), Intact: r.Report.Intact()}
	if !r.Report.HasText() {
		return p, nil
	}
	if p.Document, err = gongwen.Decode(r.Report.Body); err != nil {
		return p, err
	}
	Bear(p.Document, r.Number)
	if p.Others, err = v.OtherReports(r.Report); err != nil {
		return p, err
	}
	p.CanRevise = r.Report.State == inspection.ReportReturned && !r.Report.Imported() && v.Can(org.ReportWrite, t)
	if p.Counted, err = countedSources(v, "/reports/"+r.Report.ID, r.Report.Data, t); err != nil {
		return p, err
	}
	if p.Files, err = filesBehind(v, r.Report, t); err != nil {
		return p, err
	}
	p.CanWrite = r.Report.State == inspection.ReportDraft && v.Can(org.ReportWrite, t)
	if p.Sources, err = v.Sources(r.InspectionID, t, p.Document.Refs()); err != nil || !r.SeesFacts {
		return p, err
	}
	if p.Changes, err = changesOf(v, r, p.Document); err != nil {
		return p, err
	}
	p.Looked = r.Report.State == inspection.ReportDraft
	if p.Looked {
		p.Findings, err = lookOver(v, r.Inspection, p.Document, reportProof(r.Report), id)
	}
	shownWith(p.Document, p.Changes)
	return p, err
}

// reportProof is what a report is looked over as.
func reportProof(r inspection.Report) proofread.Paper {
	return proofread.Paper{Day: workday.DateOf(r.CreatedAt, workday.Zone), CutOff: r.CutOff, OwnWords: r.Kind == inspection.HeadReport, Report: true}
}

// List is the reports of an inspection with what the head's report would lack
// if it were composed now.
type List struct {
	query.ReportList
	Missing []Gap
}

// Reports gives the list of reports of an inspection.
func Reports(v *query.View, inspectionID string) (List, error) {
	l, err := query.Reports(v, inspectionID)
	out := List{ReportList: l}
	if err != nil || !l.SeesFacts || l.Inspection.FeedbackOn == "" {
		return out, err
	}
	doc, err := compose(v, l.Inspection, inspection.HeadReport, v.Today, v.Today, nil)
	if err == nil {
		out.Missing = Missing(doc)
	}
	return out, err
}
