package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// CalendarPage is the working-day calendar as it is known.
type CalendarPage struct {
	Years   []CalendarYear
	Missing []int // this year and the next, where not published or not brought in
}

// CalendarYear is one year's notice and who brought it in.
type CalendarYear struct {
	workday.Notice
	Imported *workday.Imported // nil for one that the program came with
}

// Calendar gives the calendar to the system administrator.
func Calendar(v *View, _ struct{}) (CalendarPage, error) {
	if err := v.Need(org.CalendarEdit, org.Target{}); err != nil {
		return CalendarPage{}, err
	}
	list, err := store.HolidayNotices.List(v.Tx, "ORDER BY year")
	brought := map[int]*workday.Imported{}
	for n := range list {
		brought[list[n].Year] = &list[n]
	}
	var out CalendarPage
	for _, n := range v.Calendar.Notices() {
		out.Years = append([]CalendarYear{{Notice: n, Imported: brought[n.Year]}}, out.Years...)
	}
	for _, year := range []int{v.Today.Year(), v.Today.Year() + 1} {
		if !v.Calendar.Published(year) {
			out.Missing = append(out.Missing, year)
		}
	}
	return out, err
}
