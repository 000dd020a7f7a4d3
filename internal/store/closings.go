package store

import "bihuan/internal/domain/closing"

// Applications keeps closing.Application.
var Applications = newTable("application",
	`id org_id inspection_id problem_id round statement hash step state applied_by applicant applied_at
	ended_on chain cycle version`,
	func(a *closing.Application) []any {
		return []any{&a.ID, &a.OrgID, &a.InspectionID, &a.ProblemID, &a.Round, &a.Statement, &a.Hash, &a.Step,
			&a.State, &a.AppliedBy, &a.Applicant, ms(&a.AppliedAt), &a.EndedOn, js(&a.Chain), &a.Cycle, &a.Version}
	})

// Decisions keeps closing.Decision.
var Decisions = newTable("decision",
	"id org_id application_id step seq outcome reason renewed meeting_id by_id person_id name role at until_on old_deadline",
	func(d *closing.Decision) []any {
		return []any{&d.ID, &d.OrgID, &d.ApplicationID, &d.Step, &d.Seq, &d.Outcome, &d.Reason, &d.Renewed,
			&d.MeetingID, &d.By, &d.PersonID, &d.Name, &d.Role, ms(&d.At), &d.Until, &d.OldDeadline}
	})

// Reopenings keeps closing.Reopening.
var Reopenings = newTable("reopening",
	`id org_id inspection_id problem_id kind reason by_id name at cycle fact_on source proof spot_check_id
	file_name file_hash file_size file_mime closed_on deadline old_deadline`,
	func(r *closing.Reopening) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.ProblemID, &r.Kind, &r.Reason, &r.By, &r.Name, ms(&r.At), &r.Cycle,
			&r.FactOn, &r.Source, js(&r.Proof), &r.SpotCheckID, &r.FileName, &r.FileHash, &r.FileSize, &r.FileMIME,
			&r.ClosedOn, &r.Deadline, &r.OldDeadline}
	})

// Verifications keeps closing.Verification.
var Verifications = newTable("verification",
	"id org_id application_id decision_id step seq kind body result on_day detail evidence",
	func(v *closing.Verification) []any {
		return []any{&v.ID, &v.OrgID, &v.ApplicationID, &v.DecisionID, &v.Step, &v.Seq, &v.Kind, &v.Text, &v.Result, &v.On,
			&v.Detail, js(&v.Evidence)}
	})

// FollowUps keeps closing.FollowUp.
var FollowUps = newTable("follow_up", "id org_id inspection_id problem_id cycle due on_day kept body proof by_id name at",
	func(f *closing.FollowUp) []any {
		return []any{&f.ID, &f.OrgID, &f.InspectionID, &f.ProblemID, &f.Cycle, &f.Due, &f.On, &f.Kept, &f.Body, js(&f.Proof),
			&f.By, &f.Name, ms(&f.At)}
	})

// FollowEnds keeps closing.FollowEnd.
var FollowEnds = newTable("follow_end",
	`id org_id inspection_id problem_id reason state asked_by asked_name asked_at opinion basis decided_by decided_name
	decided_at version`,
	func(f *closing.FollowEnd) []any {
		return []any{&f.ID, &f.OrgID, &f.InspectionID, &f.ProblemID, &f.Reason, &f.State, &f.AskedBy, &f.AskedName, ms(&f.AskedAt),
			&f.Opinion, &f.Basis, &f.DecidedBy, &f.DecidedName, ms(&f.DecidedAt), &f.Version}
	})
