package planning

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// RestorePlan makes the records say again what a version says: causes, goals,
// duties, deadlines, measures and steps of every problem that the version
// knows, the measures that it shares with others, the parts of its assisting
// departments, and the plan's title. What rules forbid stops all of it.
type RestorePlan struct {
	ID   string `form:"-"`
	Live string `form:"live"` // hash of the records that the preview showed
	onPlan
	now map[string]plan.Problem
}

// Permission implements action.Command.
func (c *RestorePlan) Permission() org.Permission { return org.PlanDraft }

// Target implements action.Command.
func (c *RestorePlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *RestorePlan) Run(s *action.Step) error {
	v := c.file.Version
	switch {
	case !c.file.Sound():
		return fault.New(fault.Conflict, "plan.damaged")
	case c.Live != c.file.Live:
		return fault.New(fault.Conflict, "plan.restore.stale")
	case !c.file.Changed():
		return fault.New(fault.Conflict, "plan.restore.same")
	}
	then, err := plan.Open(v.Snapshot)
	if err != nil {
		return err
	}
	now, err := store.PlanNow(s.Tx, v.InspectionID)
	if err != nil {
		return err
	}
	ground, err := store.PlanGround(s.Tx, v.InspectionID)
	if err != nil {
		return err
	}
	if in := plan.Obstacles(now, then, ground); len(in) > 0 {
		return in[0]
	}
	if err := asIssued(s, v.InspectionID, true); err != nil {
		return err
	}
	c.now = map[string]plan.Problem{}
	for _, p := range now.Problems {
		c.now[p.ID] = p
	}
	s.Note("plan-restored %d", v.Number)
	s.Return(v.InspectionID)
	return c.restore(s, now, then)
}

func (c *RestorePlan) restore(s *action.Step, now, then plan.Content) error {
	if then.Title != now.Title {
		before, err := store.Inspections.Get(s.Tx, c.file.Version.InspectionID)
		if err != nil {
			return err
		}
		after := before
		after.PlanTitle = then.Title
		if err := action.Save(s, store.Inspections, before, &after); err != nil {
			return err
		}
	}
	var changed []plan.Problem
	for _, ch := range plan.Diff(now, then) {
		i := slices.IndexFunc(then.Problems, func(p plan.Problem) bool { return p.ID == ch.ID })
		if i < 0 {
			continue // the title, or a problem that the version does not know
		}
		changed = append(changed, then.Problems[i])
	}
	// A measure is there again before another problem shares it.
	for _, part := range []func(*action.Step, plan.Problem) error{c.problem, sharing, parts} {
		for _, p := range changed {
			if err := part(s, p); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *RestorePlan) problem(s *action.Step, p plan.Problem) error {
	before, err := store.Problems.Get(s.Tx, p.ID)
	if err != nil {
		return err
	}
	after := dutyOf(p.Duty, c.now[p.ID].Duty).Problem(before)
	after.CauseCategory, after.Cause, after.Goal, after.Criteria = p.Category, p.Cause, p.Goal, before.Criteria.Reworded(p.Criteria, s.NewID)
	after.DeadlineReason = p.Duty.Reason
	if err := action.Save(s, store.Problems, before, &after); err != nil {
		return err
	}
	return c.measures(s, before, p)
}

// dutyOf is what makes a record bear a duty again. A deadline that is the
// planned one already stays, with its wording and whatever extended it.
func dutyOf(d, now plan.Duty) work.Assignment {
	ids := make([]string, len(d.Assist))
	for i, r := range d.Assist {
		ids[i] = r.ID
	}
	a := work.Assignment{LeaderID: &d.Leader.ID, LeadDeptID: &d.Lead.ID, AssistDepts: &ids, OwnerID: &d.Owner.ID}
	if !d.SameDue(now) {
		a.Deadline = &workday.Deadline{Date: d.Deadline, Term: d.Term, LongTerm: d.LongTerm}
	}
	return a
}

// measures takes away what the version does not know, and changes or adds
// what it does, in its order.
func (c *RestorePlan) measures(s *action.Step, of work.Problem, p plan.Problem) error {
	stored, err := store.Measures.List(s.Tx, "WHERE problem_id = ? AND origin = '' ORDER BY seq, id", p.ID)
	if err != nil {
		return err
	}
	for _, m := range stored {
		if slices.ContainsFunc(p.Measures, func(o plan.Measure) bool { return o.ID == m.ID }) {
			continue
		}
		if err := c.steps(s, m, nil); err != nil {
			return err
		}
		if err := unshare(s, m.ID); err != nil {
			return err
		}
		if err := action.Remove(s, store.Measures, m); err != nil {
			return err
		}
	}
	for n, m := range p.Measures {
		i := slices.IndexFunc(stored, func(o work.Measure) bool { return o.ID == m.ID })
		before := work.Measure{ID: m.ID, OrgID: of.OrgID, InspectionID: of.InspectionID, ProblemID: of.ID, Verdict: work.NotStarted}
		if i >= 0 {
			before = stored[i]
		}
		if err := c.measure(s, before, m, n+1, i >= 0); err != nil {
			return err
		}
	}
	return nil
}

func (c *RestorePlan) measure(s *action.Step, before work.Measure, m plan.Measure, seq int, there bool) error {
	var now plan.Duty
	for _, o := range c.now[before.ProblemID].Measures {
		if o.ID == m.ID {
			now = o.Duty
		}
	}
	after := dutyOf(m.Duty, now).Measure(before)
	after.Seq, after.Kind, after.Text, after.Expected = seq, m.Kind, m.Text, m.Expected
	after.Results, after.DeadlineReason = work.ReadResults(m.Expected), m.Duty.Reason
	var err error
	if there {
		err = action.Save(s, store.Measures, before, &after)
	} else {
		err = action.Insert(s, store.Measures, &after)
	}
	if err != nil {
		return err
	}
	return c.steps(s, after, m.Steps)
}

// steps keeps the steps that are still wanted, with the day on which they were
// done, takes the others away and adds what lacks.
func (c *RestorePlan) steps(s *action.Step, m work.Measure, want []plan.Step) error {
	stored, err := store.Steps.List(s.Tx, "WHERE measure_id = ? ORDER BY seq, id", m.ID)
	if err != nil {
		return err
	}
	kept := map[string]bool{}
	for n, w := range want {
		i := slices.IndexFunc(stored, func(o work.Step) bool { return !kept[o.ID] && o.Text == w.Text && o.Due == w.Due })
		if i < 0 {
			st := work.Step{ID: s.NewID(), OrgID: m.OrgID, MeasureID: m.ID, Seq: n + 1, Text: w.Text, Due: w.Due}
			if err := action.Insert(s, store.Steps, &st); err != nil {
				return err
			}
			continue
		}
		kept[stored[i].ID] = true
		if after := stored[i]; after.Seq != n+1 {
			after.Seq = n + 1
			if err := action.Save(s, store.Steps, stored[i], &after); err != nil {
				return err
			}
		}
	}
	for _, o := range stored {
		if !kept[o.ID] {
			if err := action.Remove(s, store.Steps, o); err != nil {
				return err
			}
		}
	}
	return nil
}
