package intake

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveDeadlines changes the deadlines profile, the warning ladder and the time
// for claiming of a round. It saves only what was seen: Seen is the Mark of
// the preview that a person confirmed.
type SaveDeadlines struct {
	RoundID     string         `form:"-"`
	Version     int            `form:"version"`
	Lines       []DeadlineLine `form:"lines"`
	Steps       []WarningStep  `form:"steps"`
	Unit        workday.Unit   `form:"ladder_unit"`  // in what the steps count their days
	Warns       []warning.Kind `form:"warns"`        // what is warned of beside deadlines
	WaitDays    int            `form:"wait_days"`    // working days
	NearDays    int            `form:"near_days"`    // working days
	ClaimWithin int            `form:"claim_within"` // working days
	Seen        string         `form:"seen"`

	// What the preview finds, filled in.
	After  inspection.Settings `form:"-" json:"-"`
	Shifts []inspection.Shift  `form:"-" json:"-"`
	Mark   string              `form:"-" json:"-"`

	before inspection.Round
}

// DeadlineLine is one rule of the profile. Without a code it is a new one of
// the round's own, named so; without a name as well it is no line.
type DeadlineLine struct {
	Code   workday.Code `form:"code"`
	Name   string       `form:"name"`
	Base   workday.Base `form:"base"`
	N      int          `form:"n"`
	Unit   workday.Unit `form:"unit"`
	Repeat bool         `form:"repeat"`
	Remove bool         `form:"remove"`
}

// WarningStep is one step of the ladder; without a colour it is none.
type WarningStep struct {
	DaysBefore int            `form:"days"`
	Colour     workday.Colour `form:"colour"`
	Roles      []string       `form:"roles"`
}

// Permission implements action.Command.
func (c *SaveDeadlines) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveDeadlines) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Preview implements action.Previewer: which deadlines of which inspections
// move, and the mark that a confirmation must carry.
func (c *SaveDeadlines) Preview(s *action.Step) error {
	var checks fault.Checks
	c.After = c.before.Settings
	c.After.Deadlines = c.profile(&checks)
	c.After.Ladder = c.ladder(&checks)
	c.After.ClaimWithin = c.ClaimWithin
	c.After.Warnings = warning.Rules{Kinds: append([]warning.Kind{}, c.Warns...), Wait: c.WaitDays, Near: c.NearDays}
	c.After.Warnings.Check(&checks)
	if c.ClaimWithin < 1 || c.ClaimWithin > 100 {
		checks.Add("claim_within", "deadlines.claim.bad")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	if c.Version != c.before.Version {
		mine := c.before
		mine.Version, mine.Settings = c.Version, c.After
		return fault.Stale(mine, c.before)
	}
	return c.compare(s)
}

func (c *SaveDeadlines) compare(s *action.Step) error {
	list, err := store.Inspections.List(s.Tx, "WHERE round_id = ? ORDER BY feedback_on, id", c.RoundID)
	if err != nil {
		return err
	}
	c.Shifts = nil
	for _, i := range list {
		was := inspection.Ground{Settings: c.before.Settings, Inspection: i, Calendar: s.Calendar}
		will := inspection.Ground{Settings: c.After, Inspection: i, Calendar: s.Calendar}
		c.Shifts = append(c.Shifts, was.ShiftTo(will))
	}
	c.Mark, err = inspection.Mark(c.Shifts, c.After, c.before.Version)
	return err
}

// Run implements action.Command.
func (c *SaveDeadlines) Run(s *action.Step) error {
	if err := c.Preview(s); err != nil {
		return err
	}
	if c.Seen != c.Mark {
		return fault.New(fault.Conflict, inspection.Unseen)
	}
	moved := 0
	for _, shift := range c.Shifts {
		moved += shift.Moved()
	}
	after := c.before
	after.Version, after.Settings = c.Version, c.After
	s.Note("%d deadlines moved", moved)
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}

// ladder reads the steps; nearer ones come later whatever the order typed.
func (c *SaveDeadlines) ladder(checks *fault.Checks) workday.Ladder {
	var ladder workday.Ladder
	checks.OneOf("ladder_unit", string(c.Unit), string(workday.Open), string(workday.Days), string(workday.Workdays))
	for i, in := range c.Steps {
		if in.Colour == workday.NoColour {
			continue
		}
		step := workday.Step{DaysBefore: in.DaysBefore, Unit: c.Unit, Colour: in.Colour, Roles: in.Roles}
		if in.Colour == workday.Red {
			step.DaysBefore = -1
		}
		ladder = append(ladder, step)
		switch {
		case len(in.Roles) == 0 || slices.ContainsFunc(in.Roles, notWarned):
			checks.Add("steps", "deadlines.step.roles", i+1)
		case step.DaysBefore > 366:
			checks.Add("steps", "deadlines.step.far", i+1)
		}
	}
	slices.SortStableFunc(ladder, func(a, b workday.Step) int { return b.DaysBefore - a.DaysBefore })
	if !ladder.Whole() {
		checks.Add("steps", "deadlines.ladder.bad")
	}
	return ladder
}

func notWarned(role string) bool { return !slices.Contains(inspection.WarnedRoles(), role) }
