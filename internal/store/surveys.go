package store

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/survey"
	"bihuan/internal/fault"
)

// Surveys keeps survey.Survey.
var Surveys = newTable("survey",
	"id org_id inspection_id round_id title audience questions least state opens_on closes_on closed_on by_id name at version",
	func(s *survey.Survey) []any {
		return []any{&s.ID, &s.OrgID, &s.InspectionID, &s.RoundID, &s.Title, &s.Audience, js(&s.Questions), &s.Least, &s.State,
			&s.OpensOn, &s.ClosesOn, &s.ClosedOn, &s.By, &s.Name, ms(&s.At), &s.Version}
	})

// SurveyBatches keeps survey.Batch.
var SurveyBatches = newTable("survey_batch", "id org_id survey_id number receiver size voided void_reason by_id name at version",
	func(b *survey.Batch) []any {
		return []any{&b.ID, &b.OrgID, &b.SurveyID, &b.Number, &b.Receiver, &b.Size, &b.Voided, &b.VoidReason, &b.By, &b.Name, ms(&b.At), &b.Version}
	})

// SurveyBoxes keeps survey.Box.
var SurveyBoxes = newTable("survey_box",
	"id org_id inspection_id survey_id number label state first_count first_by first_name second_count second_by second_name at version",
	func(b *survey.Box) []any {
		return []any{&b.ID, &b.OrgID, &b.InspectionID, &b.SurveyID, &b.Number, &b.Label, &b.State, js(&b.First), &b.FirstBy, &b.FirstName,
			js(&b.Second), &b.SecondBy, &b.SecondName, ms(&b.At), &b.Version}
	})

// SurveyTarget gives a survey and where it lies.
func SurveyTarget(tx *Tx, id string) (survey.Survey, org.Target, error) {
	s, err := Surveys.Get(tx, id)
	if err != nil {
		return s, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, s.InspectionID)
	t.Kind, t.ID = Surveys.Name(), id
	return s, t, err
}

// The codes that are still good, by their hashes alone. A code that is used is
// deleted: nothing remains to which an answer could be tied.

// AddCode keeps the hash of a new code.
func AddCode(tx *Tx, b survey.Batch, hash string) error {
	_, err := tx.Exec("INSERT INTO survey_code (hash, org_id, survey_id, batch_id) VALUES (?, ?, ?, ?)", hash, b.OrgID, b.SurveyID, b.ID)
	return err
}

// SurveyOfCode gives the survey for which a code is good, or fault.NotFound.
func SurveyOfCode(tx *Tx, hash string) (survey.Survey, error) {
	return Surveys.One(tx, "WHERE id = (SELECT survey_id FROM survey_code WHERE hash = ?)", hash)
}

// SpendCode deletes a code; exactly one caller succeeds, the others get
// fault.NotFound.
func SpendCode(tx *Tx, hash string) error {
	res, err := tx.Exec("DELETE FROM survey_code WHERE hash = ?", hash)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n != 1 {
		return fault.New(fault.NotFound, "survey.bad-code")
	}
	return err
}

// VoidCodes deletes what is left of a batch and tells how many that were.
func VoidCodes(tx *Tx, batchID string) (int, error) {
	res, err := tx.Exec("DELETE FROM survey_code WHERE batch_id = ?", batchID)
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// What is counted of a survey beside the ticks, under no question.
const (
	BallotReturned = "returned"
	BallotBlank    = "blank"
)

// PrepareTally lays out the numbers of a survey, all 0.
func PrepareTally(tx *Tx, s survey.Survey) error {
	lay := func(question, choice string) error {
		_, err := tx.Exec("INSERT INTO survey_tally (survey_id, org_id, question, choice, n) VALUES (?, ?, ?, ?, 0)", s.ID, s.OrgID, question, choice)
		return err
	}
	for _, choice := range []string{BallotReturned, BallotBlank} {
		if err := lay("", choice); err != nil {
			return err
		}
	}
	for _, q := range s.Questions {
		for _, c := range q.Choices {
			if err := lay(q.Key, c.Key); err != nil {
				return err
			}
		}
	}
	return nil
}

// Tick adds one to a number of a survey.
func Tick(tx *Tx, surveyID, question, choice string) error {
	return tickOne(tx, "UPDATE survey_tally SET n = n + 1 WHERE survey_id = ? AND question = ? AND choice = ?", surveyID, question, choice)
}

func tickOne(tx *Tx, query string, args ...any) error {
	res, err := tx.Exec(query, args...)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n != 1 {
		return fault.New(fault.Invalid, "survey.bad-answer")
	}
	return err
}

// TallyOf gives the numbers of the ballots on screen; those beside the ticks
// stand under the question "".
func TallyOf(tx *Tx, surveyID string) (survey.Tally, error) {
	out := survey.Tally{}
	err := tx.Each(func(scan func(...any) error) error {
		var question, choice string
		var n int
		err := scan(&question, &choice, &n)
		out.Add(question, choice, n)
		return err
	}, "SELECT question, choice, n FROM survey_tally WHERE survey_id = ?", surveyID)
	return out, err
}
