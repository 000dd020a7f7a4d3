package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AnswerQuestion answers what a department asked about an issued task; the
// department claims it then, or objects.
type AnswerQuestion struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Answer  string `form:"answer"`

	before plan.Question
}

// Permission implements action.Command.
func (c *AnswerQuestion) Permission() org.Permission { return org.TaskAnswer }

// Target implements action.Command.
func (c *AnswerQuestion) Target(s *action.Step) (t org.Target, err error) {
	if c.before, err = store.TaskQuestions.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	_, t, err = store.InspectionTarget(s.Tx, c.before.InspectionID)
	t.Kind, t.ID = store.TaskQuestions.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *AnswerQuestion) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("answer", c.Answer, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Answer = c.Version, c.Answer
	after.AnsweredBy, after.AnsweredName, after.AnsweredAt = s.Actor.AccountID, s.Actor.Name, s.Now
	s.Return(c.before.InspectionID)
	return action.Save(s, store.TaskQuestions, c.before, &after)
}
