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
	"id org_id version_id kind hash body_id meeting_id on_day by_id name note paper paper_on at",
	func(a *plan.Approval) []any {
		return []any{&a.ID, &a.OrgID, &a.VersionID, &a.Kind, &a.Hash, &a.BodyID, &a.MeetingID, &a.On, &a.By, &a.Name, &a.Note, &a.Paper, &a.PaperOn, ms(&a.At)}
	})

// PlanComments keeps plan.Comment.
var PlanComments = newTable("plan_comment",
	`id org_id version_id round_id invitee_id body_id problem_id measure_id field quote body proposed from_org_id
	from_dept author_id author_name at answer reason answered_by answered_at applied_by applied_at opinion_id merged held version`,
	func(c *plan.Comment) []any {
		return []any{&c.ID, &c.OrgID, &c.VersionID, &c.RoundID, &c.InviteeID, &c.BodyID, &c.ProblemID, &c.MeasureID,
			&c.Field, &c.Quote, &c.Text, &c.Proposed, &c.FromOrgID, &c.FromDept, &c.AuthorID, &c.AuthorName, ms(&c.At),
			&c.Answer, &c.Reason, &c.AnsweredBy, ms(&c.AnsweredAt), &c.AppliedBy, ms(&c.AppliedAt), &c.OpinionID, &c.Merged, &c.Held, &c.Version}
	})

// PlanReviews keeps plan.Review.
var PlanReviews = newTable("plan_review",
	`id org_id inspection_id subject version_id number bodies grades due submitted_on submitted_by submitted_name
	result overall decided_on decided_by decided_name version`,
	func(r *plan.Review) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.Kind, &r.VersionID, &r.Number, js(&r.Bodies), &r.Grades, &r.Due, &r.SubmittedOn,
			&r.SubmittedBy, &r.SubmittedName, &r.Result, &r.Overall, &r.DecidedOn, &r.DecidedBy, &r.DecidedName, &r.Version}
	})

// PlanOpinions keeps plan.Opinion.
var PlanOpinions = newTable("plan_opinion",
	`id org_id review_id version_id body_kind body_id body_name verdict overall hash paper paper_on grades on_day by_id name at
	file_name file_hash file_size file_mime withdrawn_on withdrawn_why version`,
	func(o *plan.Opinion) []any {
		return []any{&o.ID, &o.OrgID, &o.ReviewID, &o.VersionID, &o.BodyKind, &o.BodyID, &o.BodyName, &o.Verdict, &o.Overall, &o.Hash,
			&o.Paper, &o.PaperOn, js(&o.Grades), &o.On, &o.By, &o.Name, ms(&o.At), &o.FileName, &o.FileHash, &o.FileSize, &o.FileMIME,
			&o.WithdrawnOn, &o.WithdrawnWhy, &o.Version}
	})

// PlanRounds keeps plan.Round.
var PlanRounds = newTable("plan_round",
	`id org_id inspection_id version_id number name note opened_on until_on ended_on opened_by opened_name version`,
	func(r *plan.Round) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.VersionID, &r.Number, &r.Name, &r.Note, &r.OpenedOn, &r.Until,
			&r.EndedOn, &r.OpenedBy, &r.OpenedName, &r.Version}
	})

// PlanInvitees keeps plan.Invitee.
var PlanInvitees = newTable("plan_invitee",
	"id org_id round_id seq kind party_id name reply replied_on replied_by replied_name version",
	func(i *plan.Invitee) []any {
		return []any{&i.ID, &i.OrgID, &i.RoundID, &i.Seq, &i.Kind, &i.PartyID, &i.Name, &i.Reply, &i.RepliedOn,
			&i.RepliedBy, &i.RepliedName, &i.Version}
	})
