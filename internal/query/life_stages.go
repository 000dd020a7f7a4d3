package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// lifeFile gathers what the stages of a life meeting are judged by.
func (v *View) lifeFile(m party.LifeMeeting, p *LifePage) (party.LifeFile, error) {
	f := party.LifeFile{Meeting: m, Among: p.Talks.Among, Reached: p.Talks.Reached, Unconfirmed: p.Talks.Unconfirmed,
		Criticisms: p.Counts.All, Bare: p.Counts.Bare}
	var err error
	if f.Guests, err = store.LifeGuests.List(v.Tx, "WHERE life_meeting_id = ? ORDER BY seq", m.ID); err != nil {
		return f, err
	}
	p.Guests = f.Guests
	if f.Papers, err = store.SelfPapers.List(v.Tx, "WHERE life_meeting_id = ?", m.ID); err != nil {
		return f, err
	}
	err = v.Tx.QueryRow("SELECT COUNT(*), COALESCE("+sum("merged_into = '' AND about IN ('[]', 'null')")+", 0) FROM solicited_opinion WHERE life_meeting_id = ?", m.ID).
		Scan(&f.Opinions, &f.Unassigned)
	if err != nil {
		return f, err
	}
	if f.Members, err = store.LeadersOn(v.Tx, m.OrgID, m.Day(v.Today)); err != nil {
		return f, err
	}
	if f.Problems, err = v.ids("SELECT id FROM problem WHERE inspection_id = ? ORDER BY seq", m.InspectionID); err != nil {
		return f, err
	}
	i, err := v.inspection(m.InspectionID)
	if err != nil {
		return f, err
	}
	if f.ReportDue, err = v.lifeReportDue(i); err != nil {
		return f, err
	}
	f.Silent, err = v.silent(m, f.Members)
	return f, err
}

// silent counts the members of whom no self-criticism is recorded.
func (v *View) silent(m party.LifeMeeting, members []string) (int, error) {
	spoke, err := v.ids("SELECT DISTINCT from_id FROM criticism WHERE life_meeting_id = ? AND from_id = to_id", m.ID)
	said := map[string]bool{}
	for _, id := range spoke {
		said[id] = true
	}
	n := 0
	for _, id := range members {
		n += one(!said[id])
	}
	return n, err
}

// lifeReportDue is by when the report on the special democratic life meeting
// is due, by the round's profile.
func (v *View) lifeReportDue(i inspection.Inspection) (workday.Date, error) {
	round, err := v.round(i.RoundID)
	if err != nil {
		return "", err
	}
	return v.deadlines(i, round)[workday.LifeMeetingPaper].Date, nil
}

// GuestsForm is the invitations to a life meeting, with rows for the bodies
// that usually sit in.
type GuestsForm struct {
	Inside
	Meeting party.LifeMeeting
	Rows    []party.Guest
}

// Guests gives the form of a life meeting's invitations.
func Guests(v *View, id string) (GuestsForm, error) {
	m, err := v.lifeToEdit(id)
	if err != nil {
		return GuestsForm{}, err
	}
	f := GuestsForm{Inside: Inside{m.InspectionID}, Meeting: m}
	list, err := store.LifeGuests.List(v.Tx, "WHERE life_meeting_id = ? ORDER BY seq", id)
	for _, b := range party.GuestBodies() {
		found := false
		for _, g := range list {
			if g.Body == b {
				f.Rows, found = append(f.Rows, g), true
			}
		}
		if !found {
			f.Rows = append(f.Rows, party.Guest{Body: b})
		}
	}
	return f, err
}

// mayRead reports whether the caller is of the circle of the meeting.
func (v *View) mayRead(t org.Target) bool { return v.Can(org.LifeRead, t) }
