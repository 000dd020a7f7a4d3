package store

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
)

// Publications keeps publication.Publication.
var Publications = newTable("publication",
	`id org_id inspection_id report_id kind state choices rules words phone address mail until_day place
	published_on published_at published_by publisher body hash file_name file_hash file_size version`,
	func(p *publication.Publication) []any {
		return []any{&p.ID, &p.OrgID, &p.InspectionID, &p.ReportID, &p.Kind, &p.State, js(&p.Choices), js(&p.Rules), js(&p.Words),
			&p.Phone, &p.Address, &p.Mail, &p.Until, &p.Place, &p.PublishedOn, ms(&p.PublishedAt), &p.PublishedBy, &p.Publisher,
			js(&p.Body), &p.Hash, &p.FileName, &p.FileHash, &p.FileSize, &p.Version}
	})

// PublicationTarget gives a publication and where it lies: it counts as
// submitted once it was published.
func PublicationTarget(tx *Tx, id string) (publication.Publication, org.Target, error) {
	p, err := Publications.Get(tx, id)
	if err != nil {
		return p, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, p.InspectionID)
	t.Kind, t.ID, t.Submitted = Publications.Name(), p.ID, t.Submitted && p.State == publication.Published
	return p, t, err
}

// PublicOpinions keeps publication.Opinion.
var PublicOpinions = newTable("public_opinion",
	`id org_id inspection_id publication_id way received_on sender contact body problem_id department_id due
	assigned_on answer answered_on answered_by answerer told version`,
	func(o *publication.Opinion) []any {
		return []any{&o.ID, &o.OrgID, &o.InspectionID, &o.PublicationID, &o.Way, &o.ReceivedOn, &o.Sender, &o.Contact, &o.Text, &o.ProblemID,
			&o.DepartmentID, &o.Due, &o.AssignedOn, &o.Answer, &o.AnsweredOn, &o.AnsweredBy, &o.Answerer, &o.Told, &o.Version}
	})

// PublicOpinionTarget gives an opinion and where it lies: with the department
// that it was assigned to.
func PublicOpinionTarget(tx *Tx, id string) (publication.Opinion, org.Target, error) {
	o, err := PublicOpinions.Get(tx, id)
	if err != nil {
		return o, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, o.InspectionID)
	t.Kind, t.ID, t.Submitted = PublicOpinions.Name(), o.ID, false
	if o.DepartmentID != "" {
		t.Departments = []string{o.DepartmentID}
	}
	return o, t, err
}

// AcceptedReport is the newest accepted report of the organisation, of which
// publications are made; fault.NotFound for none.
func AcceptedReport(tx *Tx, inspectionID string) (inspection.Report, error) {
	return Reports.One(tx, "WHERE inspection_id = ? AND kind = ? AND state = ? ORDER BY decided_on DESC, id DESC LIMIT 1",
		inspectionID, inspection.ProgressReport, inspection.ReportAccepted)
}
