package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// measureFields are what people write about a measure.
type measureFields struct {
	Kind        string   `form:"kind"`
	Text        string   `form:"measure_text"`
	Expected    string   `form:"expected"`
	LeaderID    string   `form:"leader_id"`
	LeadDeptID  string   `form:"lead_dept_id"`
	AssistDepts []string `form:"assist_depts"`
	OwnerID     string   `form:"owner_id"`
	Due         string   `form:"due"` // a day or a term
	LongTerm    bool     `form:"long_term"`
	Reason      string   `form:"due_reason"`
}

// fill checks the fields and puts them into the measure.
func (f *measureFields) fill(s *action.Step, p work.Problem, m work.Measure) (work.Measure, error) {
	sc, err := scheduleOf(s, m.InspectionID)
	if err != nil {
		return m, err
	}
	sc.agreed = p.Deadline
	var checks fault.Checks
	checks.OneOf("kind", f.Kind, words(work.MeasureKinds())...)
	checks.Text("measure_text", f.Text, action.LongText)
	checks.Max("expected", f.Expected, action.ShortText)
	deadline := parse(&checks, f.Due, f.LongTerm)
	a := work.Assignment{LeaderID: &f.LeaderID, LeadDeptID: &f.LeadDeptID, AssistDepts: &f.AssistDepts, OwnerID: &f.OwnerID, Deadline: &deadline}
	if err := resolve(s, &checks, m.OrgID, "", &a); err != nil {
		return m, err
	}
	sc.check(&checks, m.Deadline, m.FirstDeadline, deadline.Date, f.Reason)
	if err := checks.Err(); err != nil {
		return m, err
	}
	note(s, f.Reason)
	was := m.Deadline
	m = a.Measure(m)
	m.DeadlineReason = reasonOf(was, m.Deadline, m.DeadlineReason, f.Reason)
	m.Kind, m.Text, m.Expected, m.Results = work.MeasureKind(f.Kind), f.Text, f.Expected, work.ReadResults(f.Expected)
	return m, nil
}

// AddMeasure adds a measure at the end of a problem's measures. Who answers
// and by when are the problem's where the fields are empty.
type AddMeasure struct {
	ProblemID     string      `form:"-"`
	Origin        work.Origin `form:"-"`
	Made          string      `form:"-" json:"-"` // filled in: the measure
	measureFields `form:"fields"`
	onProblem
}

// Permission implements action.Command.
func (c *AddMeasure) Permission() org.Permission { return org.MeasureEdit }

// Target implements action.Command.
func (c *AddMeasure) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ProblemID) }

// Run implements action.Command.
func (c *AddMeasure) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	p := c.before
	if err := asIssued(s, p.InspectionID, p.Cycle == 0 && c.Origin == ""); err != nil {
		return err
	}
	var last int
	if err := s.Tx.QueryRow("SELECT COALESCE(MAX(seq), 0) FROM measure WHERE problem_id = ?", p.ID).Scan(&last); err != nil {
		return err
	}
	c.inherit(p)
	m, err := c.fill(s, p, work.Measure{ID: s.NewID(), OrgID: p.OrgID, InspectionID: p.InspectionID, ProblemID: p.ID,
		Seq: last + 1, Verdict: work.NotStarted, Cycle: p.Cycle, Origin: c.Origin})
	if err != nil {
		return err
	}
	c.Made = m.ID
	s.Return(m.ID)
	return action.Insert(s, store.Measures, &m)
}

// inherit takes from the problem what is not said.
func (c *AddMeasure) inherit(p work.Problem) {
	for _, part := range []struct {
		field *string
		from  string
	}{{&c.LeaderID, p.LeaderID}, {&c.LeadDeptID, p.LeadDeptID}, {&c.OwnerID, p.OwnerID}} {
		if *part.field == "" {
			*part.field = part.from
		}
	}
	if c.Due == "" && !c.LongTerm {
		c.Due, c.LongTerm = workday.Deadline{Date: p.Deadline, Term: p.Term}.String(), p.LongTerm
	}
}

// EditMeasure changes a measure.
type EditMeasure struct {
	ID            string `form:"id"`
	Version       int    `form:"version"`
	measureFields `form:"fields"`
	onMeasure
}

// Permission implements action.Command.
func (c *EditMeasure) Permission() org.Permission { return org.MeasureEdit }

// Target implements action.Command.
func (c *EditMeasure) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *EditMeasure) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	after, err := c.fill(s, c.problem, c.before)
	if err != nil {
		return err
	}
	if err := asIssued(s, after.InspectionID, c.before.Planned() && measureChanged(c.before, after)); err != nil {
		return err
	}
	after.Version = c.Version
	s.Return(c.ID)
	return action.Save(s, store.Measures, c.before, &after)
}

// RemoveMeasure takes a measure and its steps away, unless something was
// already reported or proved on it.
type RemoveMeasure struct {
	ID string `form:"-"`
	onMeasure
}

// Permission implements action.Command.
func (c *RemoveMeasure) Permission() org.Permission { return org.MeasureEdit }

// Target implements action.Command.
func (c *RemoveMeasure) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *RemoveMeasure) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	if err := asIssued(s, c.problem.InspectionID, c.before.Planned()); err != nil {
		return err
	}
	used, err := s.Tx.Count(`SELECT (SELECT COUNT(*) FROM progress WHERE problem_id = ? AND measure_id = ?) +
		(SELECT COUNT(*) FROM evidence WHERE problem_id = ? AND measure_id = ?) +
		(SELECT COUNT(*) FROM extension WHERE problem_id = ? AND measure_id = ?)`,
		c.problem.ID, c.ID, c.problem.ID, c.ID, c.problem.ID, c.ID)
	if err != nil {
		return err
	}
	if used > 0 || c.before.Claim == work.Claimed {
		return fault.New(fault.Conflict, "measure.in-use")
	}
	steps, err := store.Steps.List(s.Tx, "WHERE measure_id = ?", c.ID)
	if err != nil {
		return err
	}
	for _, st := range steps {
		if err := action.Remove(s, store.Steps, st); err != nil {
			return err
		}
	}
	if err := unshare(s, c.ID); err != nil {
		return err
	}
	s.Return(c.problem.ID)
	return action.Remove(s, store.Measures, c.before)
}

// MoveMeasure moves a measure one place up or down among its problem's.
type MoveMeasure struct {
	ID string `form:"-"`
	Up bool   `form:"up"`
	onMeasure
}

// Permission implements action.Command.
func (c *MoveMeasure) Permission() org.Permission { return org.MeasureEdit }

// Target implements action.Command.
func (c *MoveMeasure) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command. At the end of the list nothing happens.
func (c *MoveMeasure) Run(s *action.Step) error {
	rest := "WHERE problem_id = ? AND seq > ? ORDER BY seq LIMIT 1"
	if c.Up {
		rest = "WHERE problem_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1"
	}
	s.Return(c.problem.ID)
	other, err := store.Measures.One(s.Tx, rest, c.problem.ID, c.before.Seq)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	here, there := c.before, other
	here.Seq, there.Seq = other.Seq, c.before.Seq
	if err := action.Save(s, store.Measures, c.before, &here); err != nil {
		return err
	}
	return action.Save(s, store.Measures, other, &there)
}
