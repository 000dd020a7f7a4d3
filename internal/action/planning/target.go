// Package planning is how an organisation plans its rectification: causes,
// goals, measures, who answers for what by when, the leading group, and the
// plan from its first draft to the claims of the departments.
package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// onProblem is what commands on one problem have in common.
type onProblem struct{ before work.Problem }

func (o *onProblem) load(s *action.Step, id string) (t org.Target, err error) {
	o.before, t, err = store.ProblemTarget(s.Tx, id)
	return t, err
}

// open refuses to plan a problem that is signed off.
func (o *onProblem) open() error { return open(o.before) }

func open(p work.Problem) error {
	if p.ClosedOn != "" {
		return fault.New(fault.Conflict, "problem.is-closed", p.Number)
	}
	return nil
}

// onMeasure is what commands on one measure have in common.
type onMeasure struct {
	before  work.Measure
	problem work.Problem
}

// open refuses to plan a measure of a problem that is signed off, or of a cycle
// that ended.
func (o *onMeasure) open() error {
	if o.before.Cycle < o.problem.Cycle {
		return fault.New(fault.Conflict, "cycle.ended", o.before.Cycle+1)
	}
	return open(o.problem)
}

func (o *onMeasure) load(s *action.Step, id string) (t org.Target, err error) {
	if o.before, t, err = store.MeasureTarget(s.Tx, id); err != nil {
		return t, err
	}
	o.problem, err = store.Problems.Get(s.Tx, o.before.ProblemID)
	return t, err
}
