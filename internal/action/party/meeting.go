package party

import (
	"fmt"
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/numbering"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Meeting is what a person enters about a meeting.
type Meeting struct {
	Kind           party.MeetingKind `form:"kind"`
	Title          string            `form:"name"`
	HeldOn         workday.Date      `form:"held_on"`
	Place          string            `form:"place"`
	ChairID        string            `form:"chair"`
	Studied        action.Lines      `form:"studied"`
	Topics         []Item            `form:"topics"`
	Requirements   action.Lines      `form:"requirements"`
	AdoptedReport  bool              `form:"adopted_report"`
	Invited        []string          `form:"invited"`
	HearsProgress  bool              `form:"hears_progress"`
	DocumentNumber string            `form:"document_number"`
	SeriesID       string            `form:"series"` // give the minutes its next number instead
	Gap            string            `form:"gap_reason"`
	Attendance     []Attendee        `form:"attendance"`
	Resolutions    []Decision        `form:"resolutions"`

	typed []party.Topic // the agenda as typed, blank rows among it
	wrong fault.Checks  // what was found wrong in it while it was read
}

// Attendee is one row of the attendance; a blank one does not count.
type Attendee struct {
	PersonID string         `form:"person"`
	Presence party.Presence `form:"presence"`
	Reason   string         `form:"absence"`
}

// Decision is one row of the resolutions; a blank one does not count, or takes
// away the one that stood there.
type Decision struct {
	ID           string       `form:"id"` // empty for a new one
	Topic        int          `form:"topic"`
	Text         string       `form:"content"`
	DepartmentID string       `form:"department"`
	PersonID     string       `form:"person"`
	Due          workday.Date `form:"due"`
	DoneOn       workday.Date `form:"done_on"`
}

// AddMeeting records a meeting of an inspection.
type AddMeeting struct {
	InspectionID string
	Meeting      `form:"meeting"`
	around
}

// Permission implements action.Command.
func (c *AddMeeting) Permission() org.Permission { return org.MeetingEdit }

// Target implements action.Command.
func (c *AddMeeting) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run checks the meeting and saves it with its attendance and resolutions.
func (c *AddMeeting) Run(s *action.Step) error {
	m := party.Meeting{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID}
	if err := c.fill(s, &m); err != nil {
		return err
	}
	if err := c.check(s, m, m); err != nil {
		return err
	}
	if err := c.number(s, "", &m); err != nil {
		return err
	}
	if err := action.Insert(s, store.Meetings, &m); err != nil {
		return err
	}
	s.Return(m.ID)
	return c.saveParts(s, m)
}

// EditMeeting changes a meeting. Version is the one that the person saw.
type EditMeeting struct {
	ID      string
	Version int `form:"version"`
	Meeting `form:"meeting"`
	around
	before party.Meeting
}

// Permission implements action.Command.
func (c *EditMeeting) Permission() org.Permission { return org.MeetingEdit }

// Target implements action.Command.
func (c *EditMeeting) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.before, err = store.Meetings.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	return c.part(s, c.before.InspectionID, store.Meetings.Name(), c.ID)
}

// Run checks and saves; a stale version is refused before any part is touched.
func (c *EditMeeting) Run(s *action.Step) error {
	if err := c.before.Open(); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	if err := c.fill(s, &after); err != nil {
		return err
	}
	if err := c.check(s, c.before, after); err != nil {
		return err
	}
	if err := c.number(s, c.before.DocumentNumber, &after); err != nil {
		return err
	}
	if err := action.Save(s, store.Meetings, c.before, &after); err != nil {
		return err
	}
	s.Return(after.ID)
	return c.saveParts(s, after)
}

// fill puts what was entered into the record, with who wrote it.
func (f *Meeting) fill(s *action.Step, m *party.Meeting) error {
	m.Kind, m.Title, m.HeldOn, m.Place, m.ChairID = f.Kind, f.Title, f.HeldOn, f.Place, f.ChairID
	m.Studied, m.Requirements, m.HearsProgress, m.WrittenBy = f.Studied, f.Requirements, f.HearsProgress, s.Actor.AccountID
	m.AdoptedReport, m.DocumentNumber = f.AdoptedReport, f.DocumentNumber
	m.Invited = slices.Compact(slices.Sorted(slices.Values(f.Invited)))
	topics, err := f.topics(s, *m)
	m.Topics = entered(topics)
	return err
}

// number takes the number of the minutes from the organisation's register: the
// next of a series, or the one that was typed. One that the minutes had before
// is voided.
func (f *Meeting) number(s *action.Step, before string, m *party.Meeting) error {
	typed := strings.TrimSpace(f.DocumentNumber)
	if f.SeriesID == "" && typed == before {
		return nil
	}
	if err := numbering.Release(s, m.OrgID, store.Meetings.Name(), m.ID); err != nil {
		return err
	}
	if m.DocumentNumber = ""; f.SeriesID == "" && typed == "" {
		return nil
	}
	e, err := numbering.Give(s, numbering.Giving{OrgID: m.OrgID, SeriesID: f.SeriesID, Typed: typed, Gap: f.Gap, Subject: m.Title,
		Kind: store.Meetings.Name(), RecordID: m.ID, On: m.HeldOn, Field: numbering.FieldOf("", f.SeriesID)})
	m.DocumentNumber = e.Number
	return err
}

// check gathers everything that is wrong with the input.
func (f *Meeting) check(s *action.Step, before, m party.Meeting) error {
	c := f.wrong
	m.Check(&c, s.Today)
	m.CheckChange(&c, before)
	m.CheckAttendance(&c, f.attendance(m), s.Today)
	m.CheckResolutions(&c, f.resolutions(m), s.Today)
	action.CheckLines(&c, "studied", f.Studied)
	m.CheckTopics(&c, f.typed, m.Held(s.Today))
	action.CheckLines(&c, "requirements", f.Requirements)
	c.Max("gap_reason", f.Gap, fault.ShortText)
	if err := f.checkRefs(s, &c, m); err != nil {
		return err
	}
	return c.Err()
}

func (f *Meeting) checkRefs(s *action.Step, c *fault.Checks, m party.Meeting) error {
	people := make([]string, 0, len(f.Attendance))
	for _, a := range f.Attendance {
		people = append(people, a.PersonID)
	}
	depts := make([]string, 0, len(f.Resolutions))
	for _, r := range f.Resolutions {
		depts = append(depts, r.DepartmentID)
	}
	if err := action.CheckPeople(s, c, m.OrgID, "chair", m.ChairID); err != nil {
		return err
	}
	if err := action.CheckPeople(s, c, m.OrgID, "attendance", people...); err != nil {
		return err
	}
	if err := action.CheckPeople(s, c, m.OrgID, "invited", m.Invited...); err != nil {
		return err
	}
	for i, r := range f.Resolutions {
		if err := action.CheckPeople(s, c, m.OrgID, fmt.Sprintf("resolutions[%d].person", i), r.PersonID); err != nil {
			return err
		}
	}
	return action.CheckDepartments(s, c, m.OrgID, "resolutions", depts...)
}

func (f *Meeting) attendance(m party.Meeting) []party.Attendance {
	out := make([]party.Attendance, 0, len(f.Attendance))
	for _, a := range f.Attendance {
		out = append(out, party.Attendance{OrgID: m.OrgID, MeetingID: m.ID, PersonID: a.PersonID, Presence: a.Presence, Reason: a.Reason})
	}
	return out
}

func (f *Meeting) resolutions(m party.Meeting) []party.Resolution {
	out := make([]party.Resolution, 0, len(f.Resolutions))
	for _, r := range f.Resolutions {
		out = append(out, party.Resolution{ID: r.ID, OrgID: m.OrgID, MeetingID: m.ID, Topic: r.Topic, Text: r.Text,
			DepartmentID: r.DepartmentID, PersonID: r.PersonID, Due: r.Due, DoneOn: r.DoneOn})
	}
	return out
}
