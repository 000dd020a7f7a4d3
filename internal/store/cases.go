package store

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/work"
)

// SignoffCase gathers what the sign-off rules need to know of a problem and
// one of its applications.
func SignoffCase(tx *Tx, p work.Problem, a closing.Application) (closing.Case, error) {
	c := closing.Case{Problem: p}
	i, err := Inspections.Get(tx, p.InspectionID)
	if err != nil {
		return c, err
	}
	round, err := Rounds.Get(tx, i.RoundID)
	if err != nil {
		return c, err
	}
	c.Chain = round.Settings.Chain
	if c.Measures, err = MeasuresOf(tx, p.ID); err != nil {
		return c, err
	}
	if c.Progress, err = ProgressEntries.List(tx, "WHERE problem_id = ? ORDER BY at, id", p.ID); err != nil {
		return c, err
	}
	if c.Evidence, err = EvidenceOf(tx, p.ID); err != nil {
		return c, err
	}
	if c.Sums, err = SumsOf(tx, p); err != nil {
		return c, err
	}
	if c.Parts, err = AssistParts.List(tx, "WHERE problem_id = ? ORDER BY id", p.ID); err != nil {
		return c, err
	}
	if c.Ticks, err = CriterionTicks.List(tx, "WHERE application_id = ? ORDER BY seq", a.ID); err != nil {
		return c, err
	}
	c.Decisions, err = Decisions.List(tx, "WHERE application_id = ? ORDER BY seq", a.ID)
	return c, err
}
