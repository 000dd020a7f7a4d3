package warnings

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

func checked(w warning.Ways) error {
	var checks fault.Checks
	w.Check(&checks)
	return checks.Err()
}

// AddRobot adds a group's robot: of the organisation of an inspection, or of a
// round.
type AddRobot struct {
	InspectionID string            `form:"-"`
	RoundID      string            `form:"-"`
	Name         string            `form:"name"`
	Kind         warning.RobotKind `form:"kind"`
	Address      string            `form:"address" json:"-"`
	Secret       string            `form:"secret" json:"-"`
	Hosts        []string          `form:"-" json:"-"` // that the installation allows
	org          string
}

// Permission implements action.Command.
func (c *AddRobot) Permission() org.Permission { return org.RobotEdit }

// Target implements action.Command.
func (c *AddRobot) Target(s *action.Step) (org.Target, error) {
	if c.RoundID != "" {
		r, err := store.Rounds.Get(s.Tx, c.RoundID)
		c.org = r.OfficeID
		return org.Target{Kind: store.Rounds.Name(), ID: r.ID, OrgID: r.OfficeID}, err
	}
	i, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	c.org = i.OrgID
	return t, err
}

// Run implements action.Command.
func (c *AddRobot) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("name", c.Name, action.ShortText)
	if !slices.Contains(warning.RobotKinds(), c.Kind) {
		checks.Add("kind", "field.unknown-choice")
	}
	checks.Text("address", c.Address, 1000)
	checks.Max("secret", c.Secret, action.ShortText)
	warning.CheckAddress(&checks, "address", c.Address, c.Hosts)
	if err := checks.Err(); err != nil {
		return err
	}
	r := warning.Robot{ID: s.NewID(), OrgID: c.org, RoundID: c.RoundID, Name: c.Name, Kind: c.Kind, Address: c.Address, Secret: c.Secret, By: s.Actor.AccountID}
	s.Return(r.ID)
	return action.Insert(s, store.Robots, &r)
}

// SwitchRobot stops a robot or lets it go on.
type SwitchRobot struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Stopped bool   `form:"stopped"`

	before warning.Robot
}

// Permission implements action.Command.
func (c *SwitchRobot) Permission() org.Permission { return org.RobotEdit }

// Target implements action.Command.
func (c *SwitchRobot) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Robots.Get(s.Tx, c.ID)
	return org.Target{Kind: store.Robots.Name(), ID: c.ID, OrgID: c.before.OrgID}, err
}

// Run implements action.Command.
func (c *SwitchRobot) Run(s *action.Step) error {
	after := c.before
	after.Version, after.Stopped = c.Version, c.Stopped
	return action.Save(s, store.Robots, c.before, &after)
}
