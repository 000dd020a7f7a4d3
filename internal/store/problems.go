package store

import "bihuan/internal/domain/work"

// Problems keeps work.Problem.
var Problems = newTable("problem",
	`id org_id inspection_id aspect_id item_id seq number title cause cause_category goal criteria
	leader_id lead_dept_id assist_depts owner_id deadline term long_term first_deadline verdict
	closed_on reopened_on submitted_on version`,
	func(p *work.Problem) []any {
		return []any{&p.ID, &p.OrgID, &p.InspectionID, &p.AspectID, &p.ItemID, &p.Seq, &p.Number, &p.Title,
			&p.Cause, &p.CauseCategory, &p.Goal, &p.Criteria, &p.LeaderID, &p.LeadDeptID,
			js(&p.AssistDepts), &p.OwnerID, &p.Deadline, &p.Term, &p.LongTerm, &p.FirstDeadline,
			&p.Verdict, &p.ClosedOn, &p.ReopenedOn, &p.SubmittedOn, &p.Version}
	})

// Measures keeps work.Measure.
var Measures = newTable("measure",
	`id org_id inspection_id problem_id seq kind body expected leader_id lead_dept_id assist_depts
	owner_id deadline term long_term first_deadline verdict claim claimed_by claimed_at claim_note version`,
	func(m *work.Measure) []any {
		return []any{&m.ID, &m.OrgID, &m.InspectionID, &m.ProblemID, &m.Seq, &m.Kind, &m.Text, &m.Expected,
			&m.LeaderID, &m.LeadDeptID, js(&m.AssistDepts), &m.OwnerID, &m.Deadline, &m.Term, &m.LongTerm,
			&m.FirstDeadline, &m.Verdict, &m.Claim, &m.ClaimedBy, ms(&m.ClaimedAt), &m.ClaimNote, &m.Version}
	})

// Steps keeps work.Step.
var Steps = newTable("step", "id org_id measure_id seq body due done_on version",
	func(s *work.Step) []any {
		return []any{&s.ID, &s.OrgID, &s.MeasureID, &s.Seq, &s.Text, &s.Due, &s.DoneOn, &s.Version}
	})
