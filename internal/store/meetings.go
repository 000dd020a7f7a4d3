package store

import "bihuan/internal/domain/party"

// Meetings keeps party.Meeting.
var Meetings = newTable("meeting",
	`id org_id inspection_id kind title held_on place chair_id studied topics requirements adopted_plan
	adopted_report document_number version`,
	func(m *party.Meeting) []any {
		return []any{&m.ID, &m.OrgID, &m.InspectionID, &m.Kind, &m.Title, &m.HeldOn, &m.Place, &m.ChairID,
			js(&m.Studied), js(&m.Topics), js(&m.Requirements), &m.AdoptedPlan, &m.AdoptedReport,
			&m.DocumentNumber, &m.Version}
	})

// Attendances keeps party.Attendance.
var Attendances = newTable("attendance", "id org_id meeting_id person_id presence reason",
	func(a *party.Attendance) []any {
		return []any{&a.ID, &a.OrgID, &a.MeetingID, &a.PersonID, &a.Presence, &a.Reason}
	})

// Resolutions keeps party.Resolution.
var Resolutions = newTable("resolution", "id org_id meeting_id seq body department_id due done_on",
	func(r *party.Resolution) []any {
		return []any{&r.ID, &r.OrgID, &r.MeetingID, &r.Seq, &r.Text, &r.DepartmentID, &r.Due, &r.DoneOn}
	})
