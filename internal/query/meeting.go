package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/store"
)

// MeetingPage is one meeting, whole.
type MeetingPage struct {
	Inside
	Meeting     party.Meeting
	State       MeetingState
	Chair       string
	Present     []string // names, the leading body first
	Observers   []string
	Absent      []Absence
	Resolutions []ResolutionRow
	Plan        *Covered // the plan version that it adopted
	CanEdit     bool
}

// Absence is who was not there, and why.
type Absence struct{ Name, Reason string }

// ResolutionRow is one resolution with its deadline as it stands.
type ResolutionRow struct {
	party.Resolution
	Department string
	Until      Due
}

// Meeting gives one meeting.
func Meeting(v *View, id string) (MeetingPage, error) {
	m, err := store.Meetings.Get(v.Tx, id)
	if err != nil {
		return MeetingPage{}, err
	}
	_, t, err := v.Inspection(m.InspectionID, org.SeeParty)
	if err != nil {
		return MeetingPage{}, err
	}
	names, err := v.NamesOf(m.OrgID)
	if err != nil {
		return MeetingPage{}, err
	}
	p := MeetingPage{Inside: Inside{m.InspectionID}, Meeting: m, Chair: names.Person(m.ChairID), CanEdit: v.Can(org.MeetingEdit, t)}
	if err := v.attendance(&p, names); err != nil {
		return p, err
	}
	if p.Resolutions, err = v.resolutionRows(m, names); err != nil {
		return p, err
	}
	p.State = meetingState(m, len(p.Present) > 0, v.Today)
	p.Plan, err = v.coveredBy(m.AdoptedPlan, v.Inside(t))
	return p, err
}

func (v *View) attendance(p *MeetingPage, names Names) error {
	list, err := store.Attendances.List(v.Tx, "WHERE meeting_id = ?", p.Meeting.ID)
	if err != nil {
		return err
	}
	at := map[string]party.Attendance{}
	for _, a := range list {
		at[a.PersonID] = a
	}
	ranked, err := v.ranked(p.Meeting.OrgID, p.Meeting.HeldOn, idsOf(list, func(a party.Attendance) string { return a.PersonID }))
	for _, r := range ranked {
		a, there := at[r.ID]
		switch {
		case !there:
		case a.Presence == party.Present:
			p.Present = append(p.Present, names.Person(r.ID))
		case a.Presence == party.Observer:
			p.Observers = append(p.Observers, names.Person(r.ID))
		default:
			p.Absent = append(p.Absent, Absence{Name: names.Person(r.ID), Reason: a.Reason})
		}
	}
	return err
}

func (v *View) resolutionRows(m party.Meeting, names Names) ([]ResolutionRow, error) {
	list, err := store.Resolutions.List(v.Tx, "WHERE meeting_id = ? ORDER BY seq", m.ID)
	if err != nil {
		return nil, err
	}
	ladder, err := v.ladderOf(m.InspectionID)
	out := make([]ResolutionRow, 0, len(list))
	for _, r := range list {
		out = append(out, ResolutionRow{Resolution: r, Department: names.Department(r.DepartmentID),
			Until: v.dueOf(ladder, r.Due, r.Due, "", r.DoneOn != "")})
	}
	return out, err
}
