package seed

import (
	"maps"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/action/closing"
	domain "bihuan/internal/domain/closing"
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
		t.add(r.On, early, r.By, "", func(s *action.Step) (action.Command, error) {
			p, err := t.problem(s, r.Problem)
			return &closing.Reopen{ProblemID: p.ID, Version: p.Version, Kind: domain.ReopenKind(r.Kind), Reason: r.Reason}, err
		})
	}
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
			return &closing.Decide{ID: a.ID, Version: a.Version, Outcome: outcome(d), Reason: d.Reason, Renewed: d.Renewed,
				MeetingID: t.id("meeting", d.Meeting)}, err
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
