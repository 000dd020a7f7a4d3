package store

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/work"
)

// searchable is the one table of what the search finds: for each noun the
// texts, and where the record lies. Talks, life meetings and criticisms are
// not in it: they are confidential.
var searchable = map[string]func(any) found{
	"node": finds(func(n *inspection.Node) found {
		if n.Kind != inspection.KindProblem && n.Kind != inspection.KindRecommendation {
			return found{}
		}
		return found{n.OrgID, n.InspectionID, []string{n.Number + " " + n.Title, n.Text}}
	}),
	"problem": finds(func(p *work.Problem) found {
		return found{p.OrgID, p.InspectionID, []string{p.Cause, p.Goal, p.Criteria.String()}}
	}),
	"measure": finds(func(m *work.Measure) found {
		return found{m.OrgID, m.InspectionID, []string{m.Text, m.Expected}}
	}),
	"evidence": finds(func(e *work.Evidence) found {
		if e.Withdrawn != "" {
			return found{}
		}
		return found{e.OrgID, e.InspectionID, []string{e.Name, e.Title, e.Note}}
	}),
	"meeting": finds(func(m *party.Meeting) found {
		return found{m.OrgID, m.InspectionID, slices.Concat([]string{m.Title, m.Place}, m.Studied, m.Agenda(), m.Requirements)}
	}),
	"study": finds(func(s *party.Study) found {
		texts := []string{s.Title, s.Note}
		for _, m := range s.Materials {
			texts = append(texts, m.Title)
		}
		return found{s.OrgID, s.InspectionID, texts}
	}),
	"regulation": finds(func(r *regulation.Regulation) found {
		return found{r.OrgID, r.InspectionID, []string{r.Title, r.DocumentNumber, r.Note}}
	}),
	"person": finds(func(p *org.Person) found {
		return found{p.OrgID, "", []string{p.Name + " " + p.Pinyin}}
	}),
}

// finds lets a function over one noun stand in the table.
func finds[T any](texts func(*T) found) func(any) found {
	return func(v any) found {
		if record, ok := v.(*T); ok {
			return texts(record)
		}
		return found{}
	}
}
