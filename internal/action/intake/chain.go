package intake

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveChain changes the sign-off chain of a round. The chain stays as it is
// while an application of the round is open.
type SaveChain struct {
	RoundID string   `form:"id"`
	Version int      `form:"version"`
	Chain   []string `form:"chain"` // codes of the steps that are kept

	before inspection.Round
}

// Permission implements action.Command.
func (c *SaveChain) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveChain) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *SaveChain) Run(s *action.Step) error {
	var checks fault.Checks
	settings := c.before.Settings
	settings.Chain = c.chain(s, &checks)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Settings = c.Version, settings
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}

// chain keeps the chosen steps in their order; the last must be the inspection
// office's, so that somebody outside looks.
func (c *SaveChain) chain(s *action.Step, checks *fault.Checks) []inspection.ChainStep {
	var chain []inspection.ChainStep
	for _, step := range inspection.DefaultChain() {
		if slices.Contains(c.Chain, step.Code) {
			chain = append(chain, step)
		}
	}
	if len(chain) < 2 || chain[len(chain)-1].Role != string(org.RoleOffice) {
		checks.Add("chain", "round.chain.short")
	}
	if slices.Equal(chain, c.before.Settings.Chain) {
		return chain
	}
	open, err := s.Tx.Count(`SELECT COUNT(*) FROM application WHERE state = 'open'
		AND inspection_id IN (SELECT id FROM inspection WHERE round_id = ?)`, c.RoundID)
	if err != nil || open > 0 {
		checks.Add("chain", "round.chain.open", open)
	}
	return chain
}
