package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// OpinionRow is one opinion with what the caller may do about it.
type OpinionRow struct {
	publication.Opinion
	State      publication.OpinionState
	Department string
	Problem    string
	CanAssign  bool
	CanAnswer  bool
}

// OpinionList is the opinions that came in about an inspection's public
// version, as far as the caller sees them.
type OpinionList struct {
	Inside
	Rows        []OpinionRow // newest first
	Answered    int
	Late        int
	Published   bool // the public version is: opinions can be recorded
	CanRecord   bool
	Departments []Option
}

// PublicOpinions lists the opinions of an inspection: all for those who lead
// and keep the work, for a department those that were assigned to it.
func PublicOpinions(v *View, inspectionID string) (OpinionList, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeInspection)
	if err != nil {
		return OpinionList{}, err
	}
	l := OpinionList{Inside: Inside{i.ID}, CanRecord: v.Can(org.OpinionRecord, t)}
	if !v.seesSomeOpinion(t) {
		return l, v.Need(org.OpinionSee, t)
	}
	n, err := v.Tx.Count("SELECT COUNT(*) FROM publication WHERE inspection_id = ? AND kind = ? AND state = ?", i.ID,
		inspection.PublicVersion, publication.Published)
	if err != nil {
		return l, err
	}
	l.Published = n > 0
	all, err := store.PublicOpinions.List(v.Tx, "WHERE inspection_id = ? ORDER BY received_on DESC, id DESC", i.ID)
	if err != nil {
		return l, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return l, err
	}
	problems, err := v.problemOptions(i.ID)
	if err != nil {
		return l, err
	}
	for _, o := range all {
		one := t
		if o.DepartmentID != "" {
			one.Departments = []string{o.DepartmentID}
		}
		if !v.Can(org.OpinionSee, one) {
			continue
		}
		row := OpinionRow{Opinion: o, State: o.State(v.Today), Department: names.Department(o.DepartmentID), Problem: labelOf(problems, o.ProblemID)}
		open := o.AnsweredOn == ""
		row.CanAssign, row.CanAnswer = open && v.Can(org.OpinionRecord, one), open && o.AssignedOn != "" && v.Can(org.OpinionAnswer, one)
		l.count(row)
	}
	choices, err := v.ChoicesOf(i.OrgID)
	l.Departments = choices.Departments
	return l, err
}

func (l *OpinionList) count(row OpinionRow) {
	switch row.State {
	case publication.Answered:
		l.Answered++
	case publication.Late:
		l.Late++
	}
	l.Rows = append(l.Rows, row)
}

// seesSomeOpinion reports whether the caller may see opinions of the
// inspection: all of them, or those assigned to his department.
func (v *View) seesSomeOpinion(t org.Target) bool {
	t.Departments = nil
	for _, g := range v.Actor.Grants {
		if g.OrgID == t.OrgID && g.DepartmentID != "" {
			t.Departments = append(t.Departments, g.DepartmentID)
		}
	}
	return v.Can(org.OpinionSee, t)
}

func labelOf(options []Option, value string) string {
	for _, o := range options {
		if o.Value == value && value != "" {
			return o.Label
		}
	}
	return ""
}

// OpinionForm is where an opinion is written down.
type OpinionForm struct {
	Inside
	Problems []Option
}

// NewOpinion gives the form of a new opinion, once there is a public version.
func NewOpinion(v *View, inspectionID string) (OpinionForm, error) {
	i, err := v.toEdit(inspectionID, org.OpinionRecord)
	if err != nil {
		return OpinionForm{}, err
	}
	l, err := PublicOpinions(v, inspectionID)
	if err == nil && !l.Published {
		err = fault.New(fault.Conflict, "opinion.not-published")
	}
	if err != nil {
		return OpinionForm{}, err
	}
	problems, err := v.problemOptions(i.ID)
	return OpinionForm{Inside: Inside{i.ID}, Problems: problems}, err
}
