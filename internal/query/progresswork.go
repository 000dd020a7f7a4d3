package query

import (
	"slices"
	"strings"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// loadProgress fills the entries of a problem, newest first, with what was
// said to them, and the sums of their figures.
func (w *ProblemWork) loadProgress(v *View, t org.Target, texts map[string]string, kase closing.Case) error {
	w.Sums = kase.Sums
	comments, err := store.ProgressComments.List(v.Tx, "WHERE problem_id = ? ORDER BY at, id", w.Problem.ID)
	if err != nil {
		return err
	}
	names, err := v.NamesOf(w.Problem.OrgID)
	if err != nil {
		return err
	}
	entries, err := store.ProgressEntries.List(v.Tx, "WHERE problem_id = ? ORDER BY at, id", w.Problem.ID)
	if err != nil {
		return err
	}
	files, err := store.EvidenceOf(v.Tx, w.Problem.ID)
	if err != nil {
		return err
	}
	corrected := map[string]bool{}
	for _, p := range slices.Backward(entries) {
		row := ProgressRow{Progress: p, Measure: texts[p.MeasureID], Corrected: corrected[p.ID], Help: helpers(names, p)}
		for _, c := range comments {
			if c.ProgressID == p.ID {
				row.Comments = append(row.Comments, c)
			}
		}
		row.Proof = proofOf(p, files)
		row.Waits = !row.Corrected && p.WaitsForHelp(row.Comments)
		row.CanInstruct = !row.Corrected && v.Can(org.ProgressInstruct, t)
		row.CanHelp = row.Waits && v.Can(org.ProgressHelp, store.HelpTarget(t, p))
		row.CanCorrect = !row.Corrected && w.CanReport && !w.Problem.Closed() && p.Cycle == w.Problem.Cycle
		w.Progress = append(w.Progress, row)
		corrected[p.Corrects] = true
	}
	if !w.CanReport {
		return nil
	}
	return w.loadReportChoices(v)
}

// helpers names who must help.
func helpers(names Names, p work.Progress) string {
	var out []string
	for _, n := range []string{names.Department(p.HelpDeptID), names.Person(p.HelpPersonID)} {
		if n != "" {
			out = append(out, n)
		}
	}
	return strings.Join(out, "、")
}

func proofOf(p work.Progress, files []work.Evidence) []work.Evidence {
	var out []work.Evidence
	for _, e := range files {
		proves := slices.ContainsFunc(p.Figures, func(f work.Figure) bool { return slices.Contains(f.Proof, e.ID) })
		if e.ProgressID == p.ID || proves {
			out = append(out, e)
		}
	}
	return out
}

// loadReportChoices fills the choices of the form of an entry.
func (w *ProblemWork) loadReportChoices(v *View) error {
	periods, err := v.periodChoices(w.Problem.InspectionID)
	if err != nil {
		return err
	}
	choices, err := v.ChoicesOf(w.Problem.OrgID)
	w.Periods, w.Departments, w.People = periods, choices.Departments, choices.People
	return err
}

// periodChoices are the periods of an inspection, the running one first.
func (v *View) periodChoices(inspectionID string) ([]Option, error) {
	periods, err := store.PeriodsOf(v.Tx, inspectionID, v.Today, v.Calendar)
	var out []Option
	for _, p := range slices.Backward(periods) {
		out = append(out, Option{Value: p.Code, Label: p.Code})
	}
	return out, err
}
