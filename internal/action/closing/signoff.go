// Package closing is the sign-off chain: application, decisions step by step,
// return with a reason, and reopening.
package closing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Apply asks for the sign-off of a problem.
type Apply struct {
	ProblemID string    `form:"problem"`
	Statement string    `form:"statement"`
	Ticks     []TickRow `form:"ticks"`

	problem work.Problem
}

// TickRow is one completion criterion as the applicant ticks it, with the files
// that prove it.
type TickRow struct {
	CriterionID string   `form:"criterion"`
	Met         bool     `form:"met"`
	Evidence    []string `form:"evidence"`
	Note        string   `form:"note"`
}

// Permission implements action.Command.
func (c *Apply) Permission() org.Permission { return org.SignoffApply }

// Target implements action.Command.
func (c *Apply) Target(s *action.Step) (t org.Target, err error) {
	c.problem, t, err = store.ProblemTarget(s.Tx, c.ProblemID)
	return t, err
}

// Run implements action.Command.
func (c *Apply) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("statement", c.Statement, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	earlier, err := store.Applications.List(s.Tx, "WHERE problem_id = ? ORDER BY round", c.ProblemID)
	if err != nil {
		return err
	}
	for _, a := range earlier {
		if a.State == closing.Open {
			return fault.New(fault.Conflict, "signoff.waiting")
		}
	}
	kase, err := store.SignoffCase(s.Tx, c.problem, closing.Application{})
	if err != nil {
		return err
	}
	if err := kase.CheckApplication(); err != nil {
		return err
	}
	ticks, err := c.ticks(s, kase)
	if err != nil {
		return err
	}
	a := closing.Application{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID,
		Chain: kase.Chain, Cycle: kase.Cycle, Round: len(earlier) + 1, Statement: c.Statement, State: closing.Open, AppliedBy: s.Actor.AccountID,
		Applicant: s.Actor.Name, AppliedAt: s.Now}
	if a.Hash, err = kase.Hash(); err != nil {
		return err
	}
	s.Return(a.ID)
	if err := action.Insert(s, store.Applications, &a); err != nil {
		return err
	}
	if err := c.submit(s, kase, a); err != nil {
		return err
	}
	for _, t := range ticks {
		t.ID, t.ApplicationID = s.NewID(), a.ID
		if err := action.Insert(s, store.CriterionTicks, &t); err != nil {
			return err
		}
	}
	return nil
}

// submit: a chain that begins outside shows the work there at once.
func (c *Apply) submit(s *action.Step, kase closing.Case, a closing.Application) error {
	if step, waits := kase.Waiting(a); !waits || !step.Outside() || c.problem.SubmittedOn != "" {
		return nil
	}
	after := c.problem
	after.SubmittedOn = s.Today
	return action.Save(s, store.Problems, c.problem, &after)
}

// ticks gives the agreed criteria as they are ticked, each with its proof; one
// that is not, or a file that does not stand for the problem, is refused.
func (c *Apply) ticks(s *action.Step, kase closing.Case) ([]work.Tick, error) {
	var checks fault.Checks
	given := map[string]TickRow{}
	for _, row := range c.Ticks {
		if row.Met {
			given[row.CriterionID] = row
		}
		checks.Max("ticks", row.Note, action.ShortText)
	}
	var out []work.Tick
	for n, item := range c.problem.Criteria {
		if row, ok := given[item.ID]; ok {
			out = append(out, work.Tick{OrgID: c.problem.OrgID, CriterionID: item.ID, Seq: n + 1, Text: item.Text, Proof: item.Proof,
				Evidence: row.Evidence, Note: row.Note})
		}
	}
	c.problem.Criteria.CheckTicks(&checks, out, kase.Stands)
	return out, checks.Err()
}

// Withdraw takes one's own application back while it is open.
type Withdraw struct {
	ID      string `form:"id"`
	Version int    `form:"version"`

	before closing.Application
}

// Permission implements action.Command.
func (c *Withdraw) Permission() org.Permission { return org.SignoffApply }

// Target implements action.Command.
func (c *Withdraw) Target(s *action.Step) (org.Target, error) {
	a, _, t, err := application(s, c.ID)
	c.before = a
	return t, err
}

// Run implements action.Command.
func (c *Withdraw) Run(s *action.Step) error {
	if c.before.State != closing.Open {
		return fault.New(fault.Conflict, "signoff.ended")
	}
	if c.before.AppliedBy != s.Actor.AccountID {
		return fault.New(fault.Denied, "signoff.not-yours")
	}
	after := c.before
	after.Version, after.State, after.EndedOn = c.Version, closing.Withdrawn, s.Today
	s.Return(c.ID)
	return action.Save(s, store.Applications, c.before, &after)
}

// application loads an application with its problem. For the inspection office
// it is there from the moment that it reached the office's step.
func application(s *action.Step, id string) (closing.Application, work.Problem, org.Target, error) {
	a, err := store.Applications.Get(s.Tx, id)
	if err != nil {
		return a, work.Problem{}, org.Target{}, err
	}
	p, t, err := store.ProofTarget(s.Tx, a.ProblemID)
	t.Kind, t.ID = store.Applications.Name(), id
	return a, p, t, err
}
