package store

import "bihuan/internal/domain/inspection"

// Reports keeps inspection.Report.
var Reports = newTable("report",
	`id org_id inspection_id kind title state cut_off body hash missing file_name file_hash file_size
	created_by created_name created_at meeting_id submitted_on decided_by decided_name decided_on opinion version base data
	sent_name sent_hash sent_size`,
	func(r *inspection.Report) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.Kind, &r.Title, &r.State, &r.CutOff, js(&r.Body), &r.Hash,
			js(&r.Missing), &r.FileName, &r.FileHash, &r.FileSize, &r.CreatedBy, &r.CreatedName, ms(&r.CreatedAt),
			&r.MeetingID, &r.SubmittedOn, &r.DecidedBy, &r.DecidedName, &r.DecidedOn, &r.Opinion, &r.Version, js(&r.Base), js(&r.Data),
			&r.SentName, &r.SentHash, &r.SentSize}
	})
