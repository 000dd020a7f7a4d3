package query

import (
	"cmp"
	"slices"
	"strings"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
)

// DutyRow is what one person answers for in one department under one leader.
// An empty name is nobody yet.
type DutyRow struct {
	LeaderID, DeptID, PersonID string
	Leader, Dept, Person       string
	Problems                   Counts
	Measures                   Counts
	Next                       workday.Date // nearest deadline of what is open
}

// Responsibility is the responsibility list (责任清单): who answers for how
// much, and by when.
type Responsibility struct {
	Rows      []DutyRow // by leader, department and person, in the order of the organisation
	CanExport bool
}

// duty is the part of a row that tells it from others.
const duty = "leader_id || '/' || lead_dept_id || '/' || owner_id"

// Duties gives the responsibility list, to those who see detail.
func Duties(v *View, inspectionID string) (Responsibility, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return Responsibility{}, err
	}
	rows, err := v.dutyRows(i.ID)
	if err != nil {
		return Responsibility{}, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return Responsibility{}, err
	}
	choices, err := v.ChoicesOf(i.OrgID)
	if err != nil {
		return Responsibility{}, err
	}
	for n := range rows {
		r := &rows[n]
		r.Leader, r.Dept, r.Person = names.Person(r.LeaderID), names.Department(r.DeptID), names.Person(r.PersonID)
	}
	slices.SortFunc(rows, func(a, b DutyRow) int {
		return cmp.Or(cmp.Compare(place(choices.Leaders, a.LeaderID), place(choices.Leaders, b.LeaderID)), cmp.Compare(a.LeaderID, b.LeaderID),
			cmp.Compare(place(choices.Departments, a.DeptID), place(choices.Departments, b.DeptID)), cmp.Compare(a.DeptID, b.DeptID),
			cmp.Compare(place(choices.People, a.PersonID), place(choices.People, b.PersonID)), cmp.Compare(a.PersonID, b.PersonID))
	})
	return Responsibility{Rows: rows, CanExport: v.Can(org.Export, t)}, nil
}

// place is where an id stands among the choices; one that is not there any
// more, or none, comes last.
func place(list []Option, id string) int {
	if n := slices.IndexFunc(list, func(o Option) bool { return o.Value == id }); n >= 0 && id != "" {
		return n
	}
	return len(list)
}

// dutyRows counts what every combination of leader, department and person
// answers for.
func (v *View) dutyRows(inspectionID string) ([]DutyRow, error) {
	problems, err := v.countIn("problem", duty, inspectionID)
	if err != nil {
		return nil, err
	}
	measures, err := v.countIn("measure", duty, inspectionID)
	if err != nil {
		return nil, err
	}
	next, err := v.nextDeadlines(inspectionID)
	if err != nil {
		return nil, err
	}
	keys := map[string]bool{}
	for key := range problems {
		keys[key] = true
	}
	for key := range measures {
		keys[key] = true
	}
	rows := make([]DutyRow, 0, len(keys))
	for key := range keys {
		part := strings.SplitN(key, "/", 3)
		rows = append(rows, DutyRow{LeaderID: part[0], DeptID: part[1], PersonID: part[2],
			Problems: problems[key], Measures: measures[key], Next: next[key]})
	}
	return rows, nil
}

// nextDeadlines finds the nearest deadline of what is open, for each duty.
func (v *View) nextDeadlines(inspectionID string) (map[string]workday.Date, error) {
	out := map[string]workday.Date{}
	open := "SELECT " + duty + " AS duty, deadline FROM %s WHERE inspection_id = ? AND deadline <> '' AND " + isOpen
	err := v.Tx.Each(func(scan func(...any) error) error {
		var key string
		var d workday.Date
		if err := scan(&key, &d); err != nil {
			return err
		}
		out[key] = d
		return nil
	}, "SELECT duty, MIN(deadline) FROM ("+strings.Replace(open, "%s", "problem", 1)+" UNION ALL "+
		strings.Replace(open, "%s", "measure", 1)+") AS open_work GROUP BY duty", inspectionID, inspectionID)
	return out, err
}
