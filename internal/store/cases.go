package store

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// SignoffCase loads all that the sign-off rules need to know of a problem, in
// the cycle of an application. Without one (an empty ID) it is the cycle and
// the chain of today.
func SignoffCase(tx *Tx, p work.Problem, a closing.Application) (closing.Case, error) {
	c := closing.Case{Problem: p, Cycle: p.Cycle}
	if a.ID != "" {
		c.Cycle = a.Cycle
	}
	var err error
	if c.Chain, err = chainOf(tx, p.InspectionID, a); err != nil {
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
	if c.Decisions, err = Decisions.List(tx, "WHERE application_id = ? ORDER BY seq", a.ID); err != nil {
		return c, err
	}
	if err := renewedIn(tx, &c); err != nil {
		return c, err
	}
	return c, workIn(tx, &c)
}

// chainOf is the chain that an application began with, or the round's.
func chainOf(tx *Tx, inspectionID string, a closing.Application) ([]inspection.ChainStep, error) {
	if len(a.Chain) > 0 {
		return a.Chain, nil
	}
	i, err := Inspections.Get(tx, inspectionID)
	if err != nil {
		return nil, err
	}
	round, err := Rounds.Get(tx, i.RoundID)
	return round.Settings.Chain, err
}

// KeepChain gives the applications of a round that do not carry their chain,
// which older versions did not write, the one that they began with.
func KeepChain(tx *Tx, r inspection.Round) error {
	_, err := tx.Exec(`UPDATE application SET chain = ? WHERE chain = '[]' AND inspection_id IN
		(SELECT id FROM inspection WHERE round_id = ?)`, js(r.Settings.Chain), r.ID)
	return err
}

// renewedIn finds the last demand for renewed rectification in the cycle.
func renewedIn(tx *Tx, c *closing.Case) error {
	list, err := Decisions.List(tx, `WHERE renewed = 1 AND application_id IN
		(SELECT id FROM application WHERE problem_id = ? AND cycle = ?) ORDER BY at DESC LIMIT 1`, c.Problem.ID, c.Cycle)
	for _, d := range list {
		c.Renewed = d.At
	}
	return err
}

// workIn loads what was planned, reported and proved in the cycle, and who did
// so in others.
func workIn(tx *Tx, c *closing.Case) error {
	measures, err := MeasuresOf(tx, c.Problem.ID)
	if err != nil {
		return err
	}
	links, err := MeasureLinks.List(tx, "WHERE problem_id = ?", c.Problem.ID)
	if err != nil {
		return err
	}
	shared := map[string]int{}
	for _, l := range links {
		shared[l.MeasureID] = l.Cycle
	}
	for _, m := range measures {
		if cycleIn(c.Problem, m.ProblemID, m.Cycle, shared[m.ID]) == c.Cycle {
			c.Measures = append(c.Measures, m)
		}
	}
	entries, err := ProgressEntries.List(tx, "WHERE problem_id = ? ORDER BY at, id", c.Problem.ID)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Cycle == c.Cycle {
			c.Progress = append(c.Progress, e)
		} else {
			c.Before = append(c.Before, e.AuthorID)
		}
	}
	return evidenceIn(tx, c)
}

func evidenceIn(tx *Tx, c *closing.Case) error {
	files, err := EvidenceOf(tx, c.Problem.ID)
	if err != nil {
		return err
	}
	links, err := EvidenceLinks.List(tx, "WHERE problem_id = ?", c.Problem.ID)
	if err != nil {
		return err
	}
	shared := map[string]int{}
	for _, l := range links {
		shared[l.EvidenceID] = l.Cycle
	}
	for _, e := range files {
		if cycleIn(c.Problem, e.ProblemID, e.Cycle, shared[e.ID]) == c.Cycle {
			c.Evidence = append(c.Evidence, e)
		} else {
			c.Before = append(c.Before, e.UploaderID)
		}
	}
	return nil
}

// cycleIn is the cycle of a problem to which a measure or file belongs: its
// own, or for what stands under another problem that of the link.
func cycleIn(p work.Problem, under string, own, linked int) int {
	if under == p.ID {
		return own
	}
	return linked
}

// FollowRuleOf gives how often the round of an inspection follows up what must
// be kept up; false where it does not.
func FollowRuleOf(tx *Tx, inspectionID string) (workday.Rule, bool, error) {
	i, err := Inspections.Get(tx, inspectionID)
	if err != nil {
		return workday.Rule{}, false, err
	}
	round, err := Rounds.Get(tx, i.RoundID)
	rule, ok := round.Settings.Deadlines.Rule(workday.FollowUp)
	return rule, ok && rule.Offset.N > 0, err
}
