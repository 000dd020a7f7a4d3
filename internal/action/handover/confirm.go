package handover

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// on is the hand-over that a command is about.
type on struct {
	before work.HandOver
	items  []work.HandOverItem
	done   []work.Confirmation
}

func (o *on) load(s *action.Step, id string) (t org.Target, err error) {
	if o.before, err = store.HandOvers.Get(s.Tx, id); err != nil {
		return t, err
	}
	if o.items, err = store.HandOverItems.List(s.Tx, "WHERE hand_over_id = ? ORDER BY seq", id); err != nil {
		return t, err
	}
	if o.done, err = store.Confirmations.List(s.Tx, "WHERE hand_over_id = ? ORDER BY at, id", id); err != nil {
		return t, err
	}
	_, t, err = store.InspectionTarget(s.Tx, o.before.InspectionID)
	t.Kind, t.ID = store.HandOvers.Name(), id
	return t, err
}

// Confirm is one side's yes. Once the giver and every successor have said it,
// the records follow, from the day of the hand-over on.
type Confirm struct {
	ID   string `form:"-"`
	Note string `form:"note"`
	on
}

// Permission implements action.Command.
func (c *Confirm) Permission() org.Permission { return org.HandOverConfirm }

// Target implements action.Command.
func (c *Confirm) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Confirm) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Max("note", c.Note, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	mine := work.Sides(s.Actor, c.before, c.items, c.done)
	if len(mine) == 0 {
		return fault.New(fault.Denied, "handover.not-yours")
	}
	for _, m := range mine {
		if err := c.before.MayConfirm(m.Gives, s.Today); err != nil {
			return err
		}
		m.ID, m.OrgID, m.HandOverID, m.Note = s.NewID(), c.before.OrgID, c.ID, c.Note
		m.On, m.By, m.Name, m.At = s.Today, s.Actor.AccountID, s.Actor.Name, s.Now
		if err := action.Insert(s, store.Confirmations, &m); err != nil {
			return err
		}
		c.done = append(c.done, m)
	}
	s.Return(c.ID)
	if !c.before.MayMove(c.items, c.done, s.Today) {
		return nil
	}
	return c.move(s)
}

// move lets the successors answer: in the records, and in the history of who
// answered when.
func (c *Confirm) move(s *action.Step) error {
	for _, i := range c.items {
		if err := c.moveItem(s, i); err != nil {
			return err
		}
		if err := c.tenure(s, i); err != nil {
			return err
		}
	}
	after := c.before
	after.State, after.DoneOn = work.HandOverDone, s.Today
	return action.Save(s, store.HandOvers, c.before, &after)
}

func (c *Confirm) moveItem(s *action.Step, i work.HandOverItem) error {
	a := work.Assignment{}
	switch i.Duty {
	case work.DutyLeader:
		a.LeaderID = &i.ToID
	case work.DutyLead:
		a.LeadDeptID = &i.ToID
	case work.DutyOwner:
		a.OwnerID = &i.ToID
	}
	switch i.Kind {
	case store.Problems.Name():
		p, err := store.Problems.Get(s.Tx, i.RecordID)
		if err != nil {
			return err
		}
		after := a.Problem(p)
		return action.Save(s, store.Problems, p, &after)
	case store.Measures.Name():
		m, err := store.Measures.Get(s.Tx, i.RecordID)
		if err != nil {
			return err
		}
		after := a.Measure(m)
		return action.Save(s, store.Measures, m, &after)
	case store.Resolutions.Name():
		r, err := store.Resolutions.Get(s.Tx, i.RecordID)
		if err != nil {
			return err
		}
		after := r
		if i.Duty == work.DutyLead {
			after.DepartmentID = i.ToID
		} else {
			after.PersonID = i.ToID
		}
		return action.Save(s, store.Resolutions, r, &after)
	}
	return nil // a criticism stays with whom it was said to; who answers for its measure is in the history
}

// tenure ends the giver's time on the day before the hand-over and begins the
// successor's.
func (c *Confirm) tenure(s *action.Step, i work.HandOverItem) error {
	last := c.before.On.AddDays(-1)
	was, err := store.Tenures.List(s.Tx, "WHERE record_id = ? AND duty = ? AND until_on = ''", i.RecordID, i.Duty)
	if err != nil {
		return err
	}
	for _, t := range was {
		after := t
		after.Until = last
		if err := action.Save(s, store.Tenures, t, &after); err != nil {
			return err
		}
	}
	next := work.Tenure{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.InspectionID, Kind: i.Kind, RecordID: i.RecordID,
		Duty: i.Duty, HolderID: i.ToID, From: c.before.On, HandOverID: c.ID}
	if len(was) == 0 {
		first := next
		first.ID, first.HolderID, first.From, first.Until = s.NewID(), c.before.FromID, "", last
		if err := action.Insert(s, store.Tenures, &first); err != nil {
			return err
		}
	}
	return action.Insert(s, store.Tenures, &next)
}

// Withdraw gives a hand-over up before everybody confirmed.
type Withdraw struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	on
}

// Permission implements action.Command.
func (c *Withdraw) Permission() org.Permission { return org.HandOverEdit }

// Target implements action.Command.
func (c *Withdraw) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Withdraw) Run(s *action.Step) error {
	if c.before.State != work.HandOverOpen {
		return fault.New(fault.Conflict, "handover.ended")
	}
	after := c.before
	after.Version, after.State = c.Version, work.HandOverWithdrawn
	s.Return(c.before.InspectionID)
	return action.Save(s, store.HandOvers, c.before, &after)
}

// Take hands the record of a hand-over out as a form; the taking is recorded.
type Take struct {
	ID string
	on
}

// Permission implements action.Command.
func (c *Take) Permission() org.Permission { return org.HandOverSee }

// Target implements action.Command.
func (c *Take) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Take) Run(s *action.Step) error {
	s.Note("%s %s", c.before.FromName, c.before.On)
	return nil
}
