package paper

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// TryIn is an outline that is not kept, and whose records it is tried on.
type TryIn struct {
	Kind, Text, Inspection string
}

// Try writes the paper that an outline would give from the records of an
// inspection whose papers the caller may see. Nothing is kept.
func Try(v *query.View, in TryIn) (*gongwen.Document, error) {
	i, _, err := v.Inspection(in.Inspection, org.SeePapers)
	if err != nil {
		return nil, err
	}
	f, err := v.FactsOf(i, v.Today, v.Today)
	if err != nil {
		return nil, err
	}
	f.Outlines = map[string]outline.Version{in.Kind: {Text: in.Text}}
	if kind := inspection.ReportKind(in.Kind); slices.Contains(inspection.ReportKinds(), kind) {
		return reportOf(v, f, kind)
	}
	return makePaper(query.PaperFacts{Facts: f}, inspection.PaperKind(in.Kind))
}
