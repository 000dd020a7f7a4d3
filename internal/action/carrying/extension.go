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
	RestPlan   string       `form:"rest_plan"`
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
	old, first, times := c.deadline()
	if old == "" {
		return fault.New(fault.Invalid, "extension.no-deadline")
	}
	rules, err := store.ExtensionRulesOf(s.Tx, c.problem.InspectionID)
	if err != nil {
		return err
	}
	e := work.Extension{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID,
		MeasureID: c.MeasureID, Reason: c.Reason, DoneSoFar: c.DoneSoFar, RestPlan: c.RestPlan, Safeguards: c.Safeguards,
		OldDate: old, NewDate: c.NewDate, Nth: times + 1, Delay: first.DaysUntil(c.NewDate),
		State: work.ExtensionAsked, AskedBy: s.Actor.AccountID, AskedName: s.Actor.Name, AskedAt: s.Now}
	if err := c.check(s, rules, e); err != nil {
		return err
	}
	named, err := store.NamedMoneyOf(s.Tx, c.problem)
	if err != nil {
		return err
	}
	e.Levels, e.Grounds = rules.Needed(e, s.Today, named)
	s.Return(e.ID)
	return action.Insert(s, store.Extensions, &e)
}

// deadline gives the deadline as it stands, the first one, and how often it
// was extended.
func (c *AskExtension) deadline() (old, first workday.Date, times int) {
	old, first, times = c.problem.Deadline, c.problem.FirstDeadline, c.problem.Extended
	if c.measure != nil {
		old, first, times = c.measure.Deadline, c.measure.FirstDeadline, c.measure.Extended
	}
	if first == "" {
		first = old
	}
	return old, first, times
}

func (c *AskExtension) check(s *action.Step, rules work.ExtensionRules, e work.Extension) error {
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.LongText)
	checks.Text("done_so_far", c.DoneSoFar, action.LongText)
	checks.Text("rest_plan", c.RestPlan, action.LongText)
	checks.Text("safeguards", c.Safeguards, action.LongText)
	action.NeedDate(&checks, "new_date", c.NewDate)
	if c.NewDate != "" && (c.NewDate <= e.OldDate || c.NewDate < s.Today) {
		checks.Add("new_date", "extension.not-later", e.OldDate)
	}
	rules.Check(&checks, e)
	if err := checks.Err(); err != nil {
		return err
	}
	if c.problem.Closed() {
		return fault.New(fault.Conflict, "extension.closed")
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM extension WHERE problem_id = ? AND measure_id = ? AND state = ?",
		c.ProblemID, c.MeasureID, work.ExtensionAsked)
	if err == nil && n > 0 {
		return fault.New(fault.Conflict, "extension.waiting")
	}
	return err
}

// DecideExtension agrees to a request or refuses it, at the level that it
// waits for, with an opinion. Nobody decides his own. The first deadline and
// the number of extensions stay visible for ever.
type DecideExtension struct {
	ID      string `form:"id"`
	Version int    `form:"version"`
	Agree   bool   `form:"agree"`
	Opinion string `form:"opinion"`

	before work.Extension
	target org.Target
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
	c.target, err = c.load(s, c.before.ProblemID, c.before.MeasureID)
	c.target.Kind, c.target.ID = store.Extensions.Name(), c.ID
	return c.target, err
}

// Run implements action.Command.
func (c *DecideExtension) Run(s *action.Step) error {
	if err := c.before.CheckDecider(s.Actor, c.target, c.owner()); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Text("opinion", c.Opinion, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Opinion = c.Version, c.Opinion
	after.DecidedBy, after.DecidedName, after.DecidedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	if c.Agree {
		after = after.Agreed(s.Actor, c.target)
	} else {
		after.State = work.ExtensionRefused
	}
	if after.State == work.ExtensionAgreed {
		if err := c.extend(s, after.NewDate); err != nil {
			return err
		}
	}
	if err := c.record(s); err != nil {
		return err
	}
	s.Return(c.ID)
	return action.Save(s, store.Extensions, c.before, &after)
}

// owner is who answers for the matter.
func (c *DecideExtension) owner() string {
	if c.measure != nil {
		return c.measure.OwnerID
	}
	return c.problem.OwnerID
}

// record keeps what the level said.
func (c *DecideExtension) record(s *action.Step) error {
	n, err := s.Tx.Count("SELECT COUNT(*) FROM extension_decision WHERE extension_id = ?", c.ID)
	if err != nil {
		return err
	}
	return action.Insert(s, store.ExtensionDecisions, &work.ExtensionDecision{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.InspectionID,
		ExtensionID: c.ID, Seq: n + 1, Role: c.before.Waiting(), Agree: c.Agree, Opinion: c.Opinion,
		By: s.Actor.AccountID, PersonID: s.Actor.PersonID, Name: s.Actor.Name, At: s.Now})
}

// extend moves the deadline of the measure or the problem. A problem whose
// measure is due later than the problem itself moves along.
func (c *DecideExtension) extend(s *action.Step, date workday.Date) error {
	if c.measure != nil {
		after := *c.measure
		after.Deadline, after.Term, after.Extended = date, date.AsTerm(), after.Extended+1
		if err := action.Save(s, store.Measures, *c.measure, &after); err != nil || c.problem.Deadline >= date {
			return err
		}
	}
	after := c.problem
	after.Deadline, after.Term, after.Extended = date, date.AsTerm(), after.Extended+1
	return action.Save(s, store.Problems, c.problem, &after)
}
