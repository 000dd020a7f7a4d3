package evaluating

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// answerDays is how many working days the organisation has to answer.
const answerDays = 5

// Review keeps the office's marks beside the organisation's own, and tells
// them to the organisation where Send says so. After an objection the marks
// can be changed once more; they are then told again.
type Review struct {
	ID         string      `form:"id"`
	Version    int         `form:"version"`
	Marks      []MarkInput `form:"marks"`
	Vetoes     []string    `form:"vetoes"`
	VetoReason string      `form:"veto_reason"`
	Opinion    string      `form:"opinion"`
	Reply      string      `form:"office_reply"` // to an objection
	Send       bool        `form:"send"`

	before evaluation.Evaluation
	scheme evaluation.Scheme
}

// Permission implements action.Command.
func (c *Review) Permission() org.Permission { return org.EvaluationReview }

// Target implements action.Command.
func (c *Review) Target(s *action.Step) (t org.Target, err error) {
	c.before, c.scheme, t, err = load(s, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Review) Run(s *action.Step) error {
	again := c.before.State == evaluation.ToClose && c.before.Objects
	if c.before.State != evaluation.ReviewDue && !again {
		return fault.New(fault.Conflict, "evaluation.not-now")
	}
	if err := c.before.CheckReviewer(s.Actor); err != nil {
		return err
	}
	var checks fault.Checks
	after := c.after(s, &checks)
	if again {
		checks.Need("office_reply", c.Reply)
	}
	if c.Send || again {
		after.CheckReview(&checks, c.scheme)
		after.State = evaluation.Discussed
		after.Objects = false
		after.AnswerUntil, _ = s.Calendar.AddWorkdays(s.Today, answerDays)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.ID)
	return action.Save(s, store.Evaluations, c.before, &after)
}

func (c *Review) after(s *action.Step, checks *fault.Checks) evaluation.Evaluation {
	rows := given(checks, c.scheme, c.Marks)
	for name, text := range map[string]string{"opinion": c.Opinion, "office_reply": c.Reply, "veto_reason": c.VetoReason} {
		checks.Max(name, text, action.LongText)
	}
	for _, key := range c.Vetoes {
		if !slices.ContainsFunc(c.scheme.Vetoes, func(v evaluation.Veto) bool { return v.Key == key }) {
			checks.Add("vetoes", "field.unknown-choice")
		}
	}
	after := c.before
	after.Version, after.Vetoes, after.VetoReason, after.Opinion, after.Reply = c.Version, c.Vetoes, c.VetoReason, c.Opinion, c.Reply
	after.ReviewBy, after.ReviewName, after.ReviewAt = s.Actor.AccountID, s.Actor.Name, s.Now
	after.Marks = marked(c.before, c.scheme, rows, func(m *evaluation.Mark, in MarkInput) { m.Review, m.Reason = in.points(), in.Words })
	return after
}

// Return gives a self-evaluation back to be filled in better.
type Return struct {
	ID      string `form:"id"`
	Version int    `form:"version"`
	Reason  string `form:"reason"`

	before evaluation.Evaluation
}

// Permission implements action.Command.
func (c *Return) Permission() org.Permission { return org.EvaluationReview }

// Target implements action.Command.
func (c *Return) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.EvaluationTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Return) Run(s *action.Step) error {
	if c.before.State != evaluation.ReviewDue {
		return fault.New(fault.Conflict, "evaluation.not-now")
	}
	if err := c.before.CheckReviewer(s.Actor); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.State, after.Returned = c.Version, evaluation.SelfDue, c.Reason
	s.Return(c.ID)
	return action.Save(s, store.Evaluations, c.before, &after)
}

// Close fixes the result. It is done by another one of the office than who
// reviewed, after the organisation has answered or its time is over.
type Close struct {
	ID      string `form:"id"`
	Version int    `form:"version"`
	Reply   string `form:"office_reply"`

	before evaluation.Evaluation
	scheme evaluation.Scheme
}

// Permission implements action.Command.
func (c *Close) Permission() org.Permission { return org.EvaluationClose }

// Target implements action.Command.
func (c *Close) Target(s *action.Step) (t org.Target, err error) {
	c.before, c.scheme, t, err = load(s, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Close) Run(s *action.Step) error {
	if !c.before.Closable(s.Today) {
		return fault.New(fault.Conflict, "evaluation.not-now")
	}
	if err := c.before.CheckCloser(s.Actor); err != nil {
		return err
	}
	after := c.before
	after.Version, after.State = c.Version, evaluation.Final
	var checks fault.Checks
	checks.Max("office_reply", c.Reply, action.LongText)
	if c.before.Objects {
		checks.Need("office_reply", c.Reply)
		after.Reply = c.Reply
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after.Total = after.ReviewTotal(c.scheme)
	after.Grade = after.GradeOf(c.scheme, after.Total)
	after.FinalBy, after.FinalName, after.FinalOn = s.Actor.AccountID, s.Actor.Name, s.Today
	if err := action.Save(s, store.Evaluations, c.before, &after); err != nil {
		return err
	}
	i, err := store.Inspections.Get(s.Tx, c.before.InspectionID)
	if err != nil {
		return err
	}
	evaluated := i
	evaluated.EvaluatedOn = s.Today
	s.Return(c.ID)
	return action.Save(s, store.Inspections, i, &evaluated)
}
