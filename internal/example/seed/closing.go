package seed

import (
	"maps"
	"path"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/action/closing"
	"bihuan/internal/action/planning"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// close takes the applications through the chain, and opens again what came
// back.
func (t *tale) close() {
	for _, s := range t.o.Progress.SignOffs {
		t.signOff(s)
	}
	for _, r := range t.o.Progress.Reopenings {
		t.reopen(r)
	}
}

// reopen opens a problem again and plans the measures of its new cycle.
func (t *tale) reopen(r example.Reopening) {
	file := t.stored[path.Join(t.o.Key, "evidence", r.File)]
	t.add(r.On, early, r.By, "", func(s *action.Step) (action.Command, error) {
		p, err := t.problem(s, r.Problem)
		return &closing.Reopen{ProblemID: p.ID, Version: p.Version, Kind: domain.ReopenKind(r.Kind), FactOn: r.FactOn, Source: r.Source,
			Reason: r.Reason, Deadline: r.Deadline, File: carrying.File{Name: r.File, Hash: file.hash, Size: file.size, MIME: file.mime}}, err
	})
	for _, m := range r.Measures {
		t.add(r.Planned, noon, t.clerk(), "", func(s *action.Step) (action.Command, error) {
			p, err := t.problem(s, r.Problem)
			cmd := &planning.AddMeasure{ProblemID: p.ID}
			cmd.Kind, cmd.Text, cmd.Expected = m.Kind, m.Text, m.Expected
			cmd.Due, cmd.Reason = string(p.Deadline), p.DeadlineReason
			return cmd, err
		})
	}
}

// checked are the checks of a decision in the order of the step's own.
func checked(s *action.Step, a domain.Application, d example.Decision) ([]closing.CheckRow, error) {
	files, err := records.EvidenceOf(s.Tx, a.ProblemID)
	if err != nil {
		return nil, err
	}
	var out []closing.CheckRow
	for _, step := range a.Chain {
		if step.Code != d.Step {
			continue
		}
		for _, k := range step.Checks {
			row := closing.CheckRow{}
			for _, c := range d.Checks {
				if c.Kind == string(k.Kind) {
					row = closing.CheckRow{Result: domain.Finding(c.Result), Detail: c.Detail}
				}
			}
			if row.Result != "" && k.Kind == inspection.CheckMaterials {
				for _, e := range files {
					row.Evidence = append(row.Evidence, e.ID)
				}
			}
			out = append(out, row)
		}
	}
	return out, nil
}

func (t *tale) signOff(o example.SignOff) {
	key := t.of("application", o.Problem+"@"+string(o.On))
	for _, kind := range slices.Sorted(maps.Keys(o.Sums)) {
		t.add(o.On, noon, o.By, "", func(s *action.Step) (action.Command, error) {
			p, err := t.problem(s, o.Problem)
			return &carrying.ExplainSum{ProblemID: p.ID, Kind: work.ResultKind(kind), Reason: o.Sums[kind]}, err
		})
	}
	t.add(o.On, later, o.By, key, func(s *action.Step) (action.Command, error) {
		p, err := t.problem(s, o.Problem)
		if err != nil {
			return nil, err
		}
		ticks, err := proved(s, p)
		return &closing.Apply{ProblemID: p.ID, Statement: o.Statement, Ticks: ticks}, err
	})
	for n, d := range o.Decisions {
		t.add(d.On, evening+stepping*moment(n), d.By, "", func(s *action.Step) (action.Command, error) {
			a, err := records.Applications.Get(s.Tx, t.book.ids[key])
			if err != nil {
				return nil, err
			}
			checks, err := checked(s, a, d)
			return &closing.Decide{ID: a.ID, Version: a.Version, Outcome: outcome(d), Reason: d.Reason, Renewed: d.Renewed, Until: d.Until,
				MeetingID: t.id("meeting", d.Meeting), Checks: checks}, err
		})
	}
}

// proved ticks every completion criterion with the files that stand for the
// problem.
func proved(s *action.Step, p work.Problem) ([]closing.TickRow, error) {
	files, err := records.Evidences.List(s.Tx, "WHERE problem_id = ? AND withdrawn = '' ORDER BY at, id", p.ID)
	var ids []string
	for _, e := range files {
		ids = append(ids, e.ID)
	}
	var out []closing.TickRow
	for _, c := range p.Criteria {
		out = append(out, closing.TickRow{CriterionID: c.ID, Met: true, Evidence: ids})
	}
	return out, err
}

// outcome of a decision; agreement where nothing is said.
func outcome(d example.Decision) domain.Outcome {
	if d.Outcome == "" {
		return domain.Agree
	}
	return domain.Outcome(d.Outcome)
}
