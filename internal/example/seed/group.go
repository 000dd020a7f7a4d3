package seed

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/fault"
	records "bihuan/internal/store"
)

// group founds the leading group and changes its seats when they change.
func (t *tale) group() {
	g := t.o.LeadingGroup
	if g.Founded == "" {
		return
	}
	days := []workday.Date{g.Founded}
	for _, s := range g.Seats {
		if s.From > g.Founded {
			days = append(days, s.From)
		}
	}
	slices.Sort(days)
	for _, day := range slices.Compact(days) {
		t.add(day, later, t.clerk(), "", func(s *action.Step) (action.Command, error) { return t.seats(s, g, day) })
	}
}

// seats is the group as it stands on a day: those who have come, and the last
// day of those who have left.
func (t *tale) seats(s *action.Step, g example.LeadingGroup, day workday.Date) (action.Command, error) {
	was, err := records.LeadingGroups.One(s.Tx, "WHERE inspection_id = ?", t.inspectionID())
	if err != nil && !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	stored, err := records.GroupSeats.List(s.Tx, "WHERE group_id = ?", was.ID)
	cmd := &planning.SaveGroup{InspectionID: t.inspectionID(), Version: was.Version, FoundedOn: g.Founded,
		DocumentNumber: g.Number, OfficeDepartmentID: t.department(g.Office), Duties: g.Duties}
	for _, seat := range g.Seats {
		if seat.From > day {
			continue
		}
		row := planning.SeatRow{PersonID: t.person(seat.Person), Position: org.Position(seat.Position), From: seat.From}
		if seat.Until < day {
			row.Until = seat.Until
		}
		at := slices.IndexFunc(stored, func(o org.GroupSeat) bool { return o.PersonID == row.PersonID && o.Position == row.Position })
		if at >= 0 {
			row.ID = stored[at].ID
		}
		cmd.Seats = append(cmd.Seats, row)
	}
	return cmd, err
}
