package signals

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/signal"
	"bihuan/internal/store"
)

// Answer is what the organisation says to a signal, with the proof that it
// names. It may answer anew until the office has reviewed, and again when the
// base changed since.
type Answer struct {
	ID      string   `form:"id"`
	Version int      `form:"version"`
	Answer  string   `form:"answer"`
	Proof   []string `form:"named"` // evidence of the same inspection

	before signal.Signal
}

// Permission implements action.Command.
func (c *Answer) Permission() org.Permission { return org.SignalAnswer }

// Target implements action.Command.
func (c *Answer) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.SignalTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Answer) Run(s *action.Step) error {
	if c.before.State == signal.Reviewed && !c.before.Changed() {
		return fault.New(fault.Conflict, "signal.reviewed-already")
	}
	var checks fault.Checks
	checks.Text("answer", c.Answer, action.LongText)
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
	after.Version, after.State, after.Answer, after.Proof = c.Version, signal.Answered, c.Answer, c.Proof
	after.AnsweredBy, after.AnsweredName, after.AnsweredAt, after.AnsweredHash = s.Actor.AccountID, s.Actor.Name, s.Now, c.before.BaseHash
	s.Return(c.ID)
	return action.Save(s, store.Signals, c.before, &after)
}

// Review is what the inspection office says to the answer: it accepts the
// explanation, wants the matter checked on the spot, or confirms the signal.
// It needs no answer to go on the spot.
type Review struct {
	ID      string         `form:"id"`
	Version int            `form:"version"`
	Outcome signal.Outcome `form:"outcome"`
	Review  string         `form:"review"`

	before signal.Signal
}

// Permission implements action.Command.
func (c *Review) Permission() org.Permission { return org.SignalReview }

// Target implements action.Command.
func (c *Review) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.SignalTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Review) Run(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("outcome", string(c.Outcome), string(signal.Explained), string(signal.OnTheSpot), string(signal.Confirmed))
	checks.Max("review", c.Review, action.LongText)
	if c.Outcome == signal.Confirmed {
		checks.Need("review", c.Review)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	if c.before.State == signal.Open && c.Outcome != signal.OnTheSpot {
		return fault.New(fault.Conflict, "signal.unanswered")
	}
	after := c.before
	after.Version, after.State, after.Outcome, after.Review = c.Version, signal.Reviewed, c.Outcome, c.Review
	after.ReviewedBy, after.ReviewedName, after.ReviewedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	s.Return(c.ID)
	return action.Save(s, store.Signals, c.before, &after)
}
