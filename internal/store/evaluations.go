package store

import (
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/org"
)

// Schemes keeps evaluation.Scheme.
var Schemes = newTable("scheme", "id org_id family number title note items vetoes grades retired by_id name at",
	func(s *evaluation.Scheme) []any {
		return []any{&s.ID, &s.OrgID, &s.Family, &s.Number, &s.Title, &s.Note, js(&s.Items), js(&s.Vetoes), js(&s.Grades), &s.Retired,
			&s.By, &s.Name, ms(&s.At)}
	})

// Evaluations keeps evaluation.Evaluation.
var Evaluations = newTable("evaluation",
	`id org_id inspection_id round_id scheme_id cut_off due_on state marks self_note self_by self_name self_at returned
	vetoes veto_reason opinion review_by review_name review_at answer_until objects objection answer_by answer_name answer_at
	reply total grade final_by final_name final_on opened_by opened_name opened_at version`,
	func(e *evaluation.Evaluation) []any {
		return []any{&e.ID, &e.OrgID, &e.InspectionID, &e.RoundID, &e.SchemeID, &e.CutOff, &e.DueOn, &e.State, js(&e.Marks),
			&e.SelfNote, &e.SelfBy, &e.SelfName, ms(&e.SelfAt), &e.Returned, js(&e.Vetoes), &e.VetoReason, &e.Opinion,
			&e.ReviewBy, &e.ReviewName, ms(&e.ReviewAt), &e.AnswerUntil, &e.Objects, &e.Objection, &e.AnswerBy, &e.AnswerName,
			ms(&e.AnswerAt), &e.Reply, &e.Total, &e.Grade, &e.FinalBy, &e.FinalName, &e.FinalOn, &e.OpenedBy, &e.OpenedName,
			ms(&e.OpenedAt), &e.Version}
	})

// SchemeTarget gives a version of a scheme and where it lies: with the
// inspection office.
func SchemeTarget(tx *Tx, id string) (evaluation.Scheme, org.Target, error) {
	s, err := Schemes.Get(tx, id)
	return s, org.Target{Kind: Schemes.Name(), ID: id, OrgID: s.OrgID}, err
}

// EvaluationTarget gives an evaluation and where it lies.
func EvaluationTarget(tx *Tx, id string) (evaluation.Evaluation, org.Target, error) {
	e, err := Evaluations.Get(tx, id)
	if err != nil {
		return e, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, e.InspectionID)
	t.Kind, t.ID = Evaluations.Name(), id
	return e, t, err
}

// LatestSchemes gives the latest version of each scheme of an office, by title.
func LatestSchemes(tx *Tx, officeID string) ([]evaluation.Scheme, error) {
	return Schemes.List(tx, `WHERE org_id = ? AND number = (SELECT MAX(o.number) FROM scheme o WHERE o.family = scheme.family)
		ORDER BY title, id`, officeID)
}
