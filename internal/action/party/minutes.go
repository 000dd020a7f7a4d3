package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Standings tells how the problems of an inspection stood at the end of a day.
type Standings func(tx *store.Tx, i inspection.Inspection, day workday.Date) ([]party.Standing, error)

// SubmitMinutes sends the minutes of a meeting to be approved.
type SubmitMinutes struct {
	ID      string
	Version int `form:"version"`
	minutes
}

// Permission implements action.Command.
func (c *SubmitMinutes) Permission() org.Permission { return org.MeetingEdit }

// Target implements action.Command.
func (c *SubmitMinutes) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run sends what is ready.
func (c *SubmitMinutes) Run(s *action.Step) error {
	list, err := store.Attendances.List(s.Tx, "WHERE meeting_id = ?", c.before.ID)
	if err != nil {
		return err
	}
	if err := c.before.CheckReady(list, s.Today); err != nil {
		return err
	}
	after := c.before
	after.Version, after.SubmittedOn = c.Version, s.Today
	s.Return(after.ID)
	return action.Save(s, store.Meetings, c.before, &after)
}

// ApproveMinutes approves the minutes of a meeting (审定纪要): from then on they
// stand. Whoever chaired it or heads the organisation approves, never the one
// who wrote them. Figures that the meeting heard are frozen at the latest now.
type ApproveMinutes struct {
	ID        string
	Version   int       `form:"version"`
	Standings Standings `json:"-"`
	minutes
}

// Permission implements action.Command.
func (c *ApproveMinutes) Permission() org.Permission { return org.MinutesApprove }

// Target implements action.Command.
func (c *ApproveMinutes) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run checks and approves.
func (c *ApproveMinutes) Run(s *action.Step) error {
	list, err := store.Attendances.List(s.Tx, "WHERE meeting_id = ?", c.before.ID)
	if err != nil {
		return err
	}
	if err := c.before.CheckApproval(s.Actor.AccountID, list, s.Today); err != nil {
		return err
	}
	after := c.before
	after.Version, after.ApprovedOn, after.ApprovedBy, after.ApprovedName = c.Version, s.Today, s.Actor.AccountID, s.Actor.Name
	if err := action.Save(s, store.Meetings, c.before, &after); err != nil {
		return err
	}
	s.Return(after.ID)
	frozen, err := c.frozen(s)
	if err != nil || frozen || !after.HearsProgress {
		return err
	}
	return c.freeze(s, c.Standings)
}

// FreezeFigures freezes the figures that a meeting heard as of its day.
type FreezeFigures struct {
	ID        string
	Standings Standings `json:"-"`
	minutes
}

// Permission implements action.Command.
func (c *FreezeFigures) Permission() org.Permission { return org.MeetingEdit }

// Target implements action.Command.
func (c *FreezeFigures) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run freezes them once, for a meeting that was held.
func (c *FreezeFigures) Run(s *action.Step) error {
	frozen, err := c.frozen(s)
	switch {
	case err != nil:
		return err
	case frozen:
		return fault.New(fault.Conflict, "party.figures.frozen")
	case !c.before.HearsProgress:
		return fault.New(fault.Conflict, "party.figures.not-heard")
	case !c.before.Held(s.Today):
		return fault.New(fault.Conflict, "party.figures.not-held")
	}
	s.Return(c.before.ID)
	return c.freeze(s, c.Standings)
}

// NumberMinutes gives the minutes their number after they were approved.
type NumberMinutes struct {
	ID      string
	Version int `form:"version"`
	Number  struct {
		Typed  string `form:"document_number"`
		Series string `form:"series"`
		Gap    string `form:"gap_reason"`
	} `form:"number"`
	minutes
}

// Permission implements action.Command.
func (c *NumberMinutes) Permission() org.Permission { return org.MeetingEdit }

// Target implements action.Command.
func (c *NumberMinutes) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run takes the number from the register.
func (c *NumberMinutes) Run(s *action.Step) error {
	if c.before.DocumentNumber != "" {
		return fault.New(fault.Conflict, "party.minutes.numbered", c.before.DocumentNumber)
	}
	var checks fault.Checks
	checks.Max("gap_reason", c.Number.Gap, fault.ShortText)
	if c.Number.Series == "" {
		checks.Text("document_number", c.Number.Typed, fault.ShortText)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	f := Meeting{DocumentNumber: c.Number.Typed, SeriesID: c.Number.Series, Gap: c.Number.Gap}
	if err := f.number(s, "", &after); err != nil {
		return err
	}
	s.Return(after.ID)
	return action.Save(s, store.Meetings, c.before, &after)
}

// CorrectMinutes adds a correction beside approved minutes.
type CorrectMinutes struct {
	ID     string
	Topic  int    `form:"topic"`
	Text   string `form:"correction"`
	Reason string `form:"reason"`
	minutes
}

// Permission implements action.Command.
func (c *CorrectMinutes) Permission() org.Permission { return org.MeetingEdit }

// Target implements action.Command.
func (c *CorrectMinutes) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run adds the correction; minutes that are still open are edited instead.
func (c *CorrectMinutes) Run(s *action.Step) error {
	if !c.before.Approved() {
		return fault.New(fault.Conflict, "party.minutes.open")
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM minutes_correction WHERE meeting_id = ?", c.before.ID)
	if err != nil {
		return err
	}
	x := party.Correction{ID: s.NewID(), OrgID: c.before.OrgID, MeetingID: c.before.ID, Seq: n + 1, Topic: c.Topic, Text: c.Text,
		Reason: c.Reason, By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	var checks fault.Checks
	x.Check(&checks, c.before)
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.before.ID)
	return action.Insert(s, store.Corrections, &x)
}

// minutes is what the commands on the minutes of a stored meeting have in
// common.
type minutes struct {
	around
	before party.Meeting
}

func (m *minutes) find(s *action.Step, id string) (org.Target, error) {
	var err error
	if m.before, err = store.Meetings.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	t, err := m.part(s, m.before.InspectionID, store.Meetings.Name(), id)
	return store.MeetingTarget(t, m.before), err
}

func (m *minutes) frozen(s *action.Step) (bool, error) {
	n, err := s.Tx.Count("SELECT COUNT(*) FROM meeting_figures WHERE meeting_id = ?", m.before.ID)
	return n > 0, err
}

func (m *minutes) freeze(s *action.Step, standings Standings) error {
	list, err := standings(s.Tx, m.inspection, m.before.HeldOn)
	if err != nil {
		return err
	}
	return action.Insert(s, store.MeetingFigures, &party.Figures{ID: s.NewID(), OrgID: m.before.OrgID, MeetingID: m.before.ID,
		On: m.before.HeldOn, Problems: list, At: s.Now})
}
