package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// FeedbackPage is the feedback paper of an inspection, in whatever state.
type FeedbackPage struct {
	Inspection inspection.Inspection
	Head       string // who made the statement
	Choices    Choices
	// Paper is nil before anything was imported.
	Paper    *inspection.Feedback
	Compared []inspection.Comparison
	Counted  []inspection.Total
	Nodes    []FeedbackNode // of a confirmed paper
	CanDraft bool
	CanSeal  bool
	CanEdit  bool
	CanState bool
}

// FeedbackNode is a node of a confirmed paper; a problem links to its page.
type FeedbackNode struct {
	inspection.Node
	Children []FeedbackNode
}

// Feedback gives the feedback page of an inspection. A proposal is shown to
// those only who may mend it.
func Feedback(v *View, inspectionID string) (FeedbackPage, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeInspection)
	if err != nil {
		return FeedbackPage{}, err
	}
	page := FeedbackPage{Inspection: i, CanDraft: v.Can(org.FeedbackDraft, t), CanSeal: v.Can(org.FeedbackSeal, t),
		CanEdit: v.Can(org.InspectionEdit, t), CanState: v.Can(org.StatementEdit, t)}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return page, err
	}
	page.Head = names.Person(i.StatementBy)
	if page.Choices, err = v.ChoicesOf(i.OrgID); err != nil {
		return page, err
	}
	paper, err := store.Feedbacks.One(v.Tx, "WHERE inspection_id = ?", inspectionID)
	if fault.Is(err, fault.NotFound) {
		return page, nil
	}
	if err != nil {
		return page, err
	}
	if paper.State == inspection.FeedbackDraft && !page.CanDraft {
		return page, nil
	}
	page.Paper = &paper
	page.Compared, page.Counted = inspection.Compare(paper.Stated, paper.Draft), inspection.Counted(paper.Draft)
	if paper.State == inspection.FeedbackDraft {
		return page, nil
	}
	nodes, err := store.Nodes.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq", inspectionID)
	page.Nodes = nested(nodes, "")
	return page, err
}

func nested(nodes []inspection.Node, parent string) []FeedbackNode {
	var out []FeedbackNode
	for _, n := range nodes {
		if n.ParentID == parent {
			out = append(out, FeedbackNode{Node: n, Children: nested(nodes, n.ID)})
		}
	}
	return out
}
