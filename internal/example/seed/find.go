package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/work"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// problem finds a problem by its key, which is its number in the paper.
func (t *tale) problem(s *action.Step, key string) (work.Problem, error) {
	return records.Problems.One(s.Tx, "WHERE inspection_id = ? AND number = ?", t.inspectionID(), key)
}

// measure finds a measure by its key; the key of a problem gives none.
func (t *tale) measure(s *action.Step, key string) (work.Problem, work.Measure, error) {
	p, err := t.problem(s, example.ProblemOf(key))
	if err != nil || example.ProblemOf(key) == key {
		return p, work.Measure{}, err
	}
	m, err := records.Measures.One(s.Tx, "WHERE problem_id = ? AND seq = ?", p.ID, example.MeasureNumber(key))
	return p, m, err
}

// problems gives the ids of several problems.
func (t *tale) problems(s *action.Step, keys []string) ([]string, error) {
	var out []string
	for _, key := range keys {
		p, err := t.problem(s, key)
		if err != nil {
			return nil, err
		}
		out = append(out, p.ID)
	}
	return out, nil
}
