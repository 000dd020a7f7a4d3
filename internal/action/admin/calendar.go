package admin

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ImportCalendar brings in the holidays of a year: the published text of the
// State Council's notice, or notices as JSON. A notice replaces the one known
// for its year.
type ImportCalendar struct {
	Text string `form:"text"`

	Notices []workday.Notice `form:"-" json:"-"` // as read, filled in
	// Moved is which deadlines move through it, without whose they are.
	Moved []MovedDue `form:"-" json:"-"`
}

// MovedDue is a deadline that moves, and for how many organisations.
type MovedDue struct {
	workday.Move
	Organisations int
}

// Permission implements action.Command.
func (c *ImportCalendar) Permission() org.Permission { return org.CalendarEdit }

// Target implements action.Command.
func (c *ImportCalendar) Target(*action.Step) (org.Target, error) {
	return org.Target{Kind: store.HolidayNotices.Name()}, nil
}

// Preview implements action.Previewer: what would be brought in.
func (c *ImportCalendar) Preview(s *action.Step) error {
	var checks fault.Checks
	checks.Text("text", c.Text, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	var err error
	will := s.Calendar
	if c.Notices, err = workday.ReadNotices(c.Text); err == nil {
		will, err = s.Calendar.With(c.Notices...)
	}
	if err != nil {
		checks.Add("text", "calendar.unreadable", err)
		return checks.Err()
	}
	return c.compare(s, will)
}

// compare counts the deadlines of all inspections that another calendar moves.
func (c *ImportCalendar) compare(s *action.Step, will *workday.Calendar) error {
	rounds, err := store.Rounds.List(s.Tx, "ORDER BY id")
	if err != nil {
		return err
	}
	settings := map[string]inspection.Settings{}
	for _, r := range rounds {
		settings[r.ID] = r.Settings
	}
	all, err := store.Inspections.List(s.Tx, "ORDER BY feedback_on, id")
	c.Moved = nil
	at := map[[3]string]int{}
	for _, i := range all {
		was := inspection.Ground{Settings: settings[i.RoundID], Inspection: i, Calendar: s.Calendar}
		for _, m := range was.ShiftTo(inspection.Ground{Settings: was.Settings, Inspection: i, Calendar: will}).Moves {
			if !m.Moved() {
				continue
			}
			key := [3]string{string(m.Code), string(m.Was.Date), string(m.Will.Date)}
			if _, there := at[key]; !there {
				at[key] = len(c.Moved)
				c.Moved = append(c.Moved, MovedDue{Move: m})
			}
			c.Moved[at[key]].Organisations++
		}
	}
	return err
}

// Run implements action.Command.
func (c *ImportCalendar) Run(s *action.Step) error {
	if err := c.Preview(s); err != nil {
		return err
	}
	for _, n := range c.Notices {
		after := workday.Imported{ID: s.NewID(), Year: n.Year, Notice: n, By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
		was, err := store.HolidayNotices.One(s.Tx, "WHERE year = ?", n.Year)
		switch {
		case fault.Is(err, fault.NotFound):
			err = action.Insert(s, store.HolidayNotices, &after)
		case err == nil:
			after.ID, after.Version = was.ID, was.Version
			err = action.Save(s, store.HolidayNotices, was, &after)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
