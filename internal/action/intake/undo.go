package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// mostSteps is how many mendings of one proposal can be undone.
const mostSteps = 100

// remember keeps the proposal as it is, so that the next mending can be undone.
func remember(s *action.Step, f inspection.Feedback) error {
	last, err := s.Tx.Count("SELECT COALESCE(MAX(seq), 0) FROM draft_step WHERE feedback_id = ?", f.ID)
	if err != nil {
		return err
	}
	if _, err := s.Tx.Exec("DELETE FROM draft_step WHERE feedback_id = ? AND seq <= ?", f.ID, last+1-mostSteps); err != nil {
		return err
	}
	return store.DraftSteps.Insert(s.Tx, &inspection.DraftStep{ID: s.NewID(), OrgID: f.OrgID, FeedbackID: f.ID, Seq: last + 1,
		Draft: f.Draft, CountingLevel: f.CountingLevel})
}

// undo takes the last mending back.
func (c *MendFeedback) undo(s *action.Step, after inspection.Feedback) error {
	step, err := store.DraftSteps.One(s.Tx, "WHERE feedback_id = ? ORDER BY seq DESC LIMIT 1", c.ID)
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.Conflict, "feedback.undo.none")
	}
	if err != nil {
		return err
	}
	after.Draft, after.CountingLevel = step.Draft, step.CountingLevel
	if err := store.DraftSteps.Delete(s.Tx, step.ID); err != nil {
		return err
	}
	return action.Save(s, store.Feedbacks, c.before, &after)
}

// forget drops the steps of a proposal that is replaced or confirmed.
func forget(s *action.Step, feedbackID string) error {
	_, err := s.Tx.Exec("DELETE FROM draft_step WHERE feedback_id = ?", feedbackID)
	return err
}
