package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// GroupPage is the leading group of an inspection with who sits in it.
type GroupPage struct {
	InspectionID string
	Group        org.LeadingGroup
	Founded      bool // there is one
	Office       string
	Positions    []SeatGroup
	Seats        []org.GroupSeat // all, for the form
	Gaps         []org.GroupGap
	Choices      Choices
	CanEdit      bool
}

// SeatGroup is who sits, or sat, at one position.
type SeatGroup struct {
	Position org.Position
	Seats    []SeatRow
}

// SeatRow is one seat with the name and the post of who holds it.
type SeatRow struct {
	org.GroupSeat
	Name string
	Post string
	Past bool
}

// Group gives the leading group of an inspection, to those who see detail.
func Group(v *View, inspectionID string) (GroupPage, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return GroupPage{}, err
	}
	out := GroupPage{InspectionID: i.ID, CanEdit: v.Can(org.GroupEdit, t)}
	out.Group, err = store.LeadingGroups.One(v.Tx, "WHERE inspection_id = ?", i.ID)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return out, err
	}
	out.Founded = out.Group.ID != ""
	if out.Choices, err = v.ChoicesOf(i.OrgID); err != nil {
		return out, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return out, err
	}
	out.Office = names.Department(out.Group.OfficeDepartmentID)
	posts, err := store.Posts.List(v.Tx, "WHERE org_id = ?", i.OrgID)
	if err != nil {
		return out, err
	}
	if out.Seats, err = store.GroupSeats.List(v.Tx, "WHERE group_id = ? ORDER BY sort, id", out.Group.ID); err != nil {
		return out, err
	}
	out.Positions = v.seated(out.Seats, names, org.Held(posts, v.Today))
	out.Gaps = org.GroupGaps(out.Group, out.Seats, posts, v.Today)
	return out, nil
}

// seated orders seats by position; positions that nobody holds are left out.
func (v *View) seated(seats []org.GroupSeat, names Names, held map[string]org.Post) []SeatGroup {
	var out []SeatGroup
	for _, p := range org.Positions() {
		g := SeatGroup{Position: p}
		for _, s := range seats {
			if s.Position == p {
				g.Seats = append(g.Seats, SeatRow{GroupSeat: s, Name: names.Person(s.PersonID), Post: held[s.PersonID].Title, Past: !s.On(v.Today)})
			}
		}
		if len(g.Seats) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// EditableGroup is Group for those who may change it.
func EditableGroup(v *View, inspectionID string) (GroupPage, error) {
	if _, _, err := v.Inspection(inspectionID, org.GroupEdit); err != nil {
		return GroupPage{}, err
	}
	return Group(v, inspectionID)
}
