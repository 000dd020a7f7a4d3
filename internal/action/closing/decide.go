package closing

import (
	"cmp"

	"bihuan/internal/action"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Decide takes the step that an application waits for: agree, object where the
// step only gives an opinion, or return with a reason. Nobody passes a step on
// work that is his own or his department's, and nobody passes two steps of one
// application. What changed since the application cannot be agreed to, only
// returned. A step that waits and is optional is passed over with a reason.
type Decide struct {
	ID        string          `form:"id"`
	Version   int             `form:"version"`
	Outcome   closing.Outcome `form:"outcome"`
	Reason    string          `form:"reason"`
	Renewed   bool            `form:"renewed"`
	Until     workday.Date    `form:"until"`     // of the renewed rectification
	PassOver  string          `form:"pass_over"` // why an optional step is left out
	MeetingID string          `form:"meeting"`
	Checks    []CheckRow      `form:"checks"` // in the order of the step's checks

	before  closing.Application
	problem work.Problem
}

// CheckRow is one check of the step as the verifier made it.
type CheckRow struct {
	Result   closing.Finding `form:"result"`
	On       workday.Date    `form:"on"`
	Detail   string          `form:"detail"`
	Evidence []string        `form:"evidence"`
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
	turn, err := kase.Turn(c.before, s.Actor)
	if err != nil {
		return err
	}
	step, made := kase.Chain[turn], c.made(s, kase.Chain[turn])
	if err := c.check(s, turn, kase, made); err != nil {
		return err
	}
	n, err := c.passOver(s, kase, turn)
	if err != nil {
		return err
	}
	d := closing.Decision{ID: s.NewID(), OrgID: c.before.OrgID, ApplicationID: c.ID, Step: step.Code, Seq: n + 1,
		Outcome: c.Outcome, Reason: c.Reason, MeetingID: c.MeetingID,
		By: s.Actor.AccountID, PersonID: s.Actor.PersonID, Name: s.Actor.Name, Role: step.Role, At: s.Now}
	if c.renews() {
		d.Renewed, d.Until, d.OldDeadline = true, c.Until, c.problem.Deadline
	}
	if err := action.Insert(s, store.Decisions, &d); err != nil {
		return err
	}
	if err := c.keep(s, d, made); err != nil {
		return err
	}
	at := c.before
	at.Step = turn
	after := kase.Decide(at, c.Outcome, s.Today)
	after.Version = c.Version
	if err := action.Save(s, store.Applications, c.before, &after); err != nil {
		return err
	}
	s.Return(c.ID)
	return c.settle(s, kase, after)
}

// renews: a return may demand that the work be done anew.
func (c *Decide) renews() bool { return c.Renewed && c.Outcome == closing.Return }

// made gives the checks of the step as they were made, those not made among
// them, in the step's order.
func (c *Decide) made(s *action.Step, step inspection.ChainStep) []closing.Verification {
	var out []closing.Verification
	for n, k := range step.Checks {
		v := closing.Verification{OrgID: c.before.OrgID, ApplicationID: c.ID, Step: step.Code, Seq: n + 1, Kind: k.Kind, Text: k.Text}
		if n < len(c.Checks) {
			row := c.Checks[n]
			v.Result, v.On, v.Detail, v.Evidence = row.Result, cmp.Or(row.On, s.Today), row.Detail, row.Evidence
		}
		out = append(out, v)
	}
	return out
}

// keep records the checks that were made.
func (c *Decide) keep(s *action.Step, d closing.Decision, made []closing.Verification) error {
	for _, v := range made {
		if v.Result == "" {
			continue
		}
		v.ID, v.DecisionID = s.NewID(), d.ID
		if err := action.Insert(s, store.Verifications, &v); err != nil {
			return err
		}
	}
	return nil
}

// passOver records the optional steps that are left out and gives how many
// decisions there are.
func (c *Decide) passOver(s *action.Step, kase closing.Case, turn int) (int, error) {
	n := len(kase.Decisions)
	for _, step := range kase.Chain[c.before.Step:turn] {
		n++
		d := closing.Decision{ID: s.NewID(), OrgID: c.before.OrgID, ApplicationID: c.ID, Step: step.Code, Seq: n, Outcome: closing.PassOver,
			Reason: c.PassOver, By: s.Actor.AccountID, PersonID: s.Actor.PersonID, Name: s.Actor.Name, Role: step.Role, At: s.Now}
		if err := action.Insert(s, store.Decisions, &d); err != nil {
			return n, err
		}
	}
	return n, nil
}

func (c *Decide) check(s *action.Step, turn int, kase closing.Case, made []closing.Verification) error {
	var checks fault.Checks
	step := kase.Chain[turn]
	c.checkWords(s, &checks, step, kase)
	if turn > c.before.Step {
		checks.Text("pass_over", c.PassOver, action.ShortText)
	}
	kase.CheckVerifications(&checks, step, made, c.Outcome, s.Today)
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
	if c.Outcome != closing.Return && hash != c.before.Hash {
		return fault.New(fault.Conflict, "signoff.changed")
	}
	return nil
}

// checkWords: a return and an opinion need words, and so does a yes after
// somebody objected; renewed rectification needs a day to come.
func (c *Decide) checkWords(s *action.Step, checks *fault.Checks, step inspection.ChainStep, kase closing.Case) {
	allowed := []string{string(closing.Agree), string(closing.Return)}
	if step.Opinion {
		allowed = append(allowed, string(closing.Object))
	}
	checks.OneOf("outcome", string(c.Outcome), allowed...)
	checks.Max("reason", c.Reason, action.LongText)
	if c.Outcome != closing.Agree || step.Opinion || kase.Objected() {
		checks.Need("reason", c.Reason)
	}
	if !c.renews() {
		return
	}
	workday.Need(checks, "until", c.Until)
	if c.Until.Valid() && !c.Until.After(s.Today) {
		checks.Add("until", "reopen.deadline-past")
	}
}

// settle carries the decision over to the problem: it goes up to the
// inspection office, is closed, or has to be rectified anew.
func (c *Decide) settle(s *action.Step, kase closing.Case, a closing.Application) error {
	after := c.problem
	step, waits := kase.Waiting(a)
	switch {
	case a.State == closing.Passed:
		after.ClosedOn, after.Verdict = s.Today, work.Done
		if err := follow(s, kase, &after); err != nil {
			return err
		}
	case a.State == closing.Returned && c.renews():
		after.Verdict, after.Deadline, after.Term = work.UnderWay, c.Until, c.Until.AsTerm()
	case waits && step.Outside() && after.SubmittedOn == "":
		after.SubmittedOn = s.Today
	default:
		return nil
	}
	return action.Save(s, store.Problems, c.problem, &after)
}
