package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// plan writes the lists and takes the plan through its versions.
func (t *tale) plan() {
	if len(t.o.Plan.Versions) == 0 {
		return
	}
	first := t.o.Plan.Versions[0]
	for _, p := range t.o.Plan.Problems {
		t.analyse(p)
		t.assign(first.On, p)
		t.measures(p)
		t.parts(first.On, p)
		t.shares(first.On, p)
	}
	t.versions()
}

// analyse enters cause, goal and criteria, as far as they are known; the
// criteria may have come with a later version.
func (t *tale) analyse(p example.PlannedTasks) {
	if p.Cause == "" && p.CauseCategory == "" && p.Goal == "" && len(p.Criteria) == 0 {
		return
	}
	versions, since := t.o.Plan.Versions, t.o.Plan.CriteriaSince
	if since > 1 {
		first := p
		first.Criteria = nil
		t.explain(versions[0].On, first)
		t.explain(versions[since-1].On, p)
		return
	}
	t.explain(versions[0].On, p)
}

func (t *tale) explain(day workday.Date, p example.PlannedTasks) {
	t.add(day, morning, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		was, err := t.problem(s, p.Problem)
		return &planning.EditProblem{ID: was.ID, Version: was.Version, Cause: p.Cause, Category: p.CauseCategory,
			Goal: p.Goal, Criteria: criteria(was, p.Criteria), OwnerID: t.person(p.Person)}, err
	})
}

// criteria are the completion criteria of a problem, in their order; an item
// that is there already keeps its id.
func criteria(was work.Problem, list []example.Criterion) []planning.CriterionRow {
	var out []planning.CriterionRow
	for n, c := range list {
		row := planning.CriterionRow{Text: c.Text, Proof: c.Proof}
		if n < len(was.Criteria) {
			row.ID = was.Criteria[n].ID
		}
		out = append(out, row)
	}
	return out
}

// assign enters who answers and by when.
func (t *tale) assign(day workday.Date, p example.PlannedTasks) {
	if p.Lead == "" && p.Leader == "" && p.Person == "" && p.Deadline == (example.Deadline{}) {
		return
	}
	t.add(day, morning, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		was, err := t.problem(s, p.Problem)
		return &planning.AssignProblem{ID: was.ID, Version: was.Version, LeaderID: t.person(p.Leader), LeadDeptID: t.department(p.Lead),
			AssistDepts: t.departments(p.Assisting), OwnerID: t.person(p.Person), Due: due(p.Deadline), LongTerm: p.Deadline.LongTerm,
			Reason: p.Deadline.Reason}, err
	})
}

// measures enters the measures of a problem with the versions that brought
// them. One that came later is moved up to its place.
func (t *tale) measures(p example.PlannedTasks) {
	versions := t.o.Plan.Versions
	later := 0
	for n, m := range p.Measures {
		if m.Since > 1 {
			later++
			continue
		}
		t.addMeasure(versions[0].On, p, n+1-later, m)
		t.mendMeasure(p, n+1, m)
	}
	for n, m := range p.Measures {
		if m.Since > 1 {
			t.addMeasure(versions[m.Since-1].On, p, len(p.Measures), m)
			t.moveUp(versions[m.Since-1].On, p, n+1)
		}
	}
}

// parts enters what the assisting departments answer for, and what was done.
func (t *tale) parts(day workday.Date, p example.PlannedTasks) {
	for _, part := range p.Parts {
		t.add(day, late+stepping*4, t.clerk(), "", func(s *action.Step) (action.Command, error) {
			was, err := t.problem(s, p.Problem)
			return &planning.SaveAssistPart{ProblemID: was.ID, DepartmentID: t.department(part.Department), Text: part.Text}, err
		})
		if part.Done == "" {
			continue
		}
		t.add(part.Done, morning, t.clerk(), "", func(s *action.Step) (action.Command, error) {
			was, err := t.problem(s, p.Problem)
			if err != nil {
				return nil, err
			}
			stood, err := records.AssistParts.One(s.Tx, "WHERE problem_id = ? AND department_id = ?", was.ID, t.department(part.Department))
			return &planning.SaveAssistPart{ProblemID: was.ID, DepartmentID: stood.DepartmentID, Version: stood.Version, Text: part.Text,
				Verdict: string(work.Done)}, err
		})
	}
}

// shares ties measures to the other problems that they answer.
func (t *tale) shares(day workday.Date, p example.PlannedTasks) {
	for n, m := range p.Measures {
		for _, other := range m.Shared {
			t.add(day, late+stepping*5, t.clerk(), "", func(s *action.Step) (action.Command, error) {
				_, measure, err := t.measure(s, example.MeasureKey(p.Problem, n+1))
				if err != nil {
					return nil, err
				}
				too, err := t.problem(s, other)
				return &planning.ShareMeasure{ID: measure.ID, ProblemID: too.ID}, err
			})
		}
	}
}

// moveUp brings the last measure of a problem to its place.
func (t *tale) moveUp(day workday.Date, p example.PlannedTasks, place int) {
	for from := len(p.Measures); from > place; from-- {
		t.add(day, late+stepping*2, t.clerk(), "", func(s *action.Step) (action.Command, error) {
			_, m, err := t.measure(s, example.MeasureKey(p.Problem, from))
			return &planning.MoveMeasure{ID: m.ID, Up: true}, err
		})
	}
}

// addMeasure enters a measure as the first version had it, with its steps.
func (t *tale) addMeasure(day workday.Date, p example.PlannedTasks, n int, m example.Measure) {
	text, deadline := m.Text, p.DeadlineOf(m)
	if len(m.Formerly) > 0 {
		text, deadline = former(m.Formerly[0], text, deadline)
	}
	t.add(day, late, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		was, err := t.problem(s, p.Problem)
		cmd := &planning.AddMeasure{ProblemID: was.ID}
		r := p.ResponsibilityOf(m)
		cmd.Kind, cmd.Text, cmd.Expected = m.Kind, text, m.Expected
		cmd.LeaderID, cmd.LeadDeptID, cmd.OwnerID = t.person(r.Leader), t.department(r.Lead), t.person(r.Person)
		cmd.AssistDepts = t.departments(r.Assisting)
		cmd.Due, cmd.LongTerm, cmd.Reason = due(deadline), deadline.LongTerm, deadline.Reason
		return cmd, err
	})
	t.steps(day, example.MeasureKey(p.Problem, n), m.Steps)
}

// former is the wording and deadline of an earlier version.
func former(was example.FormerState, text string, d example.Deadline) (string, example.Deadline) {
	if was.Text != "" {
		text = was.Text
	}
	if was.Date != "" {
		d = example.Deadline{Date: was.Date}
	}
	return text, d
}

// mendMeasure gives a measure its final words on the day of the version that
// brought them.
func (t *tale) mendMeasure(p example.PlannedTasks, n int, m example.Measure) {
	if len(m.Formerly) == 0 {
		return
	}
	last := m.Formerly[len(m.Formerly)-1].Version
	day := t.o.Plan.Versions[last].On // versions count from 1: the next one
	t.add(day, morning, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		_, was, err := t.measure(s, example.MeasureKey(p.Problem, n))
		d := p.DeadlineOf(m)
		cmd := &planning.EditMeasure{ID: was.ID, Version: was.Version}
		cmd.Kind, cmd.Text, cmd.Expected = m.Kind, m.Text, m.Expected
		cmd.LeaderID, cmd.LeadDeptID, cmd.AssistDepts, cmd.OwnerID = was.LeaderID, was.LeadDeptID, was.AssistDepts, was.OwnerID
		cmd.Due, cmd.LongTerm, cmd.Reason = due(d), d.LongTerm, d.Reason
		return cmd, err
	})
}

// steps enters the dated steps with the measure, and ticks each when it is done.
func (t *tale) steps(day workday.Date, key string, steps []example.Step) {
	if len(steps) == 0 {
		return
	}
	t.saveSteps(day, late+stepping, key, steps, "")
	for _, done := range steps {
		if done.Done != "" {
			t.saveSteps(done.Done, early, key, steps, done.Done)
		}
	}
}

// saveSteps saves the steps as they stand on a day; before the measure went
// anywhere, upTo is empty.
func (t *tale) saveSteps(day workday.Date, m moment, key string, steps []example.Step, upTo workday.Date) {
	t.add(day, m, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		_, measure, err := t.measure(s, key)
		if err != nil {
			return nil, err
		}
		stored, err := records.Steps.List(s.Tx, "WHERE measure_id = ? ORDER BY seq", measure.ID)
		cmd := &planning.SaveSteps{MeasureID: measure.ID}
		for n, step := range steps {
			row := planning.StepRow{Text: step.Text, Due: step.Due}
			if n < len(stored) {
				row.ID, row.Version = stored[n].ID, stored[n].Version
			}
			if step.Done != "" && step.Done <= upTo {
				row.DoneOn = step.Done
			}
			cmd.Rows = append(cmd.Rows, row)
		}
		return cmd, err
	})
}

// due is the deadline as the clerk types it.
func due(d example.Deadline) string {
	if d.Term != "" {
		return d.Term
	}
	return string(d.Date)
}
