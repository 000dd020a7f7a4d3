package query

import (
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
	Resolutions []party.Resolution
	People      []Option
	Departments []Option
	Numbers     []Option // series of document numbers, with the next one of each
	Today       workday.Date
}

// AttendanceRow is one person of the form and what is said of his presence.
type AttendanceRow struct {
	Ranked
	Presence party.Presence
	Reason   string
}

// NewMeeting gives the form of a new meeting.
func NewMeeting(v *View, inspectionID string) (MeetingForm, error) {
	i, err := v.toEdit(inspectionID, org.MeetingEdit)
	if err != nil {
		return MeetingForm{}, err
	}
	return v.meetingForm(party.Meeting{OrgID: i.OrgID, InspectionID: i.ID})
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
	return v.meetingForm(m)
}

func (v *View) meetingForm(m party.Meeting) (MeetingForm, error) {
	f := MeetingForm{Inside: Inside{m.InspectionID}, Meeting: m, Today: v.Today}
	list, err := store.Attendances.List(v.Tx, "WHERE meeting_id = ?", m.ID)
	if err != nil {
		return f, err
	}
	if err := f.people(v, list); err != nil {
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
