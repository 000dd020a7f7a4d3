package store

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
)

// Meetings keeps party.Meeting.
var Meetings = newTable("meeting",
	`id org_id inspection_id kind title held_on place chair_id studied topics requirements adopted_plan
	adopted_report document_number invited hears_progress written_by submitted_on approved_on approved_by approved_name version`,
	func(m *party.Meeting) []any {
		return []any{&m.ID, &m.OrgID, &m.InspectionID, &m.Kind, &m.Title, &m.HeldOn, &m.Place, &m.ChairID,
			js(&m.Studied), js(&m.Topics), js(&m.Requirements), &m.AdoptedPlan, &m.AdoptedReport,
			&m.DocumentNumber, js(&m.Invited), &m.HearsProgress, &m.WrittenBy, &m.SubmittedOn, &m.ApprovedOn, &m.ApprovedBy,
			&m.ApprovedName, &m.Version}
	})

// Attendances keeps party.Attendance.
var Attendances = newTable("attendance", "id org_id meeting_id person_id presence reason",
	func(a *party.Attendance) []any {
		return []any{&a.ID, &a.OrgID, &a.MeetingID, &a.PersonID, &a.Presence, &a.Reason}
	})

// Resolutions keeps party.Resolution.
var Resolutions = newTable("resolution", `id org_id meeting_id seq topic body department_id person_id due done_on
	answer answered_on answered_name`,
	func(r *party.Resolution) []any {
		return []any{&r.ID, &r.OrgID, &r.MeetingID, &r.Seq, &r.Topic, &r.Text, &r.DepartmentID, &r.PersonID, &r.Due, &r.DoneOn,
			&r.Answer, &r.AnsweredOn, &r.AnsweredName}
	})

// Corrections keeps party.Correction.
var Corrections = newTable("minutes_correction", "id org_id meeting_id seq topic body reason by_id name at",
	func(c *party.Correction) []any {
		return []any{&c.ID, &c.OrgID, &c.MeetingID, &c.Seq, &c.Topic, &c.Text, &c.Reason, &c.By, &c.Name, ms(&c.At)}
	})

// MeetingFigures keeps party.Figures.
var MeetingFigures = newTable("meeting_figures", "id org_id meeting_id on_day problems at",
	func(f *party.Figures) []any {
		return []any{&f.ID, &f.OrgID, &f.MeetingID, &f.On, js(&f.Problems), ms(&f.At)}
	})

// MeetingTarget says, within the target of its inspection, where a meeting
// lies: with who chairs it.
func MeetingTarget(t org.Target, m party.Meeting) org.Target {
	t.LeaderID, t.Departments = m.ChairID, nil
	return t
}

// ResolutionTarget says, within the target of its inspection, where a
// resolution lies: with the department and the person whom it names.
func ResolutionTarget(t org.Target, r party.Resolution) org.Target {
	t.LeaderID, t.Departments = r.PersonID, []string{r.DepartmentID}
	return t
}
