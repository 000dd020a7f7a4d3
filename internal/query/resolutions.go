package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// ResolutionRow is one resolution with its deadline as it stands.
type ResolutionRow struct {
	party.Resolution
	Department string
	Person     string
	Until      Due
	CanAnswer  bool
}

// EarlierResolution is a resolution of an earlier meeting that was unfinished
// when a meeting was held.
type EarlierResolution struct {
	ResolutionRow
	Meeting party.Meeting
}

// resolutionRows shows resolutions of an inspection.
func (v *View) resolutionRows(inspectionID string, t org.Target, list []party.Resolution, names Names) ([]ResolutionRow, error) {
	ladder, err := v.ladderOf(inspectionID)
	out := make([]ResolutionRow, 0, len(list))
	for _, r := range list {
		out = append(out, ResolutionRow{Resolution: r, Department: names.Department(r.DepartmentID), Person: names.Person(r.PersonID),
			Until: v.dueOf(ladder, r.Due, r.Due, "", r.DoneOn != ""), CanAnswer: v.Can(org.ResolutionAnswer, store.ResolutionTarget(t, r))})
	}
	return out, err
}

// earlierUnfinished gives the resolutions of meetings before a day that were
// open on that day, oldest first.
func (v *View) earlierUnfinished(inspectionID string, before workday.Date, t org.Target, names Names) ([]EarlierResolution, error) {
	meetings, err := store.Meetings.List(v.Tx, "WHERE inspection_id = ? AND held_on <> '' AND held_on < ? ORDER BY held_on, id", inspectionID, before)
	if err != nil {
		return nil, err
	}
	of := map[string]party.Meeting{}
	for _, m := range meetings {
		of[m.ID] = m
	}
	list, err := store.Resolutions.List(v.Tx, `WHERE (done_on = '' OR done_on > ?) AND meeting_id IN
		(SELECT id FROM meeting WHERE inspection_id = ? AND held_on <> '' AND held_on < ?)`, before, inspectionID, before)
	if err != nil {
		return nil, err
	}
	rows, err := v.resolutionRows(inspectionID, t, inOrderOf(meetings, list), names)
	var out []EarlierResolution
	for _, r := range rows {
		out = append(out, EarlierResolution{r, of[r.MeetingID]})
	}
	return out, err
}

// inOrderOf gives the resolutions in the order of their meetings, and within
// one in theirs.
func inOrderOf(meetings []party.Meeting, list []party.Resolution) []party.Resolution {
	by := map[string][]party.Resolution{}
	for _, r := range list {
		by[r.MeetingID] = append(by[r.MeetingID], r)
	}
	var out []party.Resolution
	for _, m := range meetings {
		out = append(out, sortedBySeq(by[m.ID])...)
	}
	return out
}

func sortedBySeq(list []party.Resolution) []party.Resolution {
	slices.SortFunc(list, func(a, b party.Resolution) int { return a.Seq - b.Seq })
	return list
}
