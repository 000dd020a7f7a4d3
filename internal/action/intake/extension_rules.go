package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveExtensionRules changes who agrees to extensions in a round, and how
// often and how long they may be. Requests already made keep their levels.
type SaveExtensionRules struct {
	RoundID   string `form:"-"`
	Version   int    `form:"version"`
	Leader    int    `form:"leader_days"` // up to so many days the responsible leader
	Head      int    `form:"head_days"`   // … and the head; beyond, the inspection office
	MostTimes int    `form:"most_times"`
	MostDays  int    `form:"most_days"`
	GraveYuan int64  `form:"grave_yuan"` // 0 for no amount

	before inspection.Round
}

// Permission implements action.Command.
func (c *SaveExtensionRules) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveExtensionRules) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *SaveExtensionRules) Run(s *action.Step) error {
	var checks fault.Checks
	if c.Leader < 0 || c.Head < c.Leader || c.Head > 3650 {
		checks.Add("head_days", "extension.rules.days")
	}
	if c.MostTimes < 1 || c.MostTimes > 20 {
		checks.Add("most_times", "field.bad-number")
	}
	if c.MostDays < 1 || c.MostDays > 3650 {
		checks.Add("most_days", "field.bad-number")
	}
	if c.GraveYuan < 0 {
		checks.Add("grave_yuan", "field.bad-number")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	after.Settings.Extensions = work.ExtensionRules{MostTimes: c.MostTimes, MostDays: c.MostDays, GraveYuan: c.GraveYuan,
		Levels: []work.ExtensionLevel{{Role: string(org.RoleLeader), Days: c.Leader}, {Role: string(org.RoleHead), Days: c.Head}, {Role: string(org.RoleOffice)}}}
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}
