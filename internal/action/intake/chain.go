package intake

import (
	"fmt"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveChain changes the sign-off chain of a round: which steps there are, in
// which order, who decides and what he checks. An application that runs keeps
// the chain that it began with.
type SaveChain struct {
	RoundID string     `form:"-"`
	Version int        `form:"version"`
	Steps   []ChainRow `form:"steps"`

	before inspection.Round
}

// ChainRow is one step as the form gives it. A row without a role is none.
type ChainRow struct {
	Code     string       `form:"code"` // empty for a new step
	Place    int          `form:"place"`
	Name     string       `form:"name"`
	Role     string       `form:"role"`
	Meeting  bool         `form:"meeting"`
	Opinion  bool         `form:"opinion"`
	Optional bool         `form:"optional"`
	Checks   []string     `form:"checks"` // of the shipped kinds
	Own      action.Lines `form:"own"`    // checks in the round's own words
	Checked  bool         `form:"checked"`
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
	after := c.before
	after.Version, after.Settings.Chain = c.Version, c.chain()
	inspection.CheckChain(&checks, after.Settings.Chain)
	if err := checks.Err(); err != nil {
		return err
	}
	if err := store.KeepChain(s.Tx, c.before); err != nil {
		return err
	}
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}

// chain gives the steps by their places; rows in one place keep their order.
func (c *SaveChain) chain() []inspection.ChainStep {
	rows := slices.DeleteFunc(slices.Clone(c.Steps), func(r ChainRow) bool { return r.Role == "" })
	slices.SortStableFunc(rows, func(a, b ChainRow) int { return a.Place - b.Place })
	var out []inspection.ChainStep
	taken := map[string]bool{}
	for _, r := range rows {
		taken[r.Code] = true
	}
	for _, r := range rows {
		step := r.step()
		if used := slices.ContainsFunc(out, func(o inspection.ChainStep) bool { return o.Code == step.Code }); step.Code == "" || used {
			step.Code = free(taken)
		}
		out = append(out, step)
	}
	return out
}

func (r ChainRow) step() inspection.ChainStep {
	step := inspection.ChainStep{Code: r.Code, Name: r.Name, Role: r.Role, Meeting: r.Meeting, Opinion: r.Opinion, Optional: r.Optional, Checked: r.Checked}
	for _, kind := range inspection.ShippedChecks() {
		if slices.Contains(r.Checks, string(kind)) {
			step.Checks = append(step.Checks, inspection.Check{Kind: kind})
		}
	}
	for _, text := range r.Own {
		step.Checks = append(step.Checks, inspection.Check{Kind: inspection.CheckOwn, Text: text})
	}
	return step
}

// free gives a code that no step has and takes it.
func free(taken map[string]bool) string {
	for n := 1; ; n++ {
		if code := fmt.Sprintf("own-%d", n); !taken[code] {
			taken[code] = true
			return code
		}
	}
}
