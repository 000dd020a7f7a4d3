package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ImportFeedback keeps what was read from a feedback paper as a proposal that
// a person mends and confirms. A proposal that is not confirmed is replaced.
type ImportFeedback struct {
	InspectionID string
	Paper        inspection.Feedback // as read; the ids and the state are ours
	onInspection
}

// Permission implements action.Command.
func (c *ImportFeedback) Permission() org.Permission { return org.FeedbackDraft }

// Target implements action.Command.
func (c *ImportFeedback) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run implements action.Command.
func (c *ImportFeedback) Run(s *action.Step) error {
	if len(c.Paper.Draft) == 0 {
		return fault.New(fault.Invalid, "feedback.import.empty", c.Paper.FileName)
	}
	after := c.Paper
	keyed(after.Draft, s.NewID)
	after.OrgID, after.InspectionID = c.before.OrgID, c.before.ID
	after.State, after.ImportedBy = inspection.FeedbackDraft, s.Actor.AccountID
	after.Hash, after.ConfirmedBy = "", ""
	old, err := store.Feedbacks.One(s.Tx, "WHERE inspection_id = ?", c.InspectionID)
	switch {
	case fault.Is(err, fault.NotFound):
		after.ID = s.NewID()
		s.Return(after.ID)
		return action.Insert(s, store.Feedbacks, &after)
	case err != nil:
		return err
	case old.State == inspection.FeedbackConfirmed:
		return fault.New(fault.Conflict, "feedback.confirmed")
	}
	after.ID, after.Version = old.ID, old.Version
	s.Return(after.ID)
	if err := forget(s, old.ID); err != nil {
		return err
	}
	return action.Save(s, store.Feedbacks, old, &after)
}

// keyed gives every node of a proposal its key.
func keyed(tree []inspection.DraftNode, newID func() string) {
	for i := range tree {
		tree[i].Key = newID()
		keyed(tree[i].Children, newID)
	}
}

// DescribeFeedback mends what was read of the paper's head.
type DescribeFeedback struct {
	ID             string       `form:"id"`
	Version        int          `form:"version"`
	Title          string       `form:"paper_title"`
	DocumentNumber string       `form:"document_number"`
	Issuer         string       `form:"issuer"`
	Date           workday.Date `form:"dated"`
	onFeedback
}

// Permission implements action.Command.
func (c *DescribeFeedback) Permission() org.Permission { return org.FeedbackDraft }

// Target implements action.Command.
func (c *DescribeFeedback) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *DescribeFeedback) Run(s *action.Step) error {
	if err := c.draft(c.Version); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Text("paper_title", c.Title, action.ShortText)
	checks.Max("document_number", c.DocumentNumber, action.ShortText)
	checks.Max("issuer", c.Issuer, action.ShortText)
	action.CheckDate(&checks, "dated", c.Date)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	after.Title, after.DocumentNumber = c.Title, c.DocumentNumber
	after.Issuer, after.Date = c.Issuer, c.Date
	s.Return(c.ID)
	return action.Save(s, store.Feedbacks, c.before, &after)
}
