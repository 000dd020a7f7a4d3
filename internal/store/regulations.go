package store

import "bihuan/internal/domain/regulation"

// Regulations keeps regulation.Regulation.
var Regulations = newTable("regulation",
	`id org_id inspection_id title document_number change state department_id started_on issued_on
	repealed_on problems causes meeting_id in_force_on applied_on application proof review_on note version`,
	func(r *regulation.Regulation) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.Title, &r.DocumentNumber, &r.Change, &r.State,
			&r.DepartmentID, &r.StartedOn, &r.IssuedOn, &r.RepealedOn, js(&r.Problems), js(&r.Causes),
			&r.MeetingID, &r.InForceOn, &r.AppliedOn, &r.Application, js(&r.Proof), &r.ReviewOn, &r.Note, &r.Version}
	})

// RegulationTexts keeps regulation.Text.
var RegulationTexts = newTable("regulation_text", "id org_id regulation_id number name body by_id author at",
	func(t *regulation.Text) []any {
		return []any{&t.ID, &t.OrgID, &t.RegulationID, &t.Number, &t.Name, &t.Body, &t.By, &t.Author, ms(&t.At)}
	})
