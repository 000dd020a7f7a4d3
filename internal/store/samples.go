package store

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
)

// Samples keeps closing.Sample.
var Samples = newTable("sample",
	"id org_id round_id inspection_id number seed method weigh size pool drawn note by_id name at",
	func(s *closing.Sample) []any {
		return []any{&s.ID, &s.OrgID, &s.RoundID, &s.InspectionID, &s.Number, &s.Seed, &s.Method, &s.Weigh, &s.Size, js(&s.Pool),
			js(&s.Drawn), &s.Note, &s.By, &s.Name, ms(&s.At)}
	})

// SpotChecks keeps closing.SpotCheck.
var SpotChecks = newTable("spot_check",
	"id org_id inspection_id problem_id sample_id on_day outcome fact_on asked agreed amount note proof reopened by_id name at",
	func(s *closing.SpotCheck) []any {
		return []any{&s.ID, &s.OrgID, &s.InspectionID, &s.ProblemID, &s.SampleID, &s.On, &s.Outcome, &s.FactOn, &s.Asked, &s.Agreed,
			&s.Amount, &s.Note, js(&s.Proof), &s.Reopened, &s.By, &s.Name, ms(&s.At)}
	})

// SampleTarget gives a sample and where it lies: with the inspection office.
func SampleTarget(tx *Tx, id string) (closing.Sample, org.Target, error) {
	s, err := Samples.Get(tx, id)
	return s, org.Target{Kind: Samples.Name(), ID: id, OrgID: s.OrgID}, err
}
