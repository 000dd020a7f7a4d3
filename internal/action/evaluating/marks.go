package evaluating

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// MarkInput is what one side says of one item.
type MarkInput struct {
	Item   string   `form:"item"`
	Points string   `form:"points"` // empty: not yet
	Words  string   `form:"words"`  // basis, or the reason of a difference
	Proof  []string `form:"proof"`  // evidence
}

// load loads an evaluation with its scheme, for a command's Target.
func load(s *action.Step, id string) (e evaluation.Evaluation, scheme evaluation.Scheme, t org.Target, err error) {
	if e, t, err = store.EvaluationTarget(s.Tx, id); err != nil {
		return e, scheme, t, err
	}
	scheme, err = store.Schemes.Get(s.Tx, e.SchemeID)
	return e, scheme, t, err
}

// given reads the points of the rows, item by item; unknown items and points
// beyond the item's are faults that name the row.
func given(c *fault.Checks, scheme evaluation.Scheme, rows []MarkInput) map[string]MarkInput {
	out := map[string]MarkInput{}
	for _, in := range rows {
		item, ok := scheme.Item(in.Item)
		if !ok {
			c.Add("marks", "field.unknown-choice")
			continue
		}
		c.Max("marks", in.Words, action.LongText)
		if p, ok := evaluation.ParsePoints(in.Points); in.Points != "" && (!ok || p > item.Max) {
			c.Add("marks", "evaluation.points.bounds", item.Text, in.Points, item.Max)
		}
		out[in.Item] = in
	}
	return out
}

// points are those of a row; nil where none are given.
func (in MarkInput) points() *evaluation.Points {
	p, ok := evaluation.ParsePoints(in.Points)
	if !ok {
		return nil
	}
	return &p
}

// marked gives the marks of all items of the scheme, each changed by its row.
func marked(e evaluation.Evaluation, scheme evaluation.Scheme, rows map[string]MarkInput, change func(*evaluation.Mark, MarkInput)) []evaluation.Mark {
	out := make([]evaluation.Mark, 0, len(scheme.Items))
	for _, i := range scheme.Items {
		m := e.Mark(i.Key)
		if in, ok := rows[i.Key]; ok {
			change(&m, in)
		}
		out = append(out, m)
	}
	return out
}
