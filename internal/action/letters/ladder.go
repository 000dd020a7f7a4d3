package letters

import (
	"cmp"
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// LadderLine is one step of the ladder; without a name it is none. A new one
// bears its own name as code.
type LadderLine struct {
	Code      string       `form:"code"`
	Place     int          `form:"place"` // where it stands in the ladder
	Name      string       `form:"name"`
	Days      int          `form:"days"`
	Unit      workday.Unit `form:"unit"`
	Roles     []string     `form:"roles"`
	Interview bool         `form:"interview"`
}

// SaveLadder changes the ladder of letters of a round.
type SaveLadder struct {
	RoundID string       `form:"-"`
	Version int          `form:"version"`
	Steps   []LadderLine `form:"steps"`
}

// Permission implements action.Command.
func (c *SaveLadder) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveLadder) Target(s *action.Step) (org.Target, error) {
	_, err := store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *SaveLadder) Run(s *action.Step) error {
	before, err := store.Rounds.Get(s.Tx, c.RoundID)
	if err != nil {
		return err
	}
	lines := slices.DeleteFunc(slices.Clone(c.Steps), func(l LadderLine) bool { return strings.TrimSpace(l.Name) == "" })
	slices.SortStableFunc(lines, func(a, b LadderLine) int { return cmp.Compare(a.Place, b.Place) })
	rules := letter.Rules{}
	for _, l := range lines {
		name := strings.TrimSpace(l.Name)
		rules.Steps = append(rules.Steps, letter.Step{Code: cmp.Or(l.Code, name), Name: name, ReplyDays: l.Days, Unit: l.Unit, Roles: l.Roles, Interview: l.Interview})
	}
	var checks fault.Checks
	rules.Check(&checks)
	if err := checks.Err(); err != nil {
		return err
	}
	after := before
	after.Version, after.Settings.Letters = c.Version, rules
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, before, &after)
}
