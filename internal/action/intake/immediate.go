package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AddImmediate hands a matter over that is to be put right at once (立行立改).
type AddImmediate struct {
	InspectionID string       `form:"-"`
	Number       string       `form:"notice_number"`
	Text         string       `form:"matter"`
	Demand       string       `form:"demand"`
	IssuedOn     workday.Date `form:"notice_on"`
	Due          workday.Date `form:"reply_due"` // by the round's rule where empty
	onInspection
}

// Permission implements action.Command.
func (c *AddImmediate) Permission() org.Permission { return org.ImmediateEdit }

// Target implements action.Command.
func (c *AddImmediate) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run implements action.Command.
func (c *AddImmediate) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("notice_number", c.Number, action.ShortText)
	checks.Text("matter", c.Text, action.LongText)
	checks.Text("demand", c.Demand, action.LongText)
	action.NeedDate(&checks, "notice_on", c.IssuedOn)
	action.CheckDate(&checks, "reply_due", c.Due)
	if c.IssuedOn > s.Today {
		checks.Add("notice_on", "field.future")
	}
	if c.Due.Before(c.IssuedOn) {
		checks.Add("reply_due", "field.date-order")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	if err := c.setDue(s); err != nil {
		return err
	}
	m := inspection.Immediate{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.ID, Number: c.Number, Text: c.Text,
		Demand: c.Demand, IssuedOn: c.IssuedOn, Due: c.Due}
	s.Return(m.ID)
	return action.Insert(s, store.Immediates, &m)
}

// setDue takes the day of the answer from the round's rule where the notice
// names none.
func (c *AddImmediate) setDue(s *action.Step) error {
	if c.Due != "" {
		return nil
	}
	round, err := store.Rounds.Get(s.Tx, c.before.RoundID)
	if rule, ok := round.Settings.Deadlines.Rule(workday.ImmediateReply); ok {
		c.Due = rule.Due(c.IssuedOn, s.Calendar).Date
	}
	return err
}

// onImmediate is what commands on one immediate matter have in common.
type onImmediate struct{ matter inspection.Immediate }

func (o *onImmediate) load(s *action.Step, id string) (org.Target, error) {
	var err error
	if o.matter, err = store.Immediates.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	_, t, err := store.InspectionTarget(s.Tx, o.matter.InspectionID)
	t.Kind, t.ID = store.Immediates.Name(), id
	return t, err
}

// ReplyImmediate says what was done about an immediate matter. One that was
// accepted is not answered again.
type ReplyImmediate struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Reply   string `form:"reply"`
	onImmediate
}

// Permission implements action.Command.
func (c *ReplyImmediate) Permission() org.Permission { return org.ImmediateReply }

// Target implements action.Command.
func (c *ReplyImmediate) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *ReplyImmediate) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("reply", c.Reply, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	if c.matter.Accepted {
		return fault.New(fault.Conflict, "immediate.accepted")
	}
	after := c.matter
	after.Version, after.Reply, after.RepliedOn = c.Version, c.Reply, s.Today
	s.Return(c.ID)
	return action.Save(s, store.Immediates, c.matter, &after)
}

// AcceptImmediate accepts the reply to an immediate matter, or hands it back
// with a reason, so that it has to be answered again.
type AcceptImmediate struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Accept  bool   `form:"accept"`
	Reason  string `form:"reason"`
	onImmediate
}

// Permission implements action.Command.
func (c *AcceptImmediate) Permission() org.Permission { return org.ImmediateEdit }

// Target implements action.Command.
func (c *AcceptImmediate) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *AcceptImmediate) Run(s *action.Step) error {
	if c.matter.RepliedOn == "" {
		return fault.New(fault.Conflict, "immediate.no-reply")
	}
	if c.matter.Accepted {
		return fault.New(fault.Conflict, "immediate.accepted")
	}
	after := c.matter
	after.Version, after.Accepted = c.Version, c.Accept
	if !c.Accept {
		var checks fault.Checks
		checks.Text("reason", c.Reason, action.ShortText)
		if err := checks.Err(); err != nil {
			return err
		}
		s.Note("%s", c.Reason)
		after.RepliedOn = ""
	}
	s.Return(c.ID)
	return action.Save(s, store.Immediates, c.matter, &after)
}
