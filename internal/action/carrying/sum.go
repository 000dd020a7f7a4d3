package carrying

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ExplainSum says why the figures of a problem do not add up to what was
// wanted. The reason stands for the sums as they are now.
type ExplainSum struct {
	ProblemID string          `form:"-"`
	Kind      work.ResultKind `form:"kind"`
	Unit      string          `form:"unit"`
	Reason    string          `form:"reason"`
	on
}

// Permission implements action.Command.
func (c *ExplainSum) Permission() org.Permission { return org.ProgressAdd }

// Target implements action.Command.
func (c *ExplainSum) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ProblemID, "") }

// Run implements action.Command.
func (c *ExplainSum) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	sums, err := store.SumsOf(s.Tx, c.problem)
	if err != nil {
		return err
	}
	for _, sum := range sums {
		if sum.Kind != c.Kind || sum.Unit != c.Unit {
			continue
		}
		if sum.Even() {
			return fault.New(fault.Conflict, "progress.sum-even")
		}
		s.Return(c.ProblemID)
		return action.Insert(s, store.SumReasons, &work.SumReason{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID,
			ProblemID: c.ProblemID, Kind: c.Kind, Unit: c.Unit, Reported: sum.Reported, Wanted: sum.Wanted(), Reason: c.Reason,
			By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now})
	}
	return fault.New(fault.Invalid, "progress.no-sum")
}
