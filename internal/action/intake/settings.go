package intake

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveSettings changes what a round fixes for its inspections: the deadlines
// profile, the warning ladder and the sign-off chain. The chain stays as it is
// while an application of the round is open.
type SaveSettings struct {
	RoundID   string          `form:"id"`
	Version   int             `form:"version"`
	Deadlines []DeadlineInput `form:"deadlines"`
	Green     int             `form:"green"`  // days before a deadline
	Yellow    int             `form:"yellow"` // days before a deadline
	Chain     []string        `form:"chain"`  // codes of the steps that are kept

	before inspection.Round
}

// DeadlineInput is one line of the profile: how long after its event.
type DeadlineInput struct {
	Code workday.Code `form:"code"`
	N    int          `form:"n"`
	Unit workday.Unit `form:"unit"`
}

// Permission implements action.Command.
func (c *SaveSettings) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveSettings) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *SaveSettings) Run(s *action.Step) error {
	var checks fault.Checks
	settings := c.before.Settings
	settings.Deadlines = c.profile(&checks)
	settings.Ladder = c.ladder(&checks)
	settings.Chain = c.chain(s, &checks)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Settings = c.Version, settings
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}

func (c *SaveSettings) profile(checks *fault.Checks) workday.Profile {
	profile := slices.Clone(c.before.Settings.Deadlines)
	for _, in := range c.Deadlines {
		i := slices.IndexFunc(profile, func(r workday.Rule) bool { return r.Code == in.Code })
		if i < 0 {
			checks.Add("deadlines", "field.unknown-value", in.Code)
			continue
		}
		profile[i].Offset = workday.Offset{N: in.N, Unit: in.Unit}
		if profile[i].Offset.Check() != nil || profile[i].Repeat && in.N == 0 {
			checks.Add("deadlines", "round.deadline.bad", in.N)
		}
	}
	if profile.Check() != nil {
		checks.Add("deadlines", "round.deadlines.bad")
	}
	return profile
}

func (c *SaveSettings) ladder(checks *fault.Checks) workday.Ladder {
	ladder := slices.Clone(c.before.Settings.Ladder)
	if len(ladder) == 0 {
		ladder = workday.DefaultLadder()
	}
	for i := range ladder {
		switch ladder[i].Colour {
		case workday.Green:
			ladder[i].DaysBefore = c.Green
		case workday.Yellow:
			ladder[i].DaysBefore = c.Yellow
		}
	}
	if c.Yellow < 0 || c.Green <= c.Yellow || c.Green > 366 || ladder.Check() != nil {
		checks.Add("green", "round.ladder.bad")
	}
	return ladder
}

// chain keeps the chosen steps in their order; the last must be the inspection
// office's, so that somebody outside looks.
func (c *SaveSettings) chain(s *action.Step, checks *fault.Checks) []inspection.ChainStep {
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
