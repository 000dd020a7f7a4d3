package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// MendFeedback changes the structure of the proposal in one step, which can be
// undone. Words are never changed: they are the paper's.
type MendFeedback struct {
	ID      string              `form:"id"`
	Version int                 `form:"version"`
	Op      string              `form:"op"`       // kind, mark, split, merge, drop, level, undo, or a direction of inspection.Move
	Node    string              `form:"node"`     // what it is done to
	Nodes   []string            `form:"nodes"`    // for kind: further ones
	Kind    inspection.NodeKind `form:"kind"`     // for kind
	Mark    string              `form:"mark"`     // for mark
	At      int                 `form:"at"`       // for split: a character of the wording
	Level   int                 `form:"counting"` // for level
	onFeedback
}

// Permission implements action.Command.
func (c *MendFeedback) Permission() org.Permission { return org.FeedbackDraft }

// Target implements action.Command.
func (c *MendFeedback) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command. It gives the key of the node at hand
// afterwards.
func (c *MendFeedback) Run(s *action.Step) error {
	if err := c.draft(c.Version); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	s.Return(c.Node)
	if c.Op == "undo" {
		return c.undo(s, after)
	}
	var err error
	if after.Draft, err = c.mended(s, &after); err != nil {
		return err
	}
	if err := remember(s, c.before); err != nil {
		return err
	}
	return action.Save(s, store.Feedbacks, c.before, &after)
}

func (c *MendFeedback) mended(s *action.Step, after *inspection.Feedback) ([]inspection.DraftNode, error) {
	was := c.before.Draft
	switch c.Op {
	case "kind":
		return c.rekind(s)
	case "mark":
		return inspection.Remark(was, c.Node, c.Mark)
	case "split":
		key := s.NewID()
		tree, err := inspection.Split(was, c.Node, c.At, key)
		s.Return(key)
		return inspection.Placed(tree, key, c.before.Lines), err
	case "merge":
		s.Return(inspection.Before(was, c.Node))
		return inspection.Merge(was, c.Node)
	case "drop":
		s.Return(inspection.Before(was, c.Node))
		return inspection.Drop(was, c.Node)
	case "level":
		if c.Level < 1 || c.Level > inspection.MostLevels {
			return nil, fault.New(fault.Invalid, "feedback.level.which", inspection.MostLevels)
		}
		after.CountingLevel = c.Level
		return inspection.CountAt(was, c.Level, ""), nil
	}
	return c.moved()
}

// moved shifts the node; where it changes its level, it and what is below it
// is named by the new one.
func (c *MendFeedback) moved() ([]inspection.DraftNode, error) {
	tree, err := inspection.Move(c.before.Draft, c.Node, c.Op)
	if err != nil || c.Op == inspection.Up || c.Op == inspection.Down || c.before.CountingLevel == 0 {
		return tree, err
	}
	return inspection.CountAt(tree, c.before.CountingLevel, c.Node), nil
}

func (c *MendFeedback) rekind(s *action.Step) ([]inspection.DraftNode, error) {
	var checks fault.Checks
	checks.OneOf("kind", string(c.Kind), string(inspection.KindSection), string(inspection.KindAspect), string(inspection.KindItem),
		string(inspection.KindProblem), string(inspection.KindRecommendation), string(inspection.KindImmediate))
	keys := c.Nodes
	if c.Node != "" && len(keys) == 0 {
		keys = []string{c.Node}
	}
	if len(keys) == 0 {
		checks.Add("nodes", "feedback.kind.none")
	}
	if err := checks.Err(); err != nil {
		return nil, err
	}
	s.Return(keys[0])
	return inspection.Rekind(c.before.Draft, keys, c.Kind)
}
