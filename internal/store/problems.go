package store

import "bihuan/internal/domain/work"

// Problems keeps work.Problem.
var Problems = newTable("problem",
	`id org_id inspection_id aspect_id item_id seq number title cause cause_category goal criteria
	leader_id lead_dept_id assist_depts owner_id deadline term long_term first_deadline deadline_reason verdict
	closed_on reopened_on submitted_on extended cycle follow_due follow_ended_on version`,
	func(p *work.Problem) []any {
		return []any{&p.ID, &p.OrgID, &p.InspectionID, &p.AspectID, &p.ItemID, &p.Seq, &p.Number, &p.Title,
			&p.Cause, &p.CauseCategory, &p.Goal, js(&p.Criteria), &p.LeaderID, &p.LeadDeptID,
			js(&p.AssistDepts), &p.OwnerID, &p.Deadline, &p.Term, &p.LongTerm, &p.FirstDeadline, &p.DeadlineReason,
			&p.Verdict, &p.ClosedOn, &p.ReopenedOn, &p.SubmittedOn, &p.Extended,
			&p.Cycle, &p.FollowDue, &p.FollowEndedOn, &p.Version}
	})

// Measures keeps work.Measure.
var Measures = newTable("measure",
	`id org_id inspection_id problem_id seq kind body expected results leader_id lead_dept_id assist_depts
	owner_id deadline term long_term first_deadline deadline_reason verdict claim claimed_by claimed_at claim_note extended cycle origin version`,
	func(m *work.Measure) []any {
		return []any{&m.ID, &m.OrgID, &m.InspectionID, &m.ProblemID, &m.Seq, &m.Kind, &m.Text, &m.Expected, js(&m.Results),
			&m.LeaderID, &m.LeadDeptID, js(&m.AssistDepts), &m.OwnerID, &m.Deadline, &m.Term, &m.LongTerm,
			&m.FirstDeadline, &m.DeadlineReason, &m.Verdict, &m.Claim, &m.ClaimedBy, ms(&m.ClaimedAt), &m.ClaimNote, &m.Extended, &m.Cycle, &m.Origin, &m.Version}
	})

// Steps keeps work.Step.
var Steps = newTable("step", "id org_id measure_id seq body due done_on version",
	func(s *work.Step) []any {
		return []any{&s.ID, &s.OrgID, &s.MeasureID, &s.Seq, &s.Text, &s.Due, &s.DoneOn, &s.Version}
	})

// CauseCategories keeps work.CauseCategory.
var CauseCategories = newTable("cause_category", "id org_id code name sort retired_on version",
	func(c *work.CauseCategory) []any {
		return []any{&c.ID, &c.OrgID, &c.Code, &c.Name, &c.Sort, &c.RetiredOn, &c.Version}
	})

// MeasureLinks keeps work.Link.
var MeasureLinks = newTable("measure_link", "id org_id inspection_id measure_id problem_id cycle",
	func(l *work.Link) []any {
		return []any{&l.ID, &l.OrgID, &l.InspectionID, &l.MeasureID, &l.ProblemID, &l.Cycle}
	})

// AssistParts keeps work.AssistPart.
var AssistParts = newTable("assist_part",
	"id org_id inspection_id problem_id department_id body person_id deadline verdict version",
	func(a *work.AssistPart) []any {
		return []any{&a.ID, &a.OrgID, &a.InspectionID, &a.ProblemID, &a.DepartmentID, &a.Text, &a.OwnerID,
			&a.Deadline, &a.Verdict, &a.Version}
	})

// CriterionTicks keeps work.Tick.
var CriterionTicks = newTable("criterion_tick",
	"id org_id application_id criterion_id seq body proof evidence note",
	func(c *work.Tick) []any {
		return []any{&c.ID, &c.OrgID, &c.ApplicationID, &c.CriterionID, &c.Seq, &c.Text, &c.Proof, js(&c.Evidence), &c.Note}
	})

// GridSteps keeps work.GridStep.
var GridSteps = newTable("grid_step", "id org_id inspection_id account_id seq undone cells version",
	func(g *work.GridStep) []any {
		return []any{&g.ID, &g.OrgID, &g.InspectionID, &g.AccountID, &g.Seq, &g.Undone, js(&g.Cells), &g.Version}
	})
