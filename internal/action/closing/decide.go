package closing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Decide takes the step that an application waits for: agree, or return with
// a reason. Nobody passes a step on work that is his own, and nobody passes
// two steps of one application. What changed since the application cannot be
// agreed to, only returned.
type Decide struct {
	ID        string          `form:"id"`
	Version   int             `form:"version"`
	Outcome   closing.Outcome `form:"outcome"`
	Reason    string          `form:"reason"`
	Renewed   bool            `form:"renewed"`
	MeetingID string          `form:"meeting"`

	before  closing.Application
	problem work.Problem
}

// Permission implements action.Command.
func (c *Decide) Permission() org.Permission { return org.SignoffDecide }

// Target implements action.Command.
func (c *Decide) Target(s *action.Step) (t org.Target, err error) {
	c.before, c.problem, t, err = application(s, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Decide) Run(s *action.Step) error {
	kase, err := store.SignoffCase(s.Tx, c.problem, c.before)
	if err != nil {
		return err
	}
	if err := kase.CheckDecider(c.before, s.Actor); err != nil {
		return err
	}
	step, _ := kase.Waiting(c.before)
	if err := c.check(s, step, kase); err != nil {
		return err
	}
	d := closing.Decision{ID: s.NewID(), OrgID: c.before.OrgID, ApplicationID: c.ID, Step: step.Code, Seq: len(kase.Decisions) + 1,
		Outcome: c.Outcome, Reason: c.Reason, Renewed: c.Renewed && c.Outcome == closing.Return, MeetingID: c.MeetingID,
		By: s.Actor.AccountID, PersonID: s.Actor.PersonID, Name: s.Actor.Name, Role: step.Role, At: s.Now}
	if err := action.Insert(s, store.Decisions, &d); err != nil {
		return err
	}
	after := kase.Decide(c.before, c.Outcome, s.Today)
	after.Version = c.Version
	if err := action.Save(s, store.Applications, c.before, &after); err != nil {
		return err
	}
	s.Return(c.ID)
	return c.settle(s, kase, after)
}

func (c *Decide) check(s *action.Step, step inspection.ChainStep, kase closing.Case) error {
	var checks fault.Checks
	checks.OneOf("outcome", string(c.Outcome), string(closing.Agree), string(closing.Return))
	checks.Max("reason", c.Reason, action.LongText)
	if c.Outcome == closing.Return || step.Opinion {
		checks.Need("reason", c.Reason)
	}
	if step.Meeting && c.Outcome == closing.Agree {
		m, err := store.Meetings.One(s.Tx, "WHERE id = ? AND inspection_id = ?", c.MeetingID, c.before.InspectionID)
		if err != nil || m.HeldOn == "" || m.HeldOn > s.Today {
			checks.Add("meeting", "signoff.need-meeting")
		}
	}
	if err := checks.Err(); err != nil {
		return err
	}
	hash, err := kase.Hash()
	if err != nil {
		return err
	}
	if c.Outcome == closing.Agree && hash != c.before.Hash {
		return fault.New(fault.Conflict, "signoff.changed")
	}
	return nil
}

// settle carries the decision over to the problem: it goes up to the
// inspection office, is closed, or has to be rectified anew.
func (c *Decide) settle(s *action.Step, kase closing.Case, a closing.Application) error {
	after := c.problem
	step, waits := kase.Waiting(a)
	switch {
	case a.State == closing.Passed:
		after.ClosedOn, after.Verdict = s.Today, work.Done
	case a.State == closing.Returned && c.Renewed:
		after.Verdict = work.UnderWay
	case waits && step.Role == string(org.RoleOffice) && after.SubmittedOn == "":
		after.SubmittedOn = s.Today
	default:
		return nil
	}
	return action.Save(s, store.Problems, c.problem, &after)
}

// Reopen opens a signed-off problem again: a relapse, something found in a
// look-back, or a mistake. The earlier sign-off stays in the record.
type Reopen struct {
	ProblemID string             `form:"problem"`
	Version   int                `form:"version"`
	Kind      closing.ReopenKind `form:"kind"`
	Reason    string             `form:"reason"`

	before work.Problem
}

// Permission implements action.Command.
func (c *Reopen) Permission() org.Permission { return org.ProblemReopen }

// Target implements action.Command.
func (c *Reopen) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ProblemTarget(s.Tx, c.ProblemID)
	return t, err
}

// Run implements action.Command.
func (c *Reopen) Run(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("kind", string(c.Kind), string(closing.Relapse), string(closing.LookBack), string(closing.Mistake))
	checks.Text("reason", c.Reason, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	if !c.before.Closed() {
		return fault.New(fault.Conflict, "signoff.not-closed")
	}
	r := closing.Reopening{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.InspectionID, ProblemID: c.ProblemID,
		Kind: c.Kind, Reason: c.Reason, By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	if err := action.Insert(s, store.Reopenings, &r); err != nil {
		return err
	}
	after := c.before
	after.Version, after.ClosedOn, after.ReopenedOn, after.Verdict = c.Version, "", s.Today, work.UnderWay
	s.Return(c.ProblemID)
	return action.Save(s, store.Problems, c.before, &after)
}
