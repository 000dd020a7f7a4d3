package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// PeriodsIn asks how the measures of an inspection stand in one period.
type PeriodsIn struct {
	Inspection string
	Period     string // code; empty for the running one
	Report     work.Report
	Department string
	Person     string
}

// PeriodList is the measures of an inspection in one period: who reported,
// who is silent. It keeps the order of the problems and ranks nobody.
type PeriodList struct {
	Inside
	Periods     []Option // the running one first
	Period      work.Period
	Rows        []PeriodRow
	Counts      map[work.Report]int // over all measures that the filters on people leave
	Departments []Option
	People      []Option
	CanReport   bool
}

// PeriodRow is one measure in the period.
type PeriodRow struct {
	work.Measure
	Number   string
	Problem  string
	LeadDept string
	Owner    string
	Report   work.Report
	Entry    work.Progress // the entry, where there is one
	Silent   int           // ended periods without an entry, this one included
}

// Periods gives one period of an inspection.
func Periods(v *View, in PeriodsIn) (PeriodList, error) {
	out := PeriodList{Inside: Inside{in.Inspection}, Counts: map[work.Report]int{}}
	i, t, err := v.Inspection(in.Inspection, org.SeeDetail)
	if err != nil {
		return out, err
	}
	if !v.Inside(t) {
		return out, v.Need(org.ProgressAdd, t)
	}
	g, err := v.periodGrid(in.Inspection)
	if err != nil {
		return out, err
	}
	choices, err := v.ChoicesOf(i.OrgID)
	if err != nil {
		return out, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return out, err
	}
	out.Departments, out.People = choices.Departments, choices.People
	out.CanReport = v.Can(org.Assign, t)
	for _, p := range slices.Backward(g.periods) {
		out.Periods = append(out.Periods, Option{Value: p.Code, Label: p.Code})
		if out.Period.Code == "" || p.Code == in.Period {
			out.Period = p
		}
	}
	if out.Period.Code == "" {
		return out, nil
	}
	for _, m := range g.measures {
		if in.Department != "" && m.LeadDeptID != in.Department || in.Person != "" && m.OwnerID != in.Person {
			continue
		}
		row := g.row(m, out.Period, v.Today)
		row.LeadDept, row.Owner = names.Department(m.LeadDeptID), names.Person(m.OwnerID)
		out.Counts[row.Report]++
		if in.Report == "" && row.Report != work.NotOwed || in.Report == row.Report {
			out.Rows = append(out.Rows, row)
		}
	}
	return out, nil
}

// periodGrid is the periods of an inspection with its measures, in the order
// of their problems, and the standing entries of each problem.
type periodGrid struct {
	periods  []work.Period
	measures []work.Measure
	problems map[string]work.Problem
	entries  map[string][]work.Progress
}

func (v *View) periodGrid(inspectionID string) (g periodGrid, err error) {
	if g.periods, err = store.PeriodsOf(v.Tx, inspectionID, v.Today, v.Calendar); err != nil || len(g.periods) == 0 {
		return g, err
	}
	problems, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq", inspectionID)
	if err != nil {
		return g, err
	}
	g.problems = map[string]work.Problem{}
	for _, p := range problems {
		g.problems[p.ID] = p
	}
	if g.measures, err = store.Measures.List(v.Tx, "WHERE inspection_id = ? AND "+inCycle+" ORDER BY seq, id", inspectionID); err != nil {
		return g, err
	}
	slices.SortStableFunc(g.measures, func(a, b work.Measure) int { return g.problems[a.ProblemID].Seq - g.problems[b.ProblemID].Seq })
	entries, err := store.ProgressEntries.List(v.Tx, "WHERE inspection_id = ? ORDER BY at, id", inspectionID)
	g.entries = map[string][]work.Progress{}
	for _, e := range work.Standing(entries) {
		g.entries[e.ProblemID] = append(g.entries[e.ProblemID], e)
	}
	return g, err
}

func (g periodGrid) row(m work.Measure, p work.Period, today workday.Date) PeriodRow {
	problem, entries := g.problems[m.ProblemID], g.entries[m.ProblemID]
	r := PeriodRow{Measure: m, Number: problem.Number, Problem: problem.Title, Report: p.ReportIn(m, entries, today)}
	for _, e := range entries {
		if p.Of(e) && (e.MeasureID == m.ID || e.MeasureID == "") {
			r.Entry = e
		}
	}
	for _, earlier := range g.periods {
		if earlier.From <= p.From && earlier.ReportIn(m, entries, today) == work.Silent {
			r.Silent++
		}
	}
	return r
}
