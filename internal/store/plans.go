package store

import "bihuan/internal/domain/plan"

// PlanVersions keeps plan.Version.
var PlanVersions = newTable("plan_version",
	`id org_id inspection_id number name note title state snapshot hash created_by created_name created_at
	comments_until shared_on document_number issued_on version`,
	func(v *plan.Version) []any {
		return []any{&v.ID, &v.OrgID, &v.InspectionID, &v.Number, &v.Name, &v.Note, &v.Title, &v.State, &v.Snapshot,
			&v.Hash, &v.CreatedBy, &v.CreatedName, ms(&v.CreatedAt), &v.CommentsUntil, &v.SharedOn,
			&v.DocumentNumber, &v.IssuedOn, &v.Version}
	})

// PlanApprovals keeps plan.Approval.
var PlanApprovals = newTable("plan_approval",
	"id org_id version_id kind hash body_id meeting_id on_day by_id name note at",
	func(a *plan.Approval) []any {
		return []any{&a.ID, &a.OrgID, &a.VersionID, &a.Kind, &a.Hash, &a.BodyID, &a.MeetingID, &a.On, &a.By, &a.Name, &a.Note, ms(&a.At)}
	})

// PlanComments keeps plan.Comment.
var PlanComments = newTable("plan_comment",
	`id org_id version_id problem_id field body proposed from_org_id from_dept author_id author_name at
	answer reason answered_by answered_at version`,
	func(c *plan.Comment) []any {
		return []any{&c.ID, &c.OrgID, &c.VersionID, &c.ProblemID, &c.Field, &c.Text, &c.Proposed, &c.FromOrgID,
			&c.FromDept, &c.AuthorID, &c.AuthorName, ms(&c.At), &c.Answer, &c.Reason, &c.AnsweredBy,
			ms(&c.AnsweredAt), &c.Version}
	})
