package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Criticism is what a person enters about a criticism and the measure on it.
type Criticism struct {
	FromID  string       `form:"critic"`
	ToID    string       `form:"criticised"` // equal to FromID for self-criticism
	Text    string       `form:"criticism"`
	Measure string       `form:"remedy"`
	Due     workday.Date `form:"due"`
	DoneOn  workday.Date `form:"done_on"`
}

// AddCriticism records a criticism made at a life meeting.
type AddCriticism struct {
	LifeMeetingID string
	Criticism     `form:"criticisms"`
	life
}

// Permission implements action.Command.
func (c *AddCriticism) Permission() org.Permission { return org.LifeRecord }

// Target implements action.Command.
func (c *AddCriticism) Target(s *action.Step) (org.Target, error) { return c.find(s, c.LifeMeetingID) }

// Run checks and saves the criticism.
func (c *AddCriticism) Run(s *action.Step) error {
	x := c.fill(party.Criticism{ID: s.NewID(), OrgID: c.meeting.OrgID, LifeMeetingID: c.meeting.ID})
	if err := c.check(s, x); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	return action.Insert(s, store.Criticisms, &x)
}

// EditCriticism changes a criticism. Version is the one that the person saw.
type EditCriticism struct {
	ID        string
	Version   int `form:"version"`
	Criticism `form:"criticisms"`
	criticised
}

// Target implements action.Command.
func (c *EditCriticism) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run checks and saves the criticism.
func (c *EditCriticism) Run(s *action.Step) error {
	after := c.fill(c.before)
	after.Version = c.Version
	if after.MeasureID != "" { // the ledger tells it
		after.Measure, after.Due, after.DoneOn = c.before.Measure, c.before.Due, c.before.DoneOn
	}
	if err := c.check(s, after); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	return action.Save(s, store.Criticisms, c.before, &after)
}

// RemoveCriticism takes back a criticism that was recorded by mistake. The
// audit log keeps it, with the reason.
type RemoveCriticism struct {
	ID      string
	Version int    `form:"version"`
	Reason  string `form:"reason"`
	criticised
}

// Target implements action.Command.
func (c *RemoveCriticism) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run removes the criticism.
func (c *RemoveCriticism) Run(s *action.Step) error {
	if err := takenBack(s, c.Reason, c.Version, c.before.Version, c.before); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	return action.Remove(s, store.Criticisms, c.before)
}

// criticised is what the commands on a stored criticism have in common.
type criticised struct {
	life
	before party.Criticism
}

// Permission implements action.Command.
func (x *criticised) Permission() org.Permission { return org.LifeRecord }

func (x *criticised) find(s *action.Step, id string) (org.Target, error) {
	var err error
	if x.before, err = store.Criticisms.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	t, err := x.life.find(s, x.before.LifeMeetingID)
	t.Kind, t.ID = store.Criticisms.Name(), id
	return t, err
}

// check gathers what is wrong with a criticism of the meeting.
func (l *life) check(s *action.Step, x party.Criticism) error {
	var c fault.Checks
	x.Check(&c, l.meeting, s.Today)
	if err := action.CheckPeople(s, &c, l.meeting.OrgID, "critic", x.FromID); err != nil {
		return err
	}
	if err := action.CheckPeople(s, &c, l.meeting.OrgID, "criticised", x.ToID); err != nil {
		return err
	}
	return c.Err()
}

func (f *Criticism) fill(x party.Criticism) party.Criticism {
	x.FromID, x.ToID, x.Text, x.Measure, x.Due, x.DoneOn = f.FromID, f.ToID, f.Text, f.Measure, f.Due, f.DoneOn
	return x
}

// takenBack checks that a record may be removed: with a reason, which the
// audit entry keeps, and by somebody who saw its latest version.
func takenBack(s *action.Step, reason string, seen, stored int, record any) error {
	var c fault.Checks
	c.Text("reason", reason, action.ShortText)
	if err := c.Err(); err != nil {
		return err
	}
	if seen != stored {
		return fault.Stale(record, record)
	}
	s.Note("%s", reason)
	return nil
}
