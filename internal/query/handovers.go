package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// HandOverList is the hand-overs of an inspection, and who should hand over.
type HandOverList struct {
	InspectionID string
	Rows         []HandOverRow
	Due          []HandOverDue // who answers for open work and should not any more
	CanEdit      bool
}

// HandOverRow is one hand-over in the list.
type HandOverRow struct {
	work.HandOver
	Items   int
	Awaited []string // names of who has not confirmed
}

// HandOvers lists the hand-overs of an inspection, to those inside.
func HandOvers(v *View, inspectionID string) (HandOverList, error) {
	i, t, err := v.Inspection(inspectionID, org.HandOverSee)
	if err != nil {
		return HandOverList{}, err
	}
	out := HandOverList{InspectionID: i.ID, CanEdit: v.Can(org.HandOverEdit, t)}
	list, err := store.HandOvers.List(v.Tx, "WHERE inspection_id = ? ORDER BY at DESC, id", i.ID)
	if err != nil {
		return out, err
	}
	for _, h := range list {
		p, err := v.handOver(h)
		if err != nil {
			return out, err
		}
		row := HandOverRow{HandOver: h, Items: len(p.Items)}
		for _, s := range p.Sides {
			if s.Done == nil && h.State == work.HandOverOpen {
				row.Awaited = append(row.Awaited, s.Name)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	out.Due, err = v.handOversDue(i.ID, i.OrgID)
	return out, err
}

// HandOverIn is a hand-over that is being prepared.
type HandOverIn struct {
	Inspection string
	Kind       work.HandOverKind
	From       string
}

// HandOverForm is what a hand-over would list, and who could take it.
type HandOverForm struct {
	HandOverIn
	FromName string
	Items    []work.HandOverItem
	Holders  []Option // of the kind
	People   []Option
}

// HandOverDraft gives the form of a hand-over: first whom it is of, then what
// is open of him.
func HandOverDraft(v *View, in HandOverIn) (HandOverForm, error) {
	i, _, err := v.Inspection(in.Inspection, org.HandOverEdit)
	if err != nil {
		return HandOverForm{}, err
	}
	out := HandOverForm{HandOverIn: in}
	c, err := v.ChoicesOf(i.OrgID)
	if err != nil {
		return out, err
	}
	out.Holders, out.People = c.People, c.People
	switch in.Kind {
	case work.OfDepartment:
		out.Holders = c.Departments
	case work.OfLeader:
		out.Holders = c.Leaders
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil || in.From == "" {
		return out, err
	}
	out.FromName = names.Person(in.From) + names.Department(in.From)
	out.Items, err = store.OpenDuties(v.Tx, i.ID, in.Kind, in.From)
	return out, err
}

// HandOverPage is one hand-over with its sides.
type HandOverPage struct {
	Inside
	HandOver     work.HandOver
	Organisation string
	Supervisor   string
	Items        []work.HandOverItem
	Sides        []HandOverSide
	Mine         bool // the caller has a confirmation to give
	CanEdit      bool
	Fault        error // why nobody can confirm now
}

// HandOverSide is the giver or one successor.
type HandOverSide struct {
	ID    string
	Name  string
	Gives bool
	Items int
	Done  *work.Confirmation
}

// HandOver gives one hand-over, to those inside.
func HandOver(v *View, id string) (HandOverPage, error) {
	h, err := store.HandOvers.Get(v.Tx, id)
	if err != nil {
		return HandOverPage{}, err
	}
	i, t, err := v.Inspection(h.InspectionID, org.HandOverSee)
	if err != nil {
		return HandOverPage{}, err
	}
	out, err := v.handOver(h)
	if err != nil {
		return out, err
	}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return out, err
	}
	names, err := v.NamesOf(i.OrgID)
	out.Organisation, out.Supervisor = o.Name, names.Person(h.SupervisorID)
	out.CanEdit = v.Can(org.HandOverEdit, t) && h.State == work.HandOverOpen
	out.Fault = h.MayConfirm(v.Actor.PersonID == h.FromID || contains(v.Actor.Departments(org.RoleDeptHead), h.FromID), v.Today)
	return out, err
}

func (v *View) handOver(h work.HandOver) (out HandOverPage, err error) {
	out = HandOverPage{Inside: Inside{h.InspectionID}, HandOver: h}
	if out.Items, err = store.HandOverItems.List(v.Tx, "WHERE hand_over_id = ? ORDER BY seq", h.ID); err != nil {
		return out, err
	}
	done, err := store.Confirmations.List(v.Tx, "WHERE hand_over_id = ? ORDER BY at, id", h.ID)
	if err != nil {
		return out, err
	}
	out.Sides = []HandOverSide{{ID: h.FromID, Name: h.FromName, Gives: true, Items: len(out.Items)}}
	for _, id := range work.Takers(out.Items) {
		side := HandOverSide{ID: id}
		for _, i := range out.Items {
			if i.ToID == id {
				side.Name, side.Items = i.ToName, side.Items+1
			}
		}
		out.Sides = append(out.Sides, side)
	}
	for n := range out.Sides {
		for k := range done {
			if done[k].Gives == out.Sides[n].Gives && done[k].HolderID == out.Sides[n].ID {
				out.Sides[n].Done = &done[k]
			}
		}
	}
	out.Mine = h.State == work.HandOverOpen && len(work.Sides(v.Actor, h, out.Items, done)) > 0
	return out, nil
}
