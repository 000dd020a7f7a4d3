package store

import "bihuan/internal/domain/party"

// Studies keeps party.Study.
var Studies = newTable("study",
	"id org_id inspection_id kind title held_on leader_id participants materials problems causes note version",
	func(s *party.Study) []any {
		return []any{&s.ID, &s.OrgID, &s.InspectionID, &s.Kind, &s.Title, &s.HeldOn, &s.LeaderID,
			js(&s.Participants), js(&s.Materials), js(&s.Problems), js(&s.Causes), &s.Note, &s.Version}
	})

// StudyRules keeps party.StudyRule.
var StudyRules = newTable("study_rule",
	"id org_id round_id inspection_id seq title issuer number year required version",
	func(r *party.StudyRule) []any {
		return []any{&r.ID, &r.OrgID, &r.RoundID, &r.InspectionID, &r.Seq, &r.Title, &r.Issuer, &r.Number, &r.Year, &r.Required, &r.Version}
	})

// Talks keeps party.Talk.
var Talks = newTable("talk", "id org_id inspection_id held_on from_id to_id scope topics circle from_confirmed_on to_confirmed_on version",
	func(t *party.Talk) []any {
		return []any{&t.ID, &t.OrgID, &t.InspectionID, &t.HeldOn, &t.FromID, &t.ToID, &t.Scope, &t.Topics,
			js(&t.Circle), &t.FromConfirmedOn, &t.ToConfirmedOn, &t.Version}
	})

// LifeMeetings keeps party.LifeMeeting.
var LifeMeetings = newTable("life_meeting",
	`id org_id inspection_id kind theme branch consent_asked_on consent_on consent_by plan_on study_on
	opinions_on opinions papers_on held_on host_id report_on head_as_member head_commented note
	ask_number consent_number consent_file consent_hash consent_mime consent_size studies box_code box_until circular_on circle version`,
	func(m *party.LifeMeeting) []any {
		return []any{&m.ID, &m.OrgID, &m.InspectionID, &m.Kind, &m.Theme, &m.Branch, &m.ConsentAskedOn,
			&m.ConsentOn, &m.ConsentBy, &m.PlanOn, &m.StudyOn, &m.OpinionsOn, &m.Opinions, &m.PapersOn,
			&m.HeldOn, &m.HostID, &m.ReportOn, &m.HeadAsMember, &m.HeadCommented, &m.Note,
			&m.AskNumber, &m.ConsentNumber, &m.ConsentFile, &m.ConsentHash, &m.ConsentMIME, &m.ConsentSize, js(&m.Studies),
			&m.BoxCode, &m.BoxUntil, &m.CircularOn, js(&m.Circle), &m.Version}
	})

// SelfPapers keeps party.SelfPaper.
var SelfPapers = newTable("self_paper",
	"id org_id life_meeting_id person_id reviewed_by reviewed_on revisions problems circle version",
	func(p *party.SelfPaper) []any {
		return []any{&p.ID, &p.OrgID, &p.LifeMeetingID, &p.PersonID, &p.ReviewedBy, &p.ReviewedOn, &p.Revisions, js(&p.Problems), js(&p.Circle), &p.Version}
	})

// Criticisms keeps party.Criticism.
var Criticisms = newTable("criticism",
	"id org_id life_meeting_id from_id to_id body measure due done_on measure_id version",
	func(c *party.Criticism) []any {
		return []any{&c.ID, &c.OrgID, &c.LifeMeetingID, &c.FromID, &c.ToID, &c.Text, &c.Measure, &c.Due, &c.DoneOn, &c.MeasureID, &c.Version}
	})

// LinkedWorks keeps party.LinkedWork.
var LinkedWorks = newTable("linked_work",
	"id org_id inspection_id kind title on_day until_day body figures proof problems version",
	func(l *party.LinkedWork) []any {
		return []any{&l.ID, &l.OrgID, &l.InspectionID, &l.Kind, &l.Title, &l.On, &l.Until, &l.Body, js(&l.Figures), js(&l.Proof), js(&l.Problems), &l.Version}
	})

// DirectedMatters keeps party.DirectedMatter.
var DirectedMatters = newTable("directed_matter",
	"id org_id inspection_id on_day by_id body problems version",
	func(d *party.DirectedMatter) []any {
		return []any{&d.ID, &d.OrgID, &d.InspectionID, &d.On, &d.ByID, &d.Text, js(&d.Problems), &d.Version}
	})
