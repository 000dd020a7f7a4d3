package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// saveParts makes the stored attendance and resolutions what was entered.
func (f *Meeting) saveParts(s *action.Step, m party.Meeting) error {
	if err := f.saveAttendance(s, m); err != nil {
		return err
	}
	return f.saveResolutions(s, m)
}

func (f *Meeting) saveAttendance(s *action.Step, m party.Meeting) error {
	stored, err := store.Attendances.List(s.Tx, "WHERE meeting_id = ?", m.ID)
	if err != nil {
		return err
	}
	before := map[string]party.Attendance{}
	for _, a := range stored {
		before[a.PersonID] = a
	}
	for _, a := range m.WithChair(entered(f.attendance(m)), s.Today) {
		was, there := before[a.PersonID]
		delete(before, a.PersonID)
		a.OrgID, a.MeetingID, a.ID = m.OrgID, m.ID, was.ID
		switch {
		case !there:
			a.ID = s.NewID()
			err = action.Insert(s, store.Attendances, &a)
		case a != was:
			err = action.Save(s, store.Attendances, was, &a)
		}
		if err != nil {
			return err
		}
	}
	for _, a := range stored {
		if _, gone := before[a.PersonID]; gone {
			if err := action.Remove(s, store.Attendances, a); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *Meeting) saveResolutions(s *action.Step, m party.Meeting) error {
	stored, err := store.Resolutions.List(s.Tx, "WHERE meeting_id = ? ORDER BY seq", m.ID)
	if err != nil {
		return err
	}
	before := map[string]party.Resolution{}
	for _, r := range stored {
		before[r.ID] = r
	}
	for i, r := range entered(f.resolutions(m)) {
		was, there := before[r.ID]
		if r.ID != "" && !there {
			return fault.New(fault.NotFound, "fault.not-found")
		}
		delete(before, r.ID)
		r.Seq, r.Answer, r.AnsweredOn, r.AnsweredName = i+1, was.Answer, was.AnsweredOn, was.AnsweredName
		switch {
		case !there:
			r.ID = s.NewID()
			err = action.Insert(s, store.Resolutions, &r)
		case r != was:
			err = action.Save(s, store.Resolutions, was, &r)
		}
		if err != nil {
			return err
		}
	}
	for _, r := range stored {
		if _, gone := before[r.ID]; gone {
			if err := action.Remove(s, store.Resolutions, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// entered leaves out the rows that were left blank.
func entered[T interface{ Blank() bool }](rows []T) []T {
	out := make([]T, 0, len(rows))
	for _, r := range rows {
		if !r.Blank() {
			out = append(out, r)
		}
	}
	return out
}
