package store

import "bihuan/internal/domain/work"

// ProgressEntries keeps work.Progress.
var ProgressEntries = newTable("progress",
	`id org_id inspection_id problem_id measure_id on_day body difficulty verdict people amount
	corrects author_id author_name at period figures help_dept_id help_person_id cycle`,
	func(p *work.Progress) []any {
		return []any{&p.ID, &p.OrgID, &p.InspectionID, &p.ProblemID, &p.MeasureID, &p.On, &p.Body,
			&p.Difficulty, &p.Verdict, &p.People, &p.Amount, &p.Corrects, &p.AuthorID, &p.AuthorName, ms(&p.At), &p.Period, js(&p.Figures), &p.HelpDeptID, &p.HelpPersonID, &p.Cycle}
	})

// ProgressComments keeps work.Comment.
var ProgressComments = newTable("progress_comment", "id org_id inspection_id problem_id progress_id kind body by_id name at",
	func(c *work.Comment) []any {
		return []any{&c.ID, &c.OrgID, &c.InspectionID, &c.ProblemID, &c.ProgressID, &c.Kind, &c.Text, &c.By, &c.Name, ms(&c.At)}
	})

// SumReasons keeps work.SumReason.
var SumReasons = newTable("sum_reason", "id org_id inspection_id problem_id kind unit reported wanted reason by_id name at",
	func(r *work.SumReason) []any {
		return []any{&r.ID, &r.OrgID, &r.InspectionID, &r.ProblemID, &r.Kind, &r.Unit, &r.Reported, &r.Wanted, &r.Reason,
			&r.By, &r.Name, ms(&r.At)}
	})

// Evidences keeps work.Evidence.
var Evidences = newTable("evidence",
	`id org_id inspection_id problem_id measure_id progress_id regulation_id meeting_id name hash size
	mime speaks_for note uploader_id uploader at withdrawn title kind source secrecy state replaces opinion reviewed_by reviewed_name reviewed_at cycle version`,
	func(e *work.Evidence) []any {
		return []any{&e.ID, &e.OrgID, &e.InspectionID, &e.ProblemID, &e.MeasureID, &e.ProgressID,
			&e.RegulationID, &e.MeetingID, &e.Name, &e.Hash, &e.Size, &e.MIME, &e.SpeaksFor, &e.Note,
			&e.UploaderID, &e.Uploader, ms(&e.At), &e.Withdrawn, &e.Title, &e.Kind, &e.Source, &e.Secrecy, &e.State,
			&e.Replaces, &e.Opinion, &e.ReviewedBy, &e.ReviewedName, ms(&e.ReviewedAt), &e.Cycle, &e.Version}
	})

// EvidenceLinks keeps work.EvidenceLink.
var EvidenceLinks = newTable("evidence_link", "id org_id inspection_id evidence_id problem_id cycle",
	func(l *work.EvidenceLink) []any {
		return []any{&l.ID, &l.OrgID, &l.InspectionID, &l.EvidenceID, &l.ProblemID, &l.Cycle}
	})

// Uploads keeps work.Upload.
var Uploads = newTable("upload", "id org_id inspection_id problem_id account_id name size hash at evidence_id",
	func(u *work.Upload) []any {
		return []any{&u.ID, &u.OrgID, &u.InspectionID, &u.ProblemID, &u.AccountID, &u.Name, &u.Size, &u.Hash, ms(&u.At), &u.EvidenceID}
	})

// Extensions keeps work.Extension.
var Extensions = newTable("extension",
	`id org_id inspection_id problem_id measure_id reason done_so_far safeguards old_date new_date state
	asked_by asked_name asked_at decided_by decided_name decided_at opinion rest_plan levels level nth delay grounds version`,
	func(e *work.Extension) []any {
		return []any{&e.ID, &e.OrgID, &e.InspectionID, &e.ProblemID, &e.MeasureID, &e.Reason, &e.DoneSoFar,
			&e.Safeguards, &e.OldDate, &e.NewDate, &e.State, &e.AskedBy, &e.AskedName, ms(&e.AskedAt),
			&e.DecidedBy, &e.DecidedName, ms(&e.DecidedAt), &e.Opinion, &e.RestPlan, js(&e.Levels), &e.Level, &e.Nth, &e.Delay,
			js(&e.Grounds), &e.Version}
	})

// ExtensionDecisions keeps work.ExtensionDecision.
var ExtensionDecisions = newTable("extension_decision", "id org_id inspection_id extension_id seq role agree opinion by_id person_id name at",
	func(d *work.ExtensionDecision) []any {
		return []any{&d.ID, &d.OrgID, &d.InspectionID, &d.ExtensionID, &d.Seq, &d.Role, &d.Agree, &d.Opinion, &d.By, &d.PersonID,
			&d.Name, ms(&d.At)}
	})

// Packages keeps work.Package.
var Packages = newTable("evidence_package",
	"id org_id account_id problem_id inspection_id round_id title state files damaged size at made_at version kind hash",
	func(p *work.Package) []any {
		return []any{&p.ID, &p.OrgID, &p.AccountID, &p.ProblemID, &p.InspectionID, &p.RoundID, &p.Title, &p.State, &p.Files,
			&p.Damaged, &p.Size, ms(&p.At), ms(&p.MadeAt), &p.Version, &p.Kind, &p.Hash}
	})
