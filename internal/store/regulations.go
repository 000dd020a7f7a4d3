package store

import "bihuan/internal/domain/regulation"

// Regulations keeps regulation.Regulation.
var Regulations = newTable("regulation",
	`id org_id inspection_id title document_number change state department_id started_on issued_on
	repealed_on problems note version`,
	func(r *regulation.Regulation) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.Title, &r.DocumentNumber, &r.Change, &r.State,
			&r.DepartmentID, &r.StartedOn, &r.IssuedOn, &r.RepealedOn, js(&r.Problems), &r.Note, &r.Version}
	})
