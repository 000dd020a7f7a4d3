package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// PlanPage is the plan as a paper for reading, with the records behind it and
// what it lacks.
type PlanPage struct {
	Title    string
	Document *gongwen.Document
	Sources  []query.SourceRow
	Gaps     []Gap
}

// Plan writes the plan's paper for somebody to read.
func Plan(v *query.View, in query.PlanPaperIn) (PlanPage, error) {
	f, err := query.PlanPaper(v, in)
	if err != nil {
		return PlanPage{}, err
	}
	out := PlanPage{Title: f.Title}
	if out.Document, err = PlanPaper(f); err != nil {
		return out, err
	}
	out.Gaps = Missing(out.Document)
	_, t, err := store.InspectionTarget(v.Tx, in.Inspection)
	if err != nil {
		return out, err
	}
	out.Sources, err = v.Sources(in.Inspection, t, out.Document.Refs())
	return out, err
}
