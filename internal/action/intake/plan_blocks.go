package intake

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SavePlanBlocks says which lacks stop the plans of a round: with one of them
// no plan is adopted or issued.
type SavePlanBlocks struct {
	RoundID string   `form:"-"`
	Version int      `form:"version"`
	Blocks  []string `form:"blocks"`

	before inspection.Round
}

// Permission implements action.Command.
func (c *SavePlanBlocks) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SavePlanBlocks) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *SavePlanBlocks) Run(s *action.Step) error {
	var checks fault.Checks
	for _, b := range c.Blocks {
		if !slices.Contains(plan.Lacks(), plan.Lack(b)) {
			checks.Add("blocks", "field.unknown-value", b)
		}
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Settings.PlanBlocks = c.Version, append([]string{}, c.Blocks...)
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}
