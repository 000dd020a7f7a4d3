package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// problemsOn gives the problems of an inspection in the order of the paper, as
// they stood at the end of a day.
func (v *View) problemsOn(inspectionID string, day workday.Date) ([]work.Problem, error) {
	list, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq", inspectionID)
	if err != nil || day >= v.Today {
		return list, err
	}
	past, err := v.pastOf(inspectionID)
	if err != nil {
		return nil, err
	}
	for i, p := range list {
		list[i] = closing.AsOf(p, past[p.ID], day)
	}
	return list, v.answering(inspectionID, list, day)
}

// pastOf loads what was recorded of the problems of an inspection, by problem.
func (v *View) pastOf(inspectionID string) (map[string]closing.Past, error) {
	out := map[string]closing.Past{}
	measures, err := store.Measures.List(v.Tx, "WHERE inspection_id = ?", inspectionID)
	if err != nil {
		return nil, err
	}
	gather(out, measures, func(m work.Measure) string { return m.ProblemID },
		func(p *closing.Past, m work.Measure) { p.Measures = append(p.Measures, m) })
	entries, err := store.ProgressEntries.List(v.Tx, "WHERE inspection_id = ? ORDER BY at, id", inspectionID)
	if err != nil {
		return nil, err
	}
	gather(out, entries, func(e work.Progress) string { return e.ProblemID },
		func(p *closing.Past, e work.Progress) { p.Progress = append(p.Progress, e) })
	applications, err := store.Applications.List(v.Tx, "WHERE inspection_id = ?", inspectionID)
	if err != nil {
		return nil, err
	}
	gather(out, applications, func(a closing.Application) string { return a.ProblemID },
		func(p *closing.Past, a closing.Application) { p.Applications = append(p.Applications, a) })
	reopenings, err := store.Reopenings.List(v.Tx, "WHERE inspection_id = ? ORDER BY at, id", inspectionID)
	if err != nil {
		return nil, err
	}
	gather(out, reopenings, func(r closing.Reopening) string { return r.ProblemID },
		func(p *closing.Past, r closing.Reopening) { p.Reopenings = append(p.Reopenings, r) })
	returns, err := v.renewals(inspectionID, applications)
	if err != nil {
		return nil, err
	}
	for problem, list := range returns {
		p := out[problem]
		p.Returns = list
		out[problem] = p
	}
	extensions, err := store.Extensions.List(v.Tx, "WHERE inspection_id = ?", inspectionID)
	gather(out, extensions, func(e work.Extension) string { return e.ProblemID },
		func(p *closing.Past, e work.Extension) { p.Extensions = append(p.Extensions, e) })
	return out, err
}

// renewals gives the returns that set a new deadline, by problem.
func (v *View) renewals(inspectionID string, applications []closing.Application) (map[string][]closing.Decision, error) {
	problems := map[string]string{}
	for _, a := range applications {
		problems[a.ID] = a.ProblemID
	}
	list, err := store.Decisions.List(v.Tx, `WHERE until_on <> '' AND application_id IN
		(SELECT id FROM application WHERE inspection_id = ?) ORDER BY at, id`, inspectionID)
	out := map[string][]closing.Decision{}
	for _, d := range list {
		p := problems[d.ApplicationID]
		out[p] = append(out[p], d)
	}
	return out, err
}

func gather[T any](out map[string]closing.Past, list []T, of func(T) string, add func(*closing.Past, T)) {
	for _, v := range list {
		p := out[of(v)]
		add(&p, v)
		out[of(v)] = p
	}
}
