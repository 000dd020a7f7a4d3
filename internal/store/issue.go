package store

import (
	"bihuan/internal/domain/plan"
)

// IssuedCopies keeps plan.IssuedCopy.
var IssuedCopies = newTable("issued_copy",
	"id org_id inspection_id version_id number on_day content_hash file_name file_hash file_size by_id name at",
	func(c *plan.IssuedCopy) []any {
		return []any{&c.ID, &c.OrgID, &c.InspectionID, &c.VersionID, &c.Number, &c.On, &c.ContentHash, &c.FileName,
			&c.FileHash, &c.FileSize, &c.By, &c.Name, ms(&c.At)}
	})

// Recipients keeps plan.Recipient.
var Recipients = newTable("recipient",
	"id org_id inspection_id copy_id department_id outside received_on receiver by_id at version",
	func(r *plan.Recipient) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.CopyID, &r.DepartmentID, &r.Outside, &r.ReceivedOn,
			&r.Receiver, &r.By, ms(&r.At), &r.Version}
	})

// TaskQuestions keeps plan.Question.
var TaskQuestions = newTable("task_question",
	`id org_id inspection_id measure_id department_id question asked_by asked_name asked_at
	answer answered_by answered_name answered_at version`,
	func(q *plan.Question) []any {
		return []any{&q.ID, &q.OrgID, &q.InspectionID, &q.MeasureID, &q.DepartmentID, &q.Question, &q.AskedBy, &q.AskedName,
			ms(&q.AskedAt), &q.Answer, &q.AnsweredBy, &q.AnsweredName, ms(&q.AnsweredAt), &q.Version}
	})

// Amendments keeps plan.Amendment.
var Amendments = newTable("amendment",
	`id org_id inspection_id version_id problem_id measure_id field was becomes was_text becomes_text reason state
	asked_by asked_name asked_at decided_by decided_name decided_at opinion version`,
	func(a *plan.Amendment) []any {
		return []any{&a.ID, &a.OrgID, &a.InspectionID, &a.VersionID, &a.ProblemID, &a.MeasureID, &a.Field, &a.Was, &a.Becomes,
			&a.WasText, &a.BecomesText, &a.Reason, &a.State, &a.AskedBy, &a.AskedName, ms(&a.AskedAt), &a.DecidedBy,
			&a.DecidedName, ms(&a.DecidedAt), &a.Opinion, &a.Version}
	})

// IssuedPlan gives the version of the plan that is in force: the newest issued
// one. ok is false before the first issue.
func IssuedPlan(tx *Tx, inspectionID string) (v plan.Version, ok bool, err error) {
	list, err := PlanVersions.List(tx, "WHERE inspection_id = ? AND state IN (?, ?) ORDER BY number DESC LIMIT 1",
		inspectionID, plan.Issued, plan.Claimed)
	if err != nil || len(list) == 0 {
		return v, false, err
	}
	return list[0], true, nil
}
