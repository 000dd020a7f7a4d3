package planning

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// asIssued refuses to change directly what an issued plan says: that takes a
// change request. Who does the work inside the department, the steps and the
// progress are not part of what was issued.
func asIssued(s *action.Step, inspectionID string, changed bool) error {
	if !changed {
		return nil
	}
	_, issued, err := store.IssuedPlan(s.Tx, inspectionID)
	if err == nil && issued {
		err = fault.New(fault.Conflict, "plan.issued.amend")
	}
	return err
}

func problemChanged(a, b work.Problem) bool {
	return a.Cause != b.Cause || a.CauseCategory != b.CauseCategory || a.Goal != b.Goal || !slices.Equal(a.Criteria, b.Criteria) ||
		a.LeaderID != b.LeaderID || a.LeadDeptID != b.LeadDeptID || !slices.Equal(a.AssistDepts, b.AssistDepts)
}

func measureChanged(a, b work.Measure) bool {
	return a.Kind != b.Kind || a.Text != b.Text || a.Expected != b.Expected ||
		a.LeaderID != b.LeaderID || a.LeadDeptID != b.LeadDeptID || !slices.Equal(a.AssistDepts, b.AssistDepts)
}
