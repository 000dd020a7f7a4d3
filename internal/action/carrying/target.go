// Package carrying is how the work goes on: progress, evidence, extensions.
package carrying

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// on is the problem, and where one is named the measure, that a command is
// about. Departments are asked for the measure where there is one.
type on struct {
	problem work.Problem
	measure *work.Measure
}

func (o *on) load(s *action.Step, problemID, measureID string) (org.Target, error) {
	var t org.Target
	var err error
	if o.problem, t, err = store.ProblemTarget(s.Tx, problemID); err != nil || measureID == "" {
		return t, err
	}
	m, mt, err := store.MeasureTarget(s.Tx, measureID)
	if err != nil {
		return t, err
	}
	if m.ProblemID != problemID {
		return t, fault.New(fault.NotFound, "fault.not-found")
	}
	if m.Cycle != o.problem.Cycle {
		return t, fault.New(fault.Conflict, "cycle.ended", m.Cycle+1)
	}
	o.measure = &m
	return mt, nil
}

// settle saves the measure's new verdict and what follows from it for the
// problem: see work.Derived. A signed-off problem keeps its verdict.
func (o *on) settle(s *action.Step, v work.Verdict) error {
	if o.measure != nil && v != o.measure.Verdict {
		after := *o.measure
		after.Verdict = v
		if err := action.Save(s, store.Measures, *o.measure, &after); err != nil {
			return err
		}
	}
	if o.problem.Closed() {
		return nil
	}
	measures, err := store.Measures.List(s.Tx, "WHERE problem_id = ? AND cycle = ? ORDER BY seq", o.problem.ID, o.problem.Cycle)
	if err != nil {
		return err
	}
	after := o.problem
	if after.Verdict = work.Derived(v, measures); after.Verdict == o.problem.Verdict {
		return nil
	}
	return action.Save(s, store.Problems, o.problem, &after)
}

// inCycle refuses to change a file that was proof in a cycle that ended.
func inCycle(s *action.Step, e work.Evidence) error {
	p, err := store.Problems.Get(s.Tx, e.ProblemID)
	if err == nil && e.Cycle < p.Cycle {
		err = fault.New(fault.Conflict, "cycle.ended", e.Cycle+1)
	}
	return err
}
