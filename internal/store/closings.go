package store

import "bihuan/internal/domain/closing"

// Applications keeps closing.Application.
var Applications = newTable("application",
	`id org_id inspection_id problem_id round statement hash step state applied_by applicant applied_at
	ended_on version`,
	func(a *closing.Application) []any {
		return []any{&a.ID, &a.OrgID, &a.InspectionID, &a.ProblemID, &a.Round, &a.Statement, &a.Hash, &a.Step,
			&a.State, &a.AppliedBy, &a.Applicant, ms(&a.AppliedAt), &a.EndedOn, &a.Version}
	})

// Decisions keeps closing.Decision.
var Decisions = newTable("decision",
	"id org_id application_id step seq outcome reason renewed meeting_id by_id person_id name role at",
	func(d *closing.Decision) []any {
		return []any{&d.ID, &d.OrgID, &d.ApplicationID, &d.Step, &d.Seq, &d.Outcome, &d.Reason, &d.Renewed,
			&d.MeetingID, &d.By, &d.PersonID, &d.Name, &d.Role, ms(&d.At)}
	})

// Reopenings keeps closing.Reopening.
var Reopenings = newTable("reopening", "id org_id inspection_id problem_id kind reason by_id name at",
	func(r *closing.Reopening) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.ProblemID, &r.Kind, &r.Reason, &r.By, &r.Name, ms(&r.At)}
	})
