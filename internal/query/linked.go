package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/store"
)

// LinkedIn asks for the linked work of an inspection.
type LinkedIn struct {
	Inspection string
	Kind       string
	Search     string
}

// LinkedRow is one piece of linked work with its problems.
type LinkedRow struct {
	party.LinkedWork
	Helps []ProblemLink
}

// LinkedList is the linked work of an inspection, newest first.
type LinkedList struct {
	Inside
	Rows    []LinkedRow
	All     int
	CanEdit bool
}

// LinkedWorks lists the linked work of an inspection.
func LinkedWorks(v *View, in LinkedIn) (LinkedList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeParty)
	if err != nil {
		return LinkedList{}, err
	}
	l := LinkedList{Inside: Inside{i.ID}, CanEdit: v.Can(org.LinkedEdit, t)}
	var w where
	w.add("inspection_id = ?", i.ID)
	w.equal("kind", in.Kind)
	w.contains(in.Search, "title", "body")
	if l.All, _, err = v.countList("linked_work", i.ID, w); err != nil {
		return l, err
	}
	found, err := store.LinkedWorks.List(v.Tx, "WHERE "+w.text()+" ORDER BY on_day DESC, id DESC", w.args...)
	if err != nil {
		return l, err
	}
	for _, one := range found {
		row := LinkedRow{LinkedWork: one}
		if row.Helps, err = v.problemLinks(one.Problems); err != nil {
			return l, err
		}
		l.Rows = append(l.Rows, row)
	}
	return l, nil
}

// LinkedForm is linked work to be entered or edited.
type LinkedForm struct {
	Inside
	Linked   party.LinkedWork
	Problems []Option
}

// NewLinked gives the form of new linked work.
func NewLinked(v *View, inspectionID string) (LinkedForm, error) {
	i, err := v.toEdit(inspectionID, org.LinkedEdit)
	if err != nil {
		return LinkedForm{}, err
	}
	return v.linkedForm(i, party.LinkedWork{OrgID: i.OrgID, InspectionID: i.ID})
}

// EditLinked gives the form of stored linked work.
func EditLinked(v *View, id string) (LinkedForm, error) {
	one, err := store.LinkedWorks.Get(v.Tx, id)
	if err != nil {
		return LinkedForm{}, err
	}
	i, err := v.toEdit(one.InspectionID, org.LinkedEdit)
	if err != nil {
		return LinkedForm{}, err
	}
	return v.linkedForm(i, one)
}

func (v *View) linkedForm(i inspection.Inspection, one party.LinkedWork) (LinkedForm, error) {
	problems, err := v.problemOptions(i.ID)
	return LinkedForm{Inside: Inside{i.ID}, Linked: one, Problems: problems}, err
}
