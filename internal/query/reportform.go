package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// ReportForm is the short form of an entry on one measure.
type ReportForm struct {
	Inside
	Measure work.Measure
	Problem work.Problem
	Today   workday.Date
	Period  string   // the running one
	Periods []Option // the running one first
	Verdict work.Verdict
	Last    work.Progress // the last standing entry; empty for none
	// Figures are rows to start from: the countable expected results.
	Figures     []work.Figure
	Departments []Option
	People      []Option
}

// ReportOn gives the short form to those who may report on the measure.
func ReportOn(v *View, measureID string) (ReportForm, error) {
	m, t, err := store.MeasureTarget(v.Tx, measureID)
	if err != nil {
		return ReportForm{}, err
	}
	f := ReportForm{Inside: Inside{m.InspectionID}, Measure: m, Today: v.Today, Verdict: m.Verdict}
	if err := v.Need(org.ProgressAdd, t); err != nil {
		return f, err
	}
	if f.Verdict == work.NotStarted {
		f.Verdict = work.UnderWay
	}
	if f.Problem, err = store.Problems.Get(v.Tx, m.ProblemID); err != nil {
		return f, err
	}
	if f.Periods, err = v.periodChoices(m.InspectionID); err != nil {
		return f, err
	}
	if len(f.Periods) > 0 {
		f.Period = f.Periods[0].Value
	}
	for _, r := range m.Results {
		f.Figures = append(f.Figures, work.Figure{Result: work.Result{Kind: r.Kind, Text: r.Text, Unit: r.Unit}})
	}
	entries, err := store.ProgressEntries.List(v.Tx, "WHERE problem_id = ? AND measure_id = ? ORDER BY at, id", m.ProblemID, m.ID)
	if err != nil {
		return f, err
	}
	if standing := work.Standing(entries); len(standing) > 0 {
		f.Last = standing[len(standing)-1]
	}
	choices, err := v.ChoicesOf(m.OrgID)
	f.Departments, f.People = choices.Departments, choices.People
	return f, err
}
