package intake

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SealFeedback confirms the proposal: its nodes become the original wording,
// which nobody can change afterwards, and each problem becomes work. Where the
// stated totals differ from the counted ones, a person has to say that he saw
// it; nothing is repaired.
type SealFeedback struct {
	ID        string `form:"id"`
	Version   int    `form:"version"`
	Different bool   `form:"different"` // the difference was seen
	onFeedback
}

// Permission implements action.Command.
func (c *SealFeedback) Permission() org.Permission { return org.FeedbackSeal }

// Target implements action.Command.
func (c *SealFeedback) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *SealFeedback) Run(s *action.Step) error {
	if err := c.draft(c.Version); err != nil {
		return err
	}
	i, err := store.Inspections.Get(s.Tx, c.before.InspectionID)
	if err != nil {
		return err
	}
	if i.FeedbackOn == "" {
		return fault.New(fault.Conflict, "feedback.seal.no-meeting")
	}
	if inspection.Differs(inspection.Compare(c.before.Stated, c.before.Draft)) && !c.Different {
		f := fault.New(fault.Invalid, "feedback.seal.differs")
		f.Fields = []fault.Field{{Name: "different", Code: "field.required"}}
		return f
	}
	nodes, err := inspection.Seal(c.before, s.NewID)
	if err != nil {
		return err
	}
	after := c.before
	after.Version, after.State = c.Version, inspection.FeedbackConfirmed
	after.ConfirmedBy, after.ConfirmedAt = s.Actor.AccountID, s.Now
	if after.Hash, err = inspection.HashNodes(nodes); err != nil {
		return err
	}
	if err := action.Save(s, store.Feedbacks, c.before, &after); err != nil {
		return err
	}
	if err := forget(s, c.ID); err != nil {
		return err
	}
	s.Return(c.ID)
	return saveNodes(s, nodes)
}

// saveNodes keeps the original wording and opens the work on each problem.
func saveNodes(s *action.Step, nodes []inspection.Node) error {
	above := map[string]inspection.Node{}
	seq := 0
	for _, n := range nodes {
		above[n.ID] = n
		if err := action.Insert(s, store.Nodes, &n); err != nil {
			return err
		}
		if n.Kind != inspection.KindProblem {
			continue
		}
		seq++
		p := work.Problem{ID: n.ID, OrgID: n.OrgID, InspectionID: n.InspectionID, Seq: seq, Number: n.Number,
			Title: strings.TrimRight(n.Title, "。：:；\n "), Verdict: work.NotStarted}
		for up, ok := above[n.ParentID]; ok; up, ok = above[up.ParentID] {
			switch up.Kind {
			case inspection.KindAspect:
				p.AspectID = up.ID
			case inspection.KindItem:
				p.ItemID = up.ID
			}
		}
		if err := action.Insert(s, store.Problems, &p); err != nil {
			return err
		}
	}
	return nil
}
