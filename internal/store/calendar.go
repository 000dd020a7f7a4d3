package store

import "bihuan/internal/domain/workday"

// HolidayNotices keeps workday.Imported.
var HolidayNotices = newTable("holiday_notice", "id year body by_id name at version",
	func(n *workday.Imported) []any {
		return []any{&n.ID, &n.Year, js(&n.Notice), &n.By, &n.Name, ms(&n.At), &n.Version}
	})

// CalendarOf is the calendar of the installation: the one that the program
// came with, extended by the notices that were brought in.
func CalendarOf(tx *Tx, base *workday.Calendar) (*workday.Calendar, error) {
	list, err := HolidayNotices.List(tx, "ORDER BY year")
	if err != nil || len(list) == 0 || base == nil {
		return base, err
	}
	notices := make([]workday.Notice, len(list))
	for n, i := range list {
		notices[n] = i.Notice
	}
	return base.With(notices...)
}
