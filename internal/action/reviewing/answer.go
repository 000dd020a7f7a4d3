package reviewing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Answer keeps what becomes of a remark, on top of the version that the person
// saw: it is adopted, adopted partly, or refused; what is not taken up whole
// needs a reason.
func Answer(s *action.Step, to plan.Comment, seen int, answer, reason string) error {
	var checks fault.Checks
	checks.OneOf("answer", answer, string(plan.TakenUp), string(plan.Partly), string(plan.Refused))
	checks.Max("answer_reason", reason, action.LongText)
	if answer != string(plan.TakenUp) {
		checks.Need("answer_reason", reason)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := to
	after.Version = seen
	after.Answer, after.Reason = plan.Answer(answer), reason
	after.AnsweredBy, after.AnsweredAt = s.Actor.AccountID, s.Now
	s.Return(to.VersionID)
	return action.Save(s, store.PlanComments, to, &after)
}
