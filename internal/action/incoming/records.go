package incoming

import (
	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// recordsOf gives the records that an import is compared with: those of one
// problem where it is named, else of the whole inspection.
func recordsOf(s *action.Step, i incoming.Import, problemID string) (*incoming.Records, error) {
	r := &incoming.Records{Measures: map[string][]work.Measure{}, Reported: map[string]string{}, Bases: map[string]string{},
		Reason: i.Reason, Today: s.Today}
	var err error
	if r.Span, r.Issued, err = planning.Rules(s, i.InspectionID); err != nil {
		return nil, err
	}
	l := loader{s: s, r: r, id: i.InspectionID}
	for _, load := range []func(only string) error{l.problems, l.measures, l.progress, l.bases} {
		if err := load(problemID); err != nil {
			return nil, err
		}
	}
	r.Prepare()
	return r, nil
}

type loader struct {
	s  *action.Step
	r  *incoming.Records
	id string // of the inspection
}

// rest is a condition for the inspection or, where one is named, for a problem
// of it. It names one column, so that each database takes that one's index.
func (l loader) rest(column, only, order string) (string, []any) {
	if only == "" {
		return "WHERE inspection_id = ? ORDER BY " + order, []any{l.id}
	}
	return "WHERE " + column + " = ? ORDER BY " + order, []any{only}
}

func (l loader) problems(only string) error {
	rest, args := l.rest("id", only, "seq, id")
	problems, err := store.Problems.List(l.s.Tx, rest, args...)
	if err != nil {
		return err
	}
	rest, args = l.rest("id", only, "seq")
	nodes, err := store.Nodes.List(l.s.Tx, rest, args...)
	if err != nil {
		return err
	}
	words := map[string]string{}
	for _, n := range nodes {
		words[n.ID] = n.Title + n.Text
	}
	for _, p := range problems {
		l.r.Problems = append(l.r.Problems, incoming.Known{Problem: p, Words: words[p.ID]})
	}
	return nil
}

func (l loader) measures(only string) error {
	rest, args := l.rest("problem_id", only, "problem_id, seq, id")
	list, err := store.Measures.List(l.s.Tx, rest, args...)
	for _, m := range list {
		l.r.Measures[m.ProblemID] = append(l.r.Measures[m.ProblemID], m)
	}
	return err
}

func (l loader) progress(only string) error {
	rest, args := l.rest("problem_id", only, "id")
	list, err := store.ProgressEntries.List(l.s.Tx, rest, args...)
	for _, p := range list {
		body := "\n" + incoming.Squeezed(p.Body) + "\n"
		l.r.Reported[p.ProblemID] += body
		if p.MeasureID != "" {
			l.r.Reported[p.MeasureID] += body
		}
	}
	return err
}

func (l loader) bases(only string) error {
	if only == "" {
		return l.addBases("WHERE inspection_id = ?", l.id)
	}
	for _, id := range append(measureIDs(l.r.Measures[only]), only) {
		if err := l.addBases("WHERE record_id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

func (l loader) addBases(rest, id string) error {
	list, err := store.ImportBases.List(l.s.Tx, rest, id)
	for _, b := range list {
		l.r.Bases[incoming.BaseKey(b.RecordID, b.Field)] = b.Value
	}
	return err
}

func measureIDs(list []work.Measure) []string {
	var out []string
	for _, m := range list {
		out = append(out, m.ID)
	}
	return out
}

// directoryOf gives the people and departments of an organisation.
func directoryOf(s *action.Step, orgID string) (*incoming.Directory, error) {
	people, err := store.People.List(s.Tx, "WHERE org_id = ? ORDER BY name, id", orgID)
	if err != nil {
		return nil, err
	}
	departments, err := store.Departments.List(s.Tx, "WHERE org_id = ? ORDER BY sort, id", orgID)
	if err != nil {
		return nil, err
	}
	posts, err := store.Posts.List(s.Tx, "WHERE org_id = ?", orgID)
	return incoming.NewDirectory(people, departments, posts, s.Today), err
}

// rowsOf gives the rows of an import in their order.
func rowsOf(s *action.Step, importID string) ([]incoming.Row, error) {
	return store.ImportRows.List(s.Tx, "WHERE import_id = ? ORDER BY seq", importID)
}

// rowsOfProblem gives a problem's row and after it those of its measures.
func rowsOfProblem(s *action.Step, importID string, seq int) ([]incoming.Row, error) {
	top, err := store.ImportRows.One(s.Tx, "WHERE import_id = ? AND seq = ?", importID, seq)
	if err != nil {
		return nil, err
	}
	under, err := store.ImportRows.List(s.Tx, "WHERE import_id = ? AND parent_seq = ? ORDER BY seq", importID, seq)
	return append([]incoming.Row{top}, under...), err
}

// parentOf gives the problem's row of a measure's row, nil for a problem's.
func parentOf(rows []incoming.Row, r incoming.Row) *incoming.Row {
	if r.ParentSeq < 1 || r.ParentSeq > len(rows) {
		return nil
	}
	return &rows[r.ParentSeq-1]
}
