package store

import (
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
)

// PlanContent gives what the plan of an inspection says as its records stand
// now, under a title.
func PlanContent(tx *Tx, inspectionID, title string) (plan.Content, error) {
	b := planBuilder{tx: tx, names: map[string]string{}}
	for _, load := range []func(string) error{b.loadNames, b.loadMeasures, b.loadSteps, b.loadShared, b.loadParts} {
		if err := load(inspectionID); err != nil {
			return plan.Content{}, err
		}
	}
	problems, err := Problems.List(tx, "WHERE inspection_id = ? ORDER BY seq, id", inspectionID)
	if err != nil {
		return plan.Content{}, err
	}
	c := plan.Content{Title: title}
	for _, p := range problems {
		c.Problems = append(c.Problems, plan.Problem{ID: p.ID, Number: p.Number, Title: p.Title, Category: p.CauseCategory,
			Cause: p.Cause, Goal: p.Goal, Criteria: p.Criteria.String(), Measures: b.measuresOf(p.ID),
			Duty: b.duty(work.Measure{LeaderID: p.LeaderID, LeadDeptID: p.LeadDeptID, AssistDepts: p.AssistDepts, OwnerID: p.OwnerID,
				Deadline: p.Deadline, FirstDeadline: p.FirstDeadline, Term: p.Term, LongTerm: p.LongTerm, DeadlineReason: p.DeadlineReason}),
			Shared: b.shared[p.ID], Parts: b.parts[p.ID]})
	}
	return c, nil
}

// planBuilder gathers the parts of a plan.
type planBuilder struct {
	tx       *Tx
	names    map[string]string
	measures map[string][]work.Measure // by problem
	steps    map[string][]plan.Step    // by measure
	shared   map[string][]plan.Shared  // by problem
	parts    map[string][]plan.Part    // by problem
}

func (b *planBuilder) loadNames(inspectionID string) error {
	return b.tx.Each(func(scan func(...any) error) error {
		var id, name string
		err := scan(&id, &name)
		b.names[id] = name
		return err
	}, `SELECT id, name FROM person WHERE org_id = (SELECT org_id FROM inspection WHERE id = ?)
		UNION ALL SELECT id, name FROM department WHERE org_id = (SELECT org_id FROM inspection WHERE id = ?)`, inspectionID, inspectionID)
}

func (b *planBuilder) loadMeasures(inspectionID string) error {
	list, err := Measures.List(b.tx, "WHERE inspection_id = ? AND origin = '' ORDER BY problem_id, seq, id", inspectionID)
	b.measures = map[string][]work.Measure{}
	for _, m := range list {
		b.measures[m.ProblemID] = append(b.measures[m.ProblemID], m)
	}
	return err
}

func (b *planBuilder) loadSteps(inspectionID string) error {
	list, err := Steps.List(b.tx, "WHERE measure_id IN (SELECT id FROM measure WHERE inspection_id = ?) ORDER BY measure_id, seq, id", inspectionID)
	b.steps = map[string][]plan.Step{}
	for _, s := range list {
		b.steps[s.MeasureID] = append(b.steps[s.MeasureID], plan.Step{Text: s.Text, Due: s.Due})
	}
	return err
}

func (b *planBuilder) loadShared(inspectionID string) error {
	b.shared = map[string][]plan.Shared{}
	return b.tx.Each(func(scan func(...any) error) error {
		var problem string
		var s plan.Shared
		err := scan(&problem, &s.ID, &s.Kind, &s.Text, &s.Number)
		b.shared[problem] = append(b.shared[problem], s)
		return err
	}, `SELECT l.problem_id, m.id, m.kind, m.body, p.number FROM measure_link l JOIN measure m ON m.id = l.measure_id
		JOIN problem p ON p.id = m.problem_id WHERE l.inspection_id = ? ORDER BY p.seq, m.seq, m.id`, inspectionID)
}

func (b *planBuilder) loadParts(inspectionID string) error {
	list, err := AssistParts.List(b.tx, "WHERE inspection_id = ? ORDER BY problem_id, department_id", inspectionID)
	b.parts = map[string][]plan.Part{}
	for _, a := range list {
		b.parts[a.ProblemID] = append(b.parts[a.ProblemID], plan.Part{Department: b.ref(a.DepartmentID), Text: a.Text,
			Owner: b.ref(a.OwnerID), Deadline: a.Deadline})
	}
	return err
}

func (b *planBuilder) measuresOf(problemID string) []plan.Measure {
	var out []plan.Measure
	for _, m := range b.measures[problemID] {
		out = append(out, plan.Measure{ID: m.ID, Kind: m.Kind, Text: m.Text, Expected: m.Expected, Duty: b.duty(m), Steps: b.steps[m.ID]})
	}
	return out
}

// duty takes the first deadline where an extension moved it: the plan is what
// was planned. The wording of a term counts where it names no day; an extension
// rewords the others.
func (b *planBuilder) duty(m work.Measure) plan.Duty {
	d := plan.Duty{Leader: b.ref(m.LeaderID), Lead: b.ref(m.LeadDeptID), Owner: b.ref(m.OwnerID),
		Deadline: m.Deadline, Term: m.Term, LongTerm: m.LongTerm, Reason: m.DeadlineReason}
	if m.FirstDeadline != "" {
		d.Deadline = m.FirstDeadline
	}
	if d.Deadline != "" {
		d.Term = ""
	}
	for _, id := range m.AssistDepts {
		d.Assist = append(d.Assist, b.ref(id))
	}
	return d
}

func (b *planBuilder) ref(id string) plan.Ref { return plan.Ref{ID: id, Name: b.names[id]} }
