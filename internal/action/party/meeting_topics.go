package party

import (
	"fmt"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/party"
	"bihuan/internal/store"
)

// Item is one row of the agenda; a blank one does not count.
type Item struct {
	Title    string `form:"title"`
	Outcome  string `form:"outcome"`
	Problems string `form:"problems"` // their numbers: 1.2.1、1.2.3
	Paper    string `form:"paper"`    // plan:<id> or report:<id>
}

// What the agenda can be about beside problems.
const (
	PlanPaper   = "plan:"
	ReportPaper = "report:"
)

// topics reads the rows of the agenda: numbers of problems become problems,
// and what the inspection does not have is noted.
func (f *Meeting) topics(s *action.Step, m party.Meeting) ([]party.Topic, error) {
	numbers, err := f.numbers(s, m.InspectionID)
	if err != nil {
		return nil, err
	}
	f.typed = nil
	for i, row := range f.Topics {
		t := party.Topic{Title: strings.TrimSpace(row.Title), Outcome: strings.TrimSpace(row.Outcome)}
		for _, n := range splitNumbers(row.Problems) {
			id, ok := numbers[n]
			if !ok {
				f.wrong.Add(fmt.Sprintf("topics[%d].problems", i), "party.meeting.no-number", n)
				continue
			}
			t.Problems = append(t.Problems, id)
		}
		if err := f.paper(s, &t, m, i, row.Paper); err != nil {
			return nil, err
		}
		f.typed = append(f.typed, t)
	}
	return f.typed, nil
}

// numbers gives the problems of the inspection by their numbers, where any are
// named.
func (f *Meeting) numbers(s *action.Step, inspectionID string) (map[string]string, error) {
	out := map[string]string{}
	named := false
	for _, row := range f.Topics {
		named = named || strings.TrimSpace(row.Problems) != ""
	}
	if !named {
		return out, nil
	}
	err := s.Tx.Each(func(scan func(...any) error) error {
		var id, number string
		err := scan(&id, &number)
		out[number] = id
		return err
	}, "SELECT id, number FROM problem WHERE inspection_id = ?", inspectionID)
	return out, err
}

// paper takes over the plan version or report that a row names, if it belongs
// to the inspection.
func (f *Meeting) paper(s *action.Step, t *party.Topic, m party.Meeting, row int, named string) error {
	table, id := store.PlanVersions.Name(), ""
	switch {
	case named == "":
		return nil
	case strings.HasPrefix(named, PlanPaper):
		id = strings.TrimPrefix(named, PlanPaper)
		t.Plan = id
	default:
		table, id = store.Reports.Name(), strings.TrimPrefix(named, ReportPaper)
		t.Report = id
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM "+table+" WHERE id = ? AND inspection_id = ?", id, m.InspectionID)
	if err == nil && n == 0 {
		f.wrong.Add(fmt.Sprintf("topics[%d].paper", row), "field.unknown-choice")
	}
	return err
}

// splitNumbers splits numbers typed beside each other.
func splitNumbers(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；; \t\n　", r) })
}
