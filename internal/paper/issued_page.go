package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// IssuedPage is an issued paper for reading, with the records behind it, and
// the sentences that the records of today would say otherwise.
type IssuedPage struct {
	query.IssuedPaperPage
	Document *gongwen.Document
	Sources  []query.SourceRow
	Counted  map[query.Source]CountedSource
	Intact   bool
	Changes  []Change
}

// Issued gives an issued paper. The records of today are written by the outline
// that it was written from.
func Issued(v *query.View, id string) (IssuedPage, error) {
	q, t, err := v.IssuedPaper(id)
	out := IssuedPage{IssuedPaperPage: q, Intact: q.Paper.Intact()}
	if err != nil {
		return out, err
	}
	if out.Document, err = gongwen.Decode(q.Paper.Body); err != nil {
		return out, err
	}
	if q.InspectionID != "" {
		if out.Sources, err = v.Sources(q.InspectionID, t, out.Document.Refs()); err != nil {
			return out, err
		}
		if out.Counted, err = countedSources(v, "/issued-papers/"+id, q.Paper.Data, t); err != nil {
			return out, err
		}
	}
	_, now, err := printing(v, q.Paper.Ask(), out.Document)
	if err != nil {
		return out, err
	}
	out.Changes = Compare(out.Document, now)
	return out, nil
}

// IssuedCounted is the records behind one figure of an issued paper.
type IssuedCounted struct {
	query.IssuedPaperPage
	Counting
}

// CountedByIssued gives the records that a figure of an issued paper counted.
func CountedByIssued(v *query.View, in CountedIn) (IssuedCounted, error) {
	q, t, err := v.IssuedPaper(in.Paper)
	out := IssuedCounted{IssuedPaperPage: q}
	if err == nil {
		out.Counting, err = countedRecords(v, q.InspectionID, q.Paper.Data, t, in.Ref)
	}
	return out, err
}

// IssuedWith asks for an issued paper beside another version of it.
type IssuedWith struct{ ID, With string }

// IssuedVersions is two versions of an issued paper, the earlier one at the left.
type IssuedVersions struct {
	query.IssuedPaperPage
	Earlier, Later inspection.IssuedPaper
	Changes        []Change
}

// CompareIssued sets two versions of an issued paper side by side.
func CompareIssued(v *query.View, in IssuedWith) (IssuedVersions, error) {
	q, _, err := v.IssuedPaper(in.ID)
	out := IssuedVersions{IssuedPaperPage: q, Later: q.Paper}
	if err != nil {
		return out, err
	}
	if out.Earlier, err = v.OtherVersion(q.Paper, in.With); err != nil {
		return out, err
	}
	if out.Later.Number < out.Earlier.Number {
		out.Earlier, out.Later = out.Later, out.Earlier
	}
	before, err := gongwen.Decode(out.Earlier.Body)
	if err != nil {
		return out, err
	}
	after, err := gongwen.Decode(out.Later.Body)
	if err == nil {
		out.Changes = Compare(before, after)
	}
	return out, err
}
