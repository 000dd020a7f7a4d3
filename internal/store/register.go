package store

import (
	"bihuan/internal/domain/register"
	"bihuan/internal/fault"
)

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

// NumberOf gives the document number that a record bears; empty for none.
func NumberOf(tx *Tx, orgID, kind, recordID string) (string, error) {
	e, err := RegisterEntries.One(tx, "WHERE org_id = ? AND kind = ? AND record_id = ? AND state = ?", orgID, kind, recordID, register.Used)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return e.Number, err
}
