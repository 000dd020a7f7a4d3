package closing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AskFollowEnd asks, with a reason, that a matter need be followed up no more.
type AskFollowEnd struct {
	ProblemID string `form:"problem"`
	Reason    string `form:"reason"`

	problem work.Problem
}

// Permission implements action.Command.
func (c *AskFollowEnd) Permission() org.Permission { return org.FollowEndAsk }

// Target implements action.Command.
func (c *AskFollowEnd) Target(s *action.Step) (t org.Target, err error) {
	c.problem, t, err = store.ProblemTarget(s.Tx, c.ProblemID)
	return t, err
}

// Run implements action.Command.
func (c *AskFollowEnd) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	if c.problem.FollowDue == "" {
		return fault.New(fault.Conflict, "follow.none-due")
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM follow_end WHERE problem_id = ? AND state = ?", c.ProblemID, closing.FollowEndAsked)
	if err != nil {
		return err
	}
	if n > 0 {
		return fault.New(fault.Conflict, "follow.end.asked-already")
	}
	f := closing.FollowEnd{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID,
		Reason: c.Reason, State: closing.FollowEndAsked, AskedBy: s.Actor.AccountID, AskedName: s.Actor.Name, AskedAt: s.Now}
	s.Return(c.ProblemID)
	return action.Insert(s, store.FollowEnds, &f)
}

// DecideFollowEnd ends the follow-up of a matter, or has it go on. Nobody
// decides what he asked for himself.
type DecideFollowEnd struct {
	ID      string `form:"id"`
	Version int    `form:"version"`
	Agree   bool   `form:"agree"`
	Opinion string `form:"opinion"`
	Basis   string `form:"basis"` // the decision on which it rests

	before  closing.FollowEnd
	problem work.Problem
}

// Permission implements action.Command.
func (c *DecideFollowEnd) Permission() org.Permission { return org.FollowEndDecide }

// Target implements action.Command.
func (c *DecideFollowEnd) Target(s *action.Step) (t org.Target, err error) {
	if c.before, err = store.FollowEnds.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	c.problem, t, err = store.ProofTarget(s.Tx, c.before.ProblemID)
	t.Kind, t.ID = store.FollowEnds.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *DecideFollowEnd) Run(s *action.Step) error {
	if c.before.State != closing.FollowEndAsked || c.problem.FollowDue == "" {
		return fault.New(fault.Conflict, "follow.end.decided")
	}
	if s.Actor.Is(c.before.AskedBy) {
		return fault.New(fault.Denied, "signoff.own-work")
	}
	var checks fault.Checks
	checks.Text("opinion", c.Opinion, action.LongText)
	checks.Max("basis", c.Basis, action.ShortText)
	if c.Agree {
		checks.Need("basis", c.Basis)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Opinion, after.Basis, after.State = c.Version, c.Opinion, c.Basis, closing.FollowEndRefused
	after.DecidedBy, after.DecidedName, after.DecidedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	if c.Agree {
		after.State = closing.FollowEndAgreed
	}
	if err := action.Save(s, store.FollowEnds, c.before, &after); err != nil {
		return err
	}
	s.Return(c.problem.ID)
	if !c.Agree {
		return nil
	}
	p := c.problem
	p.FollowDue, p.FollowEndedOn = "", s.Today
	return action.Save(s, store.Problems, c.problem, &p)
}
