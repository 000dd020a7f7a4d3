package planning

import (
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveGroup keeps the rectification leading group of an inspection and its
// office. There is one; the first call founds it. A seat that somebody leaves
// gets its last day; one whose person was emptied goes away.
type SaveGroup struct {
	InspectionID       string       `form:"-"`
	Version            int          `form:"version"` // of the group; 0 while there is none
	FoundedOn          workday.Date `form:"founded_on"`
	DocumentNumber     string       `form:"document_number"`
	OfficeDepartmentID string       `form:"office_department"`
	Duties             string       `form:"duties"`
	Seats              []SeatRow    `form:"seats"`

	inspection inspection.Inspection
	before     org.LeadingGroup
	stored     map[string]org.GroupSeat
}

// SeatRow is one seat as typed.
type SeatRow struct {
	ID       string       `form:"id"`
	PersonID string       `form:"person"`
	Position org.Position `form:"position"`
	From     workday.Date `form:"from"`
	Until    workday.Date `form:"until"`
}

// Permission implements action.Command.
func (c *SaveGroup) Permission() org.Permission { return org.GroupEdit }

// Target implements action.Command.
func (c *SaveGroup) Target(s *action.Step) (t org.Target, err error) {
	if c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID); err != nil {
		return t, err
	}
	c.before, err = store.LeadingGroups.One(s.Tx, "WHERE inspection_id = ?", c.InspectionID)
	if fault.Is(err, fault.NotFound) {
		err = nil
	}
	t.Kind, t.ID = store.LeadingGroups.Name(), c.before.ID
	return t, err
}

// Run implements action.Command.
func (c *SaveGroup) Run(s *action.Step) error {
	if err := c.load(s); err != nil {
		return err
	}
	if err := c.check(s); err != nil {
		return err
	}
	after := c.before
	after.FoundedOn, after.DocumentNumber = c.FoundedOn, c.DocumentNumber
	after.OfficeDepartmentID, after.Duties = c.OfficeDepartmentID, c.Duties
	var err error
	if after.ID == "" {
		after.ID, after.OrgID, after.InspectionID = s.NewID(), c.inspection.OrgID, c.inspection.ID
		err = action.Insert(s, store.LeadingGroups, &after)
	} else {
		after.Version = c.Version
		err = action.Save(s, store.LeadingGroups, c.before, &after)
	}
	if err != nil {
		return err
	}
	s.Return(after.ID)
	return c.saveSeats(s, after)
}

func (c *SaveGroup) load(s *action.Step) error {
	seats, err := store.GroupSeats.List(s.Tx, "WHERE group_id = ?", c.before.ID)
	c.stored = map[string]org.GroupSeat{}
	for _, seat := range seats {
		c.stored[seat.ID] = seat
	}
	return err
}

func (c *SaveGroup) check(s *action.Step) error {
	var checks fault.Checks
	action.NeedDate(&checks, "founded_on", c.FoundedOn)
	if c.FoundedOn > s.Today {
		checks.Add("founded_on", "field.future")
	}
	checks.Max("document_number", c.DocumentNumber, action.ShortText)
	checks.Max("duties", c.Duties, action.LongText)
	if err := action.CheckDepartments(s, &checks, c.inspection.OrgID, "office_department", c.OfficeDepartmentID); err != nil {
		return err
	}
	positions := words(org.Positions())
	for n, row := range c.Seats {
		if row.PersonID == "" {
			continue
		}
		at := fmt.Sprintf("seats[%d].", n)
		checks.OneOf(at+"position", string(row.Position), positions...)
		action.CheckDate(&checks, at+"from", row.From)
		action.CheckDate(&checks, at+"until", row.Until)
		if row.Until.Before(row.From) {
			checks.Add(at+"until", "field.date-order")
		}
		if err := action.CheckPeople(s, &checks, c.inspection.OrgID, at+"person", row.PersonID); err != nil {
			return err
		}
	}
	return checks.Err()
}

// saveSeats makes the stored seats what was typed, in that order.
func (c *SaveGroup) saveSeats(s *action.Step, g org.LeadingGroup) error {
	for n, row := range c.Seats {
		was, there := c.stored[row.ID]
		if row.ID != "" && !there {
			return fault.New(fault.NotFound, "fault.not-found")
		}
		seat := was
		seat.OrgID, seat.GroupID, seat.Sort = g.OrgID, g.ID, n+1
		seat.PersonID, seat.Position, seat.From, seat.Until = row.PersonID, row.Position, row.From, row.Until
		if err := saveSeat(s, was, seat, there); err != nil {
			return err
		}
	}
	return nil
}

func saveSeat(s *action.Step, was, seat org.GroupSeat, there bool) error {
	switch {
	case seat.PersonID == "" && there:
		return action.Remove(s, store.GroupSeats, was)
	case seat.PersonID == "":
		return nil
	case !there:
		seat.ID = s.NewID()
		return action.Insert(s, store.GroupSeats, &seat)
	case seat != was:
		return action.Save(s, store.GroupSeats, was, &seat)
	}
	return nil
}
