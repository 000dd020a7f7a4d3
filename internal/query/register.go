package query

import (
	"strconv"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/register"
	"bihuan/internal/store"
)

// RegisterIn asks for the register of an inspection's organisation in a year.
type RegisterIn struct {
	Inspection string
	Year       string // this year where empty
}

// RegisterPage is the register of document numbers of one year.
type RegisterPage struct {
	InspectionID string
	Year         int
	Years        []int // in which numbers were given, newest first
	Series       []RegisterSeries
	CanEdit      bool
}

// RegisterSeries is one series with its numbers of the year.
type RegisterSeries struct {
	register.Series
	Rows []RegisterRow
	Next string // the number that would be given next
}

// RegisterRow is one number, or a run of numbers that are not in the register.
type RegisterRow struct {
	register.Entry
	Gap register.Gap // of a run; zero for a number
}

// Register gives the register of document numbers, to those inside.
func Register(v *View, in RegisterIn) (RegisterPage, error) {
	i, t, err := v.Inspection(in.Inspection, org.RegisterSee)
	if err != nil {
		return RegisterPage{}, err
	}
	out := RegisterPage{InspectionID: i.ID, Year: v.Today.Year(), CanEdit: v.Can(org.RegisterEdit, t)}
	if year, err := strconv.Atoi(in.Year); err == nil {
		out.Year = year
	}
	err = v.Tx.Each(func(scan func(...any) error) error {
		var year int
		err := scan(&year)
		out.Years = append(out.Years, year)
		return err
	}, "SELECT DISTINCT year FROM register_entry WHERE org_id = ? ORDER BY year DESC", i.OrgID)
	if err != nil {
		return out, err
	}
	out.Series, err = v.registerOf(i.OrgID, out.Year)
	return out, err
}

// registerOf gives every series of an organisation with its numbers of a year.
func (v *View) registerOf(orgID string, year int) ([]RegisterSeries, error) {
	all, err := store.RegisterSeries.List(v.Tx, "WHERE org_id = ? ORDER BY word", orgID)
	var out []RegisterSeries
	for _, s := range all {
		entries, err := store.RegisterEntries.List(v.Tx, "WHERE series_id = ? AND year = ? ORDER BY sequence", s.ID, year)
		if err != nil {
			return out, err
		}
		next := register.Number{Word: s.Word, Year: year, Sequence: register.Next(entries)}
		out = append(out, RegisterSeries{Series: s, Rows: registerRows(entries), Next: next.String()})
	}
	return out, err
}

// registerRows puts the gaps between the numbers.
func registerRows(entries []register.Entry) []RegisterRow {
	var out []RegisterRow
	gaps := register.Gaps(entries)
	for _, e := range entries {
		for len(gaps) > 0 && gaps[0].From < e.Sequence {
			out = append(out, RegisterRow{Gap: gaps[0]})
			gaps = gaps[1:]
		}
		out = append(out, RegisterRow{Entry: e})
	}
	return out
}

// numberChoices offers the series with the number that each would give, and
// the numbers that are reserved.
func (v *View) numberChoices(orgID string) (series, reserved []Option, err error) {
	all, err := v.registerOf(orgID, v.Today.Year())
	for _, s := range all {
		if !s.Closed {
			series = append(series, Option{Value: s.ID, Label: s.Next})
		}
		for _, r := range s.Rows {
			if r.State == register.Reserved {
				reserved = append(reserved, Option{Value: r.ID, Label: r.Number + " " + r.Subject})
			}
		}
	}
	return series, reserved, err
}
