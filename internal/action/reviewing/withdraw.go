package reviewing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Withdraw takes a body's opinion back while the review runs; the body may then
// give another. What was said stays on record.
type Withdraw struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Reason  string `form:"withdraw_reason"`
	onOpinion
}

// Permission implements action.Command.
func (c *Withdraw) Permission() org.Permission { return c.speaks() }

// Target implements action.Command.
func (c *Withdraw) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Withdraw) Run(s *action.Step) error {
	if err := c.Review.MayWithdraw(c.before, s.Actor); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Text("withdraw_reason", c.Reason, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.WithdrawnOn, after.WithdrawnWhy = c.Version, s.Today, c.Reason
	if err := action.Save(s, store.PlanOpinions, c.before, &after); err != nil {
		return err
	}
	held, err := store.PlanComments.List(s.Tx, "WHERE opinion_id = ? AND held = ? ORDER BY at, id", c.ID, plan.HeldBack)
	if err != nil {
		return err
	}
	for _, said := range held {
		gone := said
		gone.Held = plan.TakenBack
		if err := action.Save(s, store.PlanComments, said, &gone); err != nil {
			return err
		}
	}
	return nil
}
