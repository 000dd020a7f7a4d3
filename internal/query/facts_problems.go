package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// AspectFact is one aspect of the feedback paper with its problems.
type AspectFact struct {
	Title    string
	Counts   Counts
	Problems []ProblemFact
	Based
}

// ProblemFact is one problem with what was done about it up to the cut-off.
type ProblemFact struct {
	ID       string
	Title    string
	Verdict  work.Verdict // as shown at the cut-off
	ClosedOn workday.Date
	LongTerm bool
	Until    string // deadline as people write it
	Extended int    // how often it was put off until the cut-off
	First    workday.Date
	Leader   string
	LeadDept string
	Owner    string
	Measures []MeasureFact
	Based
}

// MeasureFact is one measure with the newest thing that was reported of it.
type MeasureFact struct {
	Text    string
	Verdict work.Verdict
	Until   string
	Report  string // newest progress entry; empty for none
	Based
}

// ImmediateFacts are the matters handed over during the inspection.
type ImmediateFacts struct {
	Total, Replied, Accepted int
	Based
}

// AddProblems adds to the facts what is told problem by problem.
func (v *View) AddProblems(f *Facts) error {
	i, err := store.Inspections.Get(v.Tx, f.InspectionID)
	if err != nil {
		return err
	}
	g := &gatherer{View: v, Facts: *f, i: i}
	for _, step := range []func() error{g.roster, g.aspects, g.immediates, g.heard} {
		if err := step(); err != nil {
			return err
		}
	}
	*f = g.Facts
	return nil
}

// aspects tells the problems in the order of the paper. A paper without
// aspects gives one of no title.
func (g *gatherer) aspects() error {
	list, err := g.problemsOn(g.i.ID, g.CutOff)
	if err != nil {
		return err
	}
	ladder, err := g.ladderOn(g.i.ID, g.CutOff)
	if err != nil {
		return err
	}
	titles, err := g.aspectTitles()
	if err != nil {
		return err
	}
	measures, err := g.measureFacts(list)
	if err != nil {
		return err
	}
	for from := 0; from < len(list); {
		until := from
		for until < len(list) && list[until].AspectID == list[from].AspectID {
			until++
		}
		a := AspectFact{Title: titles[list[from].AspectID], Counts: countOf(list[from:until], g.CutOff, ladder)}
		for _, p := range list[from:until] {
			a.Problems = append(a.Problems, g.problemFact(p, measures[p.ID]))
			a.Refs = append(a.Refs, refTo(store.Problems, p.ID))
		}
		g.Aspects = append(g.Aspects, a)
		from = until
	}
	return nil
}

func (g *gatherer) aspectTitles() (map[string]string, error) {
	nodes, err := store.Nodes.List(g.Tx, "WHERE inspection_id = ? AND kind = ?", g.i.ID, inspection.KindAspect)
	out := map[string]string{}
	for _, n := range nodes {
		out[n.ID] = n.Title
	}
	return out, err
}

func (g *gatherer) problemFact(p work.Problem, measures []MeasureFact) ProblemFact {
	return ProblemFact{ID: p.ID, Title: p.Title, Verdict: p.Effective(g.CutOff), ClosedOn: p.ClosedOn, LongTerm: p.LongTerm,
		Until: untilWords(p.Deadline, p.Term), Extended: p.Extended, First: p.FirstDeadline, Leader: g.names.Person(p.LeaderID), LeadDept: g.names.Department(p.LeadDeptID),
		Owner: g.names.Person(p.OwnerID), Measures: measures, Based: Based{[]Source{refTo(store.Problems, p.ID)}}}
}

// measureFacts gives the measures of each problem with their newest entries; a
// cycle that began after the cut-off has none yet.
func (g *gatherer) measureFacts(problems []work.Problem) (map[string][]MeasureFact, error) {
	measures, err := store.Measures.List(g.Tx, "WHERE inspection_id = ? ORDER BY problem_id, seq", g.i.ID)
	if err != nil {
		return nil, err
	}
	entries, err := store.ProgressEntries.List(g.Tx, "WHERE inspection_id = ? AND on_day <= ? ORDER BY on_day, at, id", g.i.ID, g.CutOff)
	if err != nil {
		return nil, err
	}
	newest := map[string]work.Progress{}
	for _, e := range entries {
		newest[e.MeasureID] = e
	}
	cycles := map[string]int{}
	for _, p := range problems {
		cycles[p.ID] = p.Cycle
	}
	out := map[string][]MeasureFact{}
	for _, m := range measures {
		if m.Cycle > cycles[m.ProblemID] {
			continue
		}
		f := MeasureFact{Text: m.Text, Verdict: work.NotStarted, Until: untilWords(m.Deadline, m.Term), Based: Based{[]Source{refTo(store.Measures, m.ID)}}}
		if e, ok := newest[m.ID]; ok {
			f.Report, f.Verdict, f.Refs = e.Body, e.Verdict, append(f.Refs, refTo(store.ProgressEntries, e.ID))
		}
		out[m.ProblemID] = append(out[m.ProblemID], f)
	}
	return out, nil
}

// untilWords is a deadline as people write it.
func untilWords(date workday.Date, term string) string {
	if term != "" {
		return term
	}
	return date.Chinese()
}

func (g *gatherer) immediates() error {
	list, err := store.Immediates.List(g.Tx, "WHERE inspection_id = ? ORDER BY issued_on, id", g.i.ID)
	f := &g.Immediates
	f.Total = len(list)
	for _, m := range list {
		f.Replied += one(g.until(m.RepliedOn))
		f.Accepted += one(m.Accepted)
		f.Refs = append(f.Refs, refTo(store.Immediates, m.ID))
	}
	return err
}
