package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// MeetingState is how far a meeting is.
type MeetingState string

// The states of a meeting.
const (
	MeetingPlanned    MeetingState = "planned"    // still to come
	MeetingUnrecorded MeetingState = "unrecorded" // its day has come, nobody wrote down who was there
	MeetingHeld       MeetingState = "held"
)

// MeetingsIn asks for the meetings of an inspection.
type MeetingsIn struct {
	Inspection string
	Kind       string // empty for all
	Month      string // 2026-03; empty for all
	Search     string // name, place, what was studied, treated and demanded
	Page       int    // from 1
}

// MeetingRow is one meeting of the list.
type MeetingRow struct {
	party.Meeting
	State     MeetingState
	Chair     string
	Present   int
	Absent    int
	Observers int
	Decided   int // resolutions
	Finished  int // of them, carried out
}

// MeetingList is one page of the meetings, newest first.
type MeetingList struct {
	Inside
	Rows    []MeetingRow
	Total   int // as filtered
	All     int // of the inspection
	Page    int
	Months  []string // in which there are meetings, newest first
	CanEdit bool
}

// Meetings gives one page of the meetings of an inspection.
func Meetings(v *View, in MeetingsIn) (MeetingList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeParty)
	if err != nil {
		return MeetingList{}, err
	}
	l := MeetingList{Inside: Inside{i.ID}, Page: max(1, in.Page), CanEdit: v.Can(org.MeetingEdit, t)}
	w := meetingWhere(in)
	if l.All, l.Total, err = v.countList("meeting", i.ID, w); err != nil {
		return l, err
	}
	found, err := store.Meetings.List(v.Tx, "WHERE "+w.text()+" ORDER BY held_on DESC, id DESC LIMIT ? OFFSET ?",
		append(w.args, ListSize, (l.Page-1)*ListSize)...)
	if err != nil {
		return l, err
	}
	if l.Rows, err = v.meetingRows(i, found); err != nil {
		return l, err
	}
	l.Months, err = v.meetingMonths(i.ID)
	return l, err
}

func meetingWhere(in MeetingsIn) where {
	var w where
	w.add("inspection_id = ?", in.Inspection)
	w.equal("kind", in.Kind)
	w.month("held_on", in.Month)
	w.contains(in.Search, "title", "place", "studied", "topics", "requirements")
	return w
}

// month narrows a column of days to a month written 2026-03.
func (w *where) month(column, month string) {
	if month != "" {
		w.add(column+` LIKE ? ESCAPE '\'`, escaped(month)+"-%")
	}
}

// contains narrows to what has the text in one of the columns.
func (w *where) contains(text string, columns ...string) {
	if text == "" {
		return
	}
	any := where{}
	for _, c := range columns {
		any.add(c+` LIKE ? ESCAPE '\'`, "%"+escaped(text)+"%")
	}
	w.add("("+any.either()+")", any.args...)
}

func (v *View) meetingMonths(inspectionID string) ([]string, error) {
	var months []string
	err := v.Tx.Each(func(scan func(...any) error) error {
		var month string
		if err := scan(&month); err != nil {
			return err
		}
		months = append(months, month)
		return nil
	}, "SELECT DISTINCT SUBSTR(held_on, 1, 7) AS month FROM meeting WHERE inspection_id = ? ORDER BY month DESC", inspectionID)
	return months, err
}

func (v *View) meetingRows(i inspection.Inspection, found []party.Meeting) ([]MeetingRow, error) {
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return nil, err
	}
	rows := make([]MeetingRow, len(found))
	at := map[string]*MeetingRow{}
	for n, m := range found {
		rows[n] = MeetingRow{Meeting: m, Chair: names.Person(m.ChairID)}
		at[m.ID] = &rows[n]
	}
	if err := v.countParts(i.ID, at); err != nil {
		return nil, err
	}
	for n := range rows {
		rows[n].State = meetingState(rows[n].Meeting, rows[n].Present > 0, v.Today)
	}
	return rows, nil
}

// meetingState tells how far a meeting is: held means that somebody was there.
func meetingState(m party.Meeting, attended bool, today workday.Date) MeetingState {
	switch {
	case !m.Held(today):
		return MeetingPlanned
	case !attended:
		return MeetingUnrecorded
	}
	return MeetingHeld
}

// countParts fills in who was there and what was decided.
func (v *View) countParts(inspectionID string, at map[string]*MeetingRow) error {
	const of = " WHERE meeting_id IN (SELECT id FROM meeting WHERE inspection_id = ?) GROUP BY meeting_id"
	err := v.Tx.Each(func(scan func(...any) error) error {
		var id string
		var present, absent, observers int
		if err := scan(&id, &present, &absent, &observers); err != nil {
			return err
		}
		if row := at[id]; row != nil {
			row.Present, row.Absent, row.Observers = present, absent, observers
		}
		return nil
	}, "SELECT meeting_id, "+sum("presence = 'present'")+", "+sum("presence = 'absent'")+", "+sum("presence = 'observer'")+
		" FROM attendance"+of, inspectionID)
	if err != nil {
		return err
	}
	return v.Tx.Each(func(scan func(...any) error) error {
		var id string
		var decided, finished int
		if err := scan(&id, &decided, &finished); err != nil {
			return err
		}
		if row := at[id]; row != nil {
			row.Decided, row.Finished = decided, finished
		}
		return nil
	}, "SELECT meeting_id, COUNT(*), "+sum("done_on <> ''")+" FROM resolution"+of, inspectionID)
}
