package store

import "bihuan/internal/domain/register"

// RegisterSeries keeps register.Series.
var RegisterSeries = newTable("register_series", "id org_id word paper elsewhere closed version",
	func(s *register.Series) []any {
		return []any{&s.ID, &s.OrgID, &s.Word, &s.Paper, &s.Elsewhere, &s.Closed, &s.Version}
	})

// RegisterEntries keeps register.Entry.
var RegisterEntries = newTable("register_entry",
	"id org_id series_id year sequence number state subject kind record_id reason on_day by_id name at version",
	func(e *register.Entry) []any {
		return []any{&e.ID, &e.OrgID, &e.SeriesID, &e.Year, &e.Sequence, &e.Number, &e.State, &e.Subject, &e.Kind,
			&e.RecordID, &e.Reason, &e.On, &e.By, &e.Name, ms(&e.At), &e.Version}
	})

// HoldSeries makes others who want a number of the series wait until this
// transaction ends, so that no two get the same.
func HoldSeries(tx *Tx, id string) error {
	_, err := tx.Exec("UPDATE register_series SET version = version WHERE id = ?", id)
	return err
}
