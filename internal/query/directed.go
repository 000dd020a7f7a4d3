package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/store"
)

// DirectedRow is one directed matter with names.
type DirectedRow struct {
	party.DirectedMatter
	By    string
	About []ProblemLink
}

// DirectedList is the matters that leaders directed themselves, newest first.
type DirectedList struct {
	Inside
	Rows    []DirectedRow
	CanEdit bool
}

// DirectedMatters lists the directed matters of an inspection.
func DirectedMatters(v *View, inspectionID string) (DirectedList, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeParty)
	if err != nil {
		return DirectedList{}, err
	}
	l := DirectedList{Inside: Inside{i.ID}, CanEdit: v.Can(org.DirectedEdit, t)}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return l, err
	}
	found, err := store.DirectedMatters.List(v.Tx, "WHERE inspection_id = ? ORDER BY on_day DESC, id DESC", i.ID)
	if err != nil {
		return l, err
	}
	for _, d := range found {
		row := DirectedRow{DirectedMatter: d, By: names.Person(d.ByID)}
		if row.About, err = v.problemLinks(d.Problems); err != nil {
			return l, err
		}
		l.Rows = append(l.Rows, row)
	}
	return l, nil
}

// DirectedForm is a directed matter to be entered or edited.
type DirectedForm struct {
	Inside
	Directed party.DirectedMatter
	Leaders  []Option
	Problems []Option
}

// NewDirected gives the form of a new directed matter.
func NewDirected(v *View, inspectionID string) (DirectedForm, error) {
	i, err := v.toEdit(inspectionID, org.DirectedEdit)
	if err != nil {
		return DirectedForm{}, err
	}
	return v.directedForm(i, party.DirectedMatter{})
}

// EditDirected gives the form of a stored directed matter.
func EditDirected(v *View, id string) (DirectedForm, error) {
	d, err := store.DirectedMatters.Get(v.Tx, id)
	if err != nil {
		return DirectedForm{}, err
	}
	i, err := v.toEdit(d.InspectionID, org.DirectedEdit)
	if err != nil {
		return DirectedForm{}, err
	}
	return v.directedForm(i, d)
}

// directedForm offers the leading body of today, and whoever is already named.
func (v *View) directedForm(i inspection.Inspection, d party.DirectedMatter) (DirectedForm, error) {
	f := DirectedForm{Inside: Inside{i.ID}, Directed: d}
	var kept []string
	if d.ByID != "" {
		kept = []string{d.ByID}
	}
	people, err := v.ranked(i.OrgID, v.Today, kept)
	if err != nil {
		return f, err
	}
	for _, p := range people {
		if p.Rank.Leads() || p.ID == d.ByID {
			f.Leaders = append(f.Leaders, Option{Value: p.ID, Label: p.Label()})
		}
	}
	f.Problems, err = v.problemOptions(i.ID)
	return f, err
}
