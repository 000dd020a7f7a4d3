package letters

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Receive notes that the letter has arrived with its addressee (签收).
type Receive struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	onLetter
}

// Permission implements action.Command.
func (c *Receive) Permission() org.Permission { return org.LetterReply }

// Target implements action.Command.
func (c *Receive) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Receive) Run(s *action.Step) error {
	if err := c.taker(s); err != nil {
		return err
	}
	if err := c.before.Need(letter.Issued); err != nil {
		return err
	}
	return c.save(s, received(c.before, s), c.Version)
}

// taker refuses somebody who does not answer for the addressee.
func (o *onLetter) taker(s *action.Step) error {
	if !o.before.Takes(s.Actor) {
		return fault.New(fault.Denied, "letter.not-addressee")
	}
	return nil
}

func received(l letter.Letter, s *action.Step) letter.Letter {
	l.State, l.ReceivedOn, l.ReceivedBy, l.Receiver = letter.Received, s.Today, s.Actor.AccountID, s.Actor.Name
	return l
}

// Reply answers a letter, with proof. Who answers has received it.
type Reply struct {
	ID      string   `form:"-"`
	Version int      `form:"version"`
	Text    string   `form:"reply"`
	Proof   []string `form:"named"` // evidence of the organisation
	onLetter
}

// Permission implements action.Command.
func (c *Reply) Permission() org.Permission { return org.LetterReply }

// Target implements action.Command.
func (c *Reply) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Reply) Run(s *action.Step) error {
	if err := c.taker(s); err != nil {
		return err
	}
	if err := c.before.Need(letter.Issued, letter.Received); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Text("reply", c.Text, action.LongText)
	for _, id := range c.Proof {
		e, err := store.Evidences.One(s.Tx, "WHERE id = ? AND inspection_id = ?", id, c.before.InspectionID)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		if err != nil || !e.Stands() {
			checks.Add("named", "field.unknown-choice")
		}
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	if after.State == letter.Issued {
		after = received(after, s)
	}
	after.State, after.Reply, after.Proof = letter.Replied, c.Text, c.Proof
	after.RepliedOn, after.RepliedBy, after.RepliedName = s.Today, s.Actor.AccountID, s.Actor.Name
	return c.save(s, after, c.Version)
}

// Settle accepts the answer, or hands it back with a reason, so that it has to
// be given again.
type Settle struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Accept  bool   `form:"accept"`
	Outcome string `form:"outcome"`
	onLetter
}

// Permission implements action.Command.
func (c *Settle) Permission() org.Permission { return org.LetterDraft }

// Target implements action.Command.
func (c *Settle) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Settle) Run(s *action.Step) error {
	if err := c.sender(s); err != nil {
		return err
	}
	if err := c.before.Need(letter.Replied); err != nil {
		return err
	}
	if s.Actor.Is(c.before.RepliedBy) {
		return fault.New(fault.Denied, "letter.own-reply")
	}
	var checks fault.Checks
	checks.Max("outcome", c.Outcome, action.LongText)
	if !c.Accept {
		checks.Need("outcome", c.Outcome)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Outcome = c.Outcome
	if !c.Accept {
		after.State, after.RepliedOn = letter.Received, ""
		return c.save(s, after, c.Version)
	}
	after.State, after.SettledOn, after.SettledName = letter.Settled, s.Today, s.Actor.Name
	return c.save(s, after, c.Version)
}
