package query

import (
	"strings"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// MeetingForm is a meeting to be entered or edited, with what can be chosen.
type MeetingForm struct {
	Inside
	Meeting     party.Meeting // without ID for a new one
	Leading     []AttendanceRow
	Others      []AttendanceRow
	Topics      []TopicField
	Resolutions []party.Resolution
	Like        *party.Meeting // the last meeting of the kind, whose people can be taken over
	Papers      []Option       // plan versions and reports that an item can treat
	People      []Option
	Departments []Option
	Numbers     []Option // series of document numbers, with the next one of each
	Today       workday.Date
}

// TopicField is one item of the agenda as its row of the form holds it.
type TopicField struct {
	Title, Outcome, Problems, Paper string
}

// AttendanceRow is one person of the form and what is said of his presence.
type AttendanceRow struct {
	Ranked
	Presence party.Presence
	Reason   string
}

// MeetingFormIn asks for the form of a new meeting, with the people of an
// earlier one where Like names it.
type MeetingFormIn struct {
	Inspection string
	Like       string
	Held       bool // it was held: who was there is taken over too
}

// NewMeeting gives the form of a new meeting.
func NewMeeting(v *View, in MeetingFormIn) (MeetingForm, error) {
	i, err := v.toEdit(in.Inspection, org.MeetingEdit)
	if err != nil {
		return MeetingForm{}, err
	}
	m := party.Meeting{OrgID: i.OrgID, InspectionID: i.ID}
	last, err := store.Meetings.List(v.Tx, "WHERE inspection_id = ? AND kind <> ? ORDER BY held_on DESC, id DESC LIMIT 1", i.ID, party.FeedbackMeeting)
	if err != nil {
		return MeetingForm{}, err
	}
	var people []party.Attendance
	if in.Like != "" {
		like, err := store.Meetings.One(v.Tx, "WHERE id = ? AND inspection_id = ?", in.Like, i.ID)
		if err != nil {
			return MeetingForm{}, err
		}
		m.Kind, m.Place, m.ChairID, m.Invited, m.HearsProgress = like.Kind, like.Place, like.ChairID, like.Invited, like.HearsProgress
		if people, err = v.againOf(&m, like); err != nil {
			return MeetingForm{}, err
		}
		if !in.Held {
			people = nil
		}
	}
	f, err := v.meetingForm(m, people)
	if len(last) > 0 && in.Like == "" {
		f.Like = &last[0]
	}
	return f, err
}

// againOf takes over who was at an earlier meeting: whoever was absent is
// expected this time, and whoever was asked to one without attendance too.
func (v *View) againOf(m *party.Meeting, like party.Meeting) ([]party.Attendance, error) {
	was, err := store.Attendances.List(v.Tx, "WHERE meeting_id = ?", like.ID)
	var out []party.Attendance
	for _, a := range was {
		if a.Presence == party.Absent {
			a.Presence = party.Present
		}
		out = append(out, party.Attendance{PersonID: a.PersonID, Presence: a.Presence})
		if !contains(m.Invited, a.PersonID) {
			m.Invited = append(m.Invited, a.PersonID)
		}
	}
	return out, err
}

// EditMeeting gives the form of a stored meeting.
func EditMeeting(v *View, id string) (MeetingForm, error) {
	m, err := store.Meetings.Get(v.Tx, id)
	if err != nil {
		return MeetingForm{}, err
	}
	if _, err := v.toEdit(m.InspectionID, org.MeetingEdit); err != nil {
		return MeetingForm{}, err
	}
	if err := m.Open(); err != nil {
		return MeetingForm{}, err
	}
	list, err := store.Attendances.List(v.Tx, "WHERE meeting_id = ?", m.ID)
	if err != nil {
		return MeetingForm{}, err
	}
	if len(list) == 0 && m.Held(v.Today) {
		list = expected(m)
	}
	return v.meetingForm(m, list)
}

// expected proposes, for a meeting of which nobody wrote down who was there,
// that those invited were.
func expected(m party.Meeting) []party.Attendance {
	var out []party.Attendance
	for _, id := range m.Invited {
		out = append(out, party.Attendance{PersonID: id, Presence: party.Present})
	}
	return out
}

func (v *View) meetingForm(m party.Meeting, list []party.Attendance) (MeetingForm, error) {
	f := MeetingForm{Inside: Inside{m.InspectionID}, Meeting: m, Today: v.Today}
	err := f.people(v, list)
	if err != nil {
		return f, err
	}
	if err := f.agenda(v); err != nil {
		return f, err
	}
	if f.Resolutions, err = store.Resolutions.List(v.Tx, "WHERE meeting_id = ? ORDER BY seq", m.ID); err != nil {
		return f, err
	}
	if f.Numbers, _, err = v.numberChoices(m.OrgID); err != nil {
		return f, err
	}
	f.Departments, err = v.departmentOptions(m.OrgID, idsOf(f.Resolutions, func(r party.Resolution) string { return r.DepartmentID })...)
	return f, err
}

// people fills in who can be there and who was: those with a post on the
// meeting's day, and who stands in the attendance already.
func (f *MeetingForm) people(v *View, list []party.Attendance) error {
	said := map[string]party.Attendance{}
	for _, a := range list {
		said[a.PersonID] = a
	}
	kept := append(idsOf(list, func(a party.Attendance) string { return a.PersonID }), f.Meeting.ChairID)
	kept = append(kept, f.Meeting.Invited...)
	people, err := v.ranked(f.Meeting.OrgID, v.dayOr(f.Meeting.HeldOn), kept)
	if err != nil {
		return err
	}
	f.People = choicesFrom(people)
	for _, p := range people {
		row := AttendanceRow{Ranked: p, Presence: said[p.ID].Presence, Reason: said[p.ID].Reason}
		if p.Rank.Leads() || row.Presence != "" {
			f.Leading = append(f.Leading, row)
		} else {
			f.Others = append(f.Others, row)
		}
	}
	return nil
}

// agenda fills in the rows of the agenda, its problems by their numbers, and
// the papers that an item can treat.
func (f *MeetingForm) agenda(v *View) error {
	numbers, err := v.numbersOf(f.Meeting.InspectionID)
	if err != nil {
		return err
	}
	for _, t := range f.Meeting.Topics {
		row := TopicField{Title: t.Title, Outcome: t.Outcome}
		var named []string
		for _, id := range t.Problems {
			named = append(named, numbers[id])
		}
		row.Problems = strings.Join(named, "、")
		switch {
		case t.Plan != "":
			row.Paper = "plan:" + t.Plan
		case t.Report != "":
			row.Paper = "report:" + t.Report
		}
		f.Topics = append(f.Topics, row)
	}
	plans, err := store.PlanVersions.List(v.Tx, "WHERE inspection_id = ? ORDER BY number DESC", f.Meeting.InspectionID)
	if err != nil {
		return err
	}
	for _, p := range plans {
		f.Papers = append(f.Papers, Option{Value: "plan:" + p.ID, Label: strings.TrimSpace(p.Title + " " + p.Name)})
	}
	reports, err := store.Reports.List(v.Tx, "WHERE inspection_id = ? ORDER BY created_at DESC, id", f.Meeting.InspectionID)
	for _, r := range reports {
		f.Papers = append(f.Papers, Option{Value: "report:" + r.ID, Label: r.Title})
	}
	return err
}

// numbersOf gives the numbers of the problems of an inspection by their ids.
func (v *View) numbersOf(inspectionID string) (map[string]string, error) {
	out := map[string]string{}
	err := v.Tx.Each(func(scan func(...any) error) error {
		var id, number string
		err := scan(&id, &number)
		out[id] = number
		return err
	}, "SELECT id, number FROM problem WHERE inspection_id = ?", inspectionID)
	return out, err
}

// departmentOptions are the departments that exist, and those kept from
// earlier that do not any more.
func (v *View) departmentOptions(orgID string, kept ...string) ([]Option, error) {
	rest, args := "WHERE org_id = ? AND (closed = ''", []any{orgID}
	if len(kept) > 0 {
		rest += " OR id IN (" + marks(len(kept)) + ")"
		args = append(args, anyOf(kept)...)
	}
	depts, err := store.Departments.List(v.Tx, rest+") ORDER BY sort, name", args...)
	out := make([]Option, 0, len(depts))
	for _, d := range depts {
		out = append(out, Option{Value: d.ID, Label: d.Name})
	}
	return out, err
}
