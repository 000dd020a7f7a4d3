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
// round beside the inspection office, whether the team does, whether they
// grade, and how long they have (三方/四方会审). What was submitted keeps its own.
type ChooseReviewers struct {
	RoundID string   `form:"-"`
	Version int      `form:"version"`
	Bodies  []string `form:"reviewers"` // organisations
	NoTeam  bool     `form:"no_team"`
	Grades  bool     `form:"grades"`
	Days    int      `form:"review_days"` // working days; 0 for the default

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
	if c.Days < 0 || c.Days > 100 {
		checks.Add("review_days", "round.review-days")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Settings.Reviewers = c.Version, c.Bodies
	after.Settings.NoTeam, after.Settings.Grades, after.Settings.ReviewDays = c.NoTeam, c.Grades, c.Days
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}
