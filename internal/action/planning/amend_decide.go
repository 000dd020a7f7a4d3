package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// DecideAmendment agrees to a change after the issue or refuses it. Agreed, it
// is applied to the records in the same transaction.
type DecideAmendment struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Agree   bool   `form:"agree"`
	Opinion string `form:"opinion"`

	before plan.Amendment
}

// Permission implements action.Command.
func (c *DecideAmendment) Permission() org.Permission { return org.AmendDecide }

// Target implements action.Command.
func (c *DecideAmendment) Target(s *action.Step) (t org.Target, err error) {
	if c.before, err = store.Amendments.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	_, t, err = store.ProblemTarget(s.Tx, c.before.ProblemID)
	t.Kind, t.ID = store.Amendments.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *DecideAmendment) Run(s *action.Step) error {
	if err := c.before.CheckDecider(s.Actor); err != nil {
		return err
	}
	if err := action.CheckOpinion(c.Agree, c.Opinion, action.LongText); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Opinion, after.State = c.Version, c.Opinion, plan.AmendmentRefused
	after.DecidedBy, after.DecidedName, after.DecidedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	if c.Agree {
		after.State = plan.AmendmentAgreed
		if err := c.apply(s); err != nil {
			return err
		}
	}
	s.Return(c.before.InspectionID)
	return action.Save(s, store.Amendments, c.before, &after)
}

// apply changes the records as the request says.
func (c *DecideAmendment) apply(s *action.Step) error {
	p, err := store.Problems.Get(s.Tx, c.before.ProblemID)
	if err != nil {
		return err
	}
	switch {
	case c.before.Field == plan.FieldNew:
		return c.addMeasure(s, p)
	case c.before.Field == plan.FieldDrop:
		return c.dropMeasure(s)
	case c.before.MeasureID != "":
		return c.changeMeasure(s)
	}
	after, err := c.before.Problem(p, s.NewID)
	if err != nil {
		return err
	}
	return action.Save(s, store.Problems, p, &after)
}

func (c *DecideAmendment) changeMeasure(s *action.Step) error {
	m, err := store.Measures.Get(s.Tx, c.before.MeasureID)
	if err != nil {
		return err
	}
	after, err := c.before.Measure(m)
	if err != nil {
		return err
	}
	if err := action.Save(s, store.Measures, m, &after); err != nil {
		return err
	}
	return c.claimsAnew(s)
}

// addMeasure adds a measure with the duties of its problem; its department
// claims it like the others.
func (c *DecideAmendment) addMeasure(s *action.Step, p work.Problem) error {
	seq, err := s.Tx.Count("SELECT COALESCE(MAX(seq), 0) + 1 FROM measure WHERE problem_id = ?", p.ID)
	if err != nil {
		return err
	}
	m := work.Measure{ID: s.NewID(), OrgID: p.OrgID, InspectionID: p.InspectionID, ProblemID: p.ID, Seq: seq, Cycle: p.Cycle, Kind: work.Direct,
		Text: c.before.Becomes, LeaderID: p.LeaderID, LeadDeptID: p.LeadDeptID, AssistDepts: p.AssistDepts, OwnerID: p.OwnerID,
		Deadline: p.Deadline, FirstDeadline: p.Deadline, Term: p.Term, LongTerm: p.LongTerm, Verdict: work.NotStarted}
	if err := action.Insert(s, store.Measures, &m); err != nil {
		return err
	}
	return c.claimsAnew(s)
}

// dropMeasure takes a measure out on which nothing was done yet.
func (c *DecideAmendment) dropMeasure(s *action.Step) error {
	m, err := store.Measures.Get(s.Tx, c.before.MeasureID)
	if err != nil {
		return err
	}
	done, err := s.Tx.Count("SELECT (SELECT COUNT(*) FROM progress WHERE measure_id = ?) + (SELECT COUNT(*) FROM evidence WHERE measure_id = ?)", m.ID, m.ID)
	if err != nil {
		return err
	}
	if done > 0 {
		return fault.New(fault.Conflict, "amendment.begun")
	}
	steps, err := store.Steps.List(s.Tx, "WHERE measure_id = ?", m.ID)
	if err != nil {
		return err
	}
	for _, step := range steps {
		if err := action.Remove(s, store.Steps, step); err != nil {
			return err
		}
	}
	if err := action.Remove(s, store.Measures, m); err != nil {
		return err
	}
	return c.claimsAnew(s)
}

func (c *DecideAmendment) claimsAnew(s *action.Step) error {
	v, ok, err := store.IssuedPlan(s.Tx, c.before.InspectionID)
	if err != nil || !ok {
		return err
	}
	return settleClaims(s, v)
}
