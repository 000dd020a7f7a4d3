package evaluating

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveSelf keeps the organisation's own marks with their basis, and sends them
// to the inspection office where Send says so.
type SaveSelf struct {
	ID      string      `form:"id"`
	Version int         `form:"version"`
	Marks   []MarkInput `form:"marks"`
	Note    string      `form:"note"`
	Send    bool        `form:"send"`

	before evaluation.Evaluation
	scheme evaluation.Scheme
}

// Permission implements action.Command.
func (c *SaveSelf) Permission() org.Permission { return org.EvaluationSelf }

// Target implements action.Command.
func (c *SaveSelf) Target(s *action.Step) (t org.Target, err error) {
	c.before, c.scheme, t, err = load(s, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *SaveSelf) Run(s *action.Step) error {
	if c.before.State != evaluation.SelfDue {
		return fault.New(fault.Conflict, "evaluation.not-now")
	}
	var checks fault.Checks
	rows := given(&checks, c.scheme, c.Marks)
	checks.Max("note", c.Note, action.LongText)
	if err := c.checkProof(s, &checks); err != nil {
		return err
	}
	after := c.before
	after.Version, after.SelfNote = c.Version, c.Note
	after.SelfBy, after.SelfName, after.SelfAt = s.Actor.AccountID, s.Actor.Name, s.Now
	after.Marks = marked(c.before, c.scheme, rows, func(m *evaluation.Mark, in MarkInput) {
		m.Self, m.Basis, m.Proof = in.points(), in.Words, in.Proof
	})
	if c.Send {
		after.CheckSelf(&checks, c.scheme)
		after.State, after.Returned = evaluation.ReviewDue, ""
	}
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.ID)
	return action.Save(s, store.Evaluations, c.before, &after)
}

// checkProof: a basis names files of the same inspection that stand.
func (c *SaveSelf) checkProof(s *action.Step, checks *fault.Checks) error {
	for _, in := range c.Marks {
		for _, id := range in.Proof {
			e, err := store.Evidences.One(s.Tx, "WHERE id = ? AND inspection_id = ?", id, c.before.InspectionID)
			if err != nil && !fault.Is(err, fault.NotFound) {
				return err
			}
			if err != nil || !e.Stands() {
				checks.Add("marks", "field.unknown-choice")
			}
		}
	}
	return nil
}

// Answer is what the organisation says to the review: it agrees, or objects
// with its reasons.
type Answer struct {
	ID        string `form:"id"`
	Version   int    `form:"version"`
	Objects   bool   `form:"objects"`
	Objection string `form:"objection"`

	before evaluation.Evaluation
}

// Permission implements action.Command.
func (c *Answer) Permission() org.Permission { return org.EvaluationSelf }

// Target implements action.Command.
func (c *Answer) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.EvaluationTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Answer) Run(s *action.Step) error {
	if c.before.State != evaluation.Discussed {
		return fault.New(fault.Conflict, "evaluation.not-now")
	}
	var checks fault.Checks
	checks.Max("objection", c.Objection, action.LongText)
	if c.Objects {
		checks.Need("objection", c.Objection)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.State, after.Objects, after.Objection = c.Version, evaluation.ToClose, c.Objects, c.Objection
	after.AnswerBy, after.AnswerName, after.AnswerAt = s.Actor.AccountID, s.Actor.Name, s.Now
	s.Return(c.ID)
	return action.Save(s, store.Evaluations, c.before, &after)
}
