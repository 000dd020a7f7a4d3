package store

import "bihuan/internal/domain/inspection"

// Rounds keeps inspection.Round.
var Rounds = newTable("round", "id name office_id year number starts ends settings version",
	func(r *inspection.Round) []any {
		return []any{&r.ID, &r.Name, &r.OfficeID, &r.Year, &r.Number, &r.Starts, &r.Ends, js(&r.Settings), &r.Version}
	})

// Teams keeps inspection.Team.
var Teams = newTable("team", "id round_id name number leader version",
	func(t *inspection.Team) []any {
		return []any{&t.ID, &t.RoundID, &t.Name, &t.Number, &t.Leader, &t.Version}
	})

// Inspections keeps inspection.Inspection.
var Inspections = newTable("inspection",
	`id round_id team_id org_id title feedback_on feedback_place notice_title notice_number notice_on
	statement_by statement plan_title plan_shared_on plan_issued_on reported_on published_on evaluated_on
	left_on accepted_on life_meeting_on version`,
	func(i *inspection.Inspection) []any {
		return []any{&i.ID, &i.RoundID, &i.TeamID, &i.OrgID, &i.Title, &i.FeedbackOn, &i.FeedbackPlace,
			&i.NoticeTitle, &i.NoticeNumber, &i.NoticeOn, &i.StatementBy, js(&i.Statement),
			&i.PlanTitle, &i.PlanSharedOn, &i.PlanIssuedOn, &i.ReportedOn, &i.PublishedOn, &i.EvaluatedOn,
			&i.LeftOn, &i.AcceptedOn, &i.LifeMeetingOn, &i.Version}
	})

// Feedbacks keeps inspection.Feedback.
var Feedbacks = newTable("feedback",
	`id org_id inspection_id title document_number issuer dated file_name file_hash file_size
	lines draft stated warnings counting_level state hash imported_by confirmed_by confirmed_at version`,
	func(f *inspection.Feedback) []any {
		return []any{&f.ID, &f.OrgID, &f.InspectionID, &f.Title, &f.DocumentNumber, &f.Issuer, &f.Date,
			&f.FileName, &f.FileHash, &f.FileSize, js(&f.Lines), js(&f.Draft), js(&f.Stated),
			js(&f.Warnings), &f.CountingLevel, &f.State, &f.Hash, &f.ImportedBy, &f.ConfirmedBy, ms(&f.ConfirmedAt), &f.Version}
	})

// DraftSteps keeps inspection.DraftStep.
var DraftSteps = newTable("draft_step", "id org_id feedback_id seq draft counting_level",
	func(d *inspection.DraftStep) []any {
		return []any{&d.ID, &d.OrgID, &d.FeedbackID, &d.Seq, js(&d.Draft), &d.CountingLevel}
	})

// Nodes keeps inspection.Node. The database itself refuses to change or
// delete one: original wording is never altered.
var Nodes = newTable("node",
	"id org_id inspection_id feedback_id parent_id kind seq depth number mark title body",
	func(n *inspection.Node) []any {
		return []any{&n.ID, &n.OrgID, &n.InspectionID, &n.FeedbackID, &n.ParentID, &n.Kind, &n.Seq,
			&n.Depth, &n.Number, &n.Mark, &n.Title, &n.Text}
	})

// Immediates keeps inspection.Immediate.
var Immediates = newTable("immediate",
	"id org_id inspection_id number body demand issued_on due reply replied_on accepted version",
	func(m *inspection.Immediate) []any {
		return []any{&m.ID, &m.OrgID, &m.InspectionID, &m.Number, &m.Text, &m.Demand, &m.IssuedOn,
			&m.Due, &m.Reply, &m.RepliedOn, &m.Accepted, &m.Version}
	})
