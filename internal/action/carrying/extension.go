package carrying

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AskExtension asks for a later deadline of a problem or one of its measures.
type AskExtension struct {
	ProblemID  string       `form:"problem"`
	MeasureID  string       `form:"measure"`
	Reason     string       `form:"reason"`
	DoneSoFar  string       `form:"done_so_far"`
	Safeguards string       `form:"safeguards"`
	NewDate    workday.Date `form:"new_date"`
	on
}

// Permission implements action.Command.
func (c *AskExtension) Permission() org.Permission { return org.ExtensionApply }

// Target implements action.Command.
func (c *AskExtension) Target(s *action.Step) (org.Target, error) {
	return c.load(s, c.ProblemID, c.MeasureID)
}

// Run implements action.Command.
func (c *AskExtension) Run(s *action.Step) error {
	old := c.problem.Deadline
	if c.measure != nil {
		old = c.measure.Deadline
	}
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.LongText)
	checks.Text("done_so_far", c.DoneSoFar, action.LongText)
	checks.Text("safeguards", c.Safeguards, action.LongText)
	action.NeedDate(&checks, "new_date", c.NewDate)
	if c.NewDate != "" && (c.NewDate <= old || c.NewDate < s.Today) {
		checks.Add("new_date", "extension.not-later", old)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	if old == "" {
		return fault.New(fault.Invalid, "extension.no-deadline")
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM extension WHERE problem_id = ? AND measure_id = ? AND state = ?",
		c.ProblemID, c.MeasureID, work.ExtensionAsked)
	if err != nil {
		return err
	}
	if n > 0 {
		return fault.New(fault.Conflict, "extension.waiting")
	}
	e := work.Extension{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID,
		MeasureID: c.MeasureID, Reason: c.Reason, DoneSoFar: c.DoneSoFar, Safeguards: c.Safeguards, OldDate: old, NewDate: c.NewDate,
		State: work.ExtensionAsked, AskedBy: s.Actor.AccountID, AskedName: s.Actor.Name, AskedAt: s.Now}
	s.Return(e.ID)
	return action.Insert(s, store.Extensions, &e)
}

// DecideExtension agrees to a request or refuses it, with an opinion. Nobody
// decides his own. The first deadline stays visible for ever.
type DecideExtension struct {
	ID      string `form:"id"`
	Version int    `form:"version"`
	Agree   bool   `form:"agree"`
	Opinion string `form:"opinion"`

	before work.Extension
	on
}

// Permission implements action.Command.
func (c *DecideExtension) Permission() org.Permission { return org.ExtensionDecide }

// Target implements action.Command.
func (c *DecideExtension) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.before, err = store.Extensions.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	t, err := c.load(s, c.before.ProblemID, c.before.MeasureID)
	t.Kind, t.ID = store.Extensions.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *DecideExtension) Run(s *action.Step) error {
	if c.before.State != work.ExtensionAsked {
		return fault.New(fault.Conflict, "extension.decided")
	}
	if c.before.AskedBy == s.Actor.AccountID {
		return fault.New(fault.Denied, "extension.own")
	}
	var checks fault.Checks
	checks.Max("opinion", c.Opinion, action.LongText)
	if !c.Agree {
		checks.Need("opinion", c.Opinion)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Opinion = c.Version, c.Opinion
	after.DecidedBy, after.DecidedName, after.DecidedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	after.State = work.ExtensionRefused
	if c.Agree {
		after.State = work.ExtensionAgreed
		if err := c.extend(s, after.NewDate); err != nil {
			return err
		}
	}
	s.Return(c.ID)
	return action.Save(s, store.Extensions, c.before, &after)
}

// extend moves the deadline of the measure or the problem. A problem whose
// measure is due later than the problem itself moves along.
func (c *DecideExtension) extend(s *action.Step, date workday.Date) error {
	if c.measure != nil {
		after := *c.measure
		after.Deadline, after.Term = date, date.Chinese()+"前"
		if err := action.Save(s, store.Measures, *c.measure, &after); err != nil || c.problem.Deadline >= date {
			return err
		}
	}
	after := c.problem
	after.Deadline, after.Term = date, date.Chinese()+"前"
	return action.Save(s, store.Problems, c.problem, &after)
}
