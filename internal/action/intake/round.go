package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveRound makes a round, or changes one when ID is set. A new round starts
// with the default settings.
type SaveRound struct {
	ID       string       `form:"id"`
	Version  int          `form:"version"`
	Name     string       `form:"name"`
	Year     int          `form:"year"`
	Number   int          `form:"number"`
	Starts   workday.Date `form:"starts"`
	Ends     workday.Date `form:"ends"`
	OfficeID string       // the office's organisation; the actor's own when empty

	before inspection.Round
}

// Permission implements action.Command.
func (c *SaveRound) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveRound) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.ID != "" {
		c.before, err = store.Rounds.Get(s.Tx, c.ID)
	}
	return org.Target{Kind: store.Rounds.Name(), ID: c.ID}, err
}

// Run implements action.Command.
func (c *SaveRound) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("name", c.Name, action.ShortText)
	action.NeedDate(&checks, "starts", c.Starts)
	action.NeedDate(&checks, "ends", c.Ends)
	if c.Starts != "" && c.Ends != "" && c.Ends < c.Starts {
		checks.Add("ends", "field.date-order")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Name, after.Year, after.Number, after.Starts, after.Ends = c.Name, c.Year, c.Number, c.Starts, c.Ends
	if c.ID != "" {
		after.Version = c.Version
		s.Return(c.ID)
		return action.Save(s, store.Rounds, c.before, &after)
	}
	after.ID, after.OfficeID, after.Settings = s.NewID(), c.OfficeID, inspection.DefaultSettings()
	if after.OfficeID == "" {
		after.OfficeID = s.Actor.OrgID
	}
	s.Return(after.ID)
	return action.Insert(s, store.Rounds, &after)
}

// SaveTeam makes an inspection team of a round, or changes one.
type SaveTeam struct {
	RoundID string `form:"round"`
	ID      string `form:"id"`
	Version int    `form:"version"`
	Name    string `form:"name"`
	Number  int    `form:"number"`
	Leader  string `form:"leader"`

	before inspection.Team
}

// Permission implements action.Command.
func (c *SaveTeam) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveTeam) Target(s *action.Step) (org.Target, error) {
	if _, err := store.Rounds.Get(s.Tx, c.RoundID); err != nil {
		return org.Target{}, err
	}
	var err error
	if c.ID != "" {
		c.before, err = store.Teams.One(s.Tx, "WHERE id = ? AND round_id = ?", c.ID, c.RoundID)
	}
	return org.Target{Kind: store.Teams.Name(), ID: c.ID}, err
}

// Run implements action.Command.
func (c *SaveTeam) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("name", c.Name, action.ShortText)
	checks.Max("leader", c.Leader, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.RoundID, after.Name, after.Number, after.Leader = c.RoundID, c.Name, c.Number, c.Leader
	if c.ID != "" {
		after.Version = c.Version
		s.Return(c.ID)
		return action.Save(s, store.Teams, c.before, &after)
	}
	after.ID = s.NewID()
	s.Return(after.ID)
	return action.Insert(s, store.Teams, &after)
}
