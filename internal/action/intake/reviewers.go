package intake

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ChooseReviewers says which reviewing bodies must consent to the plans of a
// round beside the inspection office and the team (三方/四方会审).
type ChooseReviewers struct {
	RoundID string   `form:"-"`
	Version int      `form:"version"`
	Bodies  []string `form:"reviewers"` // organisations

	before inspection.Round
}

// Permission implements action.Command.
func (c *ChooseReviewers) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *ChooseReviewers) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *ChooseReviewers) Run(s *action.Step) error {
	var checks fault.Checks
	for n, id := range c.Bodies {
		o, err := store.Organisations.Get(s.Tx, id)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		if o.Kind != org.Reviewer || slices.Contains(c.Bodies[:n], id) {
			checks.Add("reviewers", "field.unknown-choice")
		}
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Settings.Reviewers = c.Version, c.Bodies
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}
