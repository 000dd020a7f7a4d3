package query

import (
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// evaluations: those that wait for the caller's side.
func (b *deskBuilder) evaluations(i inspection.Inspection, t org.Target) error {
	own, reviews := b.Can(org.EvaluationSelf, t), b.Can(org.EvaluationReview, t)
	if !own && !reviews {
		return nil
	}
	list, err := store.Evaluations.List(b.Tx, "WHERE inspection_id = ? AND state <> ? ORDER BY opened_at, id", i.ID, evaluation.Final)
	if err != nil || len(list) == 0 {
		return err
	}
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	for _, e := range list {
		s, err := b.scheme(e.SchemeID)
		if err != nil {
			return err
		}
		item := DeskItem{Title: s.Title, Href: "/evaluations/" + e.ID}
		switch e.State {
		case evaluation.SelfDue:
			item.Due = b.dueOf(ladder, e.DueOn, e.DueOn, "", false)
		case evaluation.Discussed:
			item.Due = b.dueOf(ladder, e.AnswerUntil, e.AnswerUntil, "", false)
		}
		if own && (e.State == evaluation.SelfDue || e.State == evaluation.Discussed) ||
			reviews && (e.State == evaluation.ReviewDue && e.CheckReviewer(b.Actor) == nil || e.Closable(b.Today) && e.CheckCloser(b.Actor) == nil) {
			b.add(DeskEvaluate, item)
		}
	}
	return nil
}
