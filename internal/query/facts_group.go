package query

import (
	"cmp"
	"maps"
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// GroupFact is the rectification leading group with its office: the seats of
// the day on which it was founded, and what changed later.
type GroupFact struct {
	FoundedOn      workday.Date
	DocumentNumber string
	Duties         string
	Department     string // where the office sits
	HeadLeads      bool
	Leader         Officer
	Deputies       []Officer
	Members        []Officer
	OfficeLeaders  []Officer
	OfficeMembers  []Officer
	Changes        []SeatChange
	Based
}

// SeatChange is somebody who came later, or left.
type SeatChange struct {
	On     workday.Date // first day in the seat, or last day
	Who    Officer
	Office bool // of the office, not of the group itself
	Came   bool
	Based
}

// LeaderShare is how many problems a responsible leader answers for.
type LeaderShare struct {
	Leader   Officer
	IsHead   bool
	Problems int
	Based
}

func (g *gatherer) group() error {
	lg, err := store.LeadingGroups.One(g.Tx, "WHERE inspection_id = ?", g.i.ID)
	if fault.Is(err, fault.NotFound) || err == nil && lg.FoundedOn > g.CutOff {
		return nil
	}
	if err != nil {
		return err
	}
	seats, err := store.GroupSeats.List(g.Tx, "WHERE group_id = ? ORDER BY sort, id", lg.ID)
	if err != nil {
		return err
	}
	f := &GroupFact{FoundedOn: lg.FoundedOn, DocumentNumber: lg.DocumentNumber, Duties: lg.Duties,
		Department: g.names.Department(lg.OfficeDepartmentID), Based: Based{[]Source{refTo(store.LeadingGroups, lg.ID)}}}
	g.Group = f
	for _, s := range seats {
		g.seat(f, s)
	}
	slices.SortStableFunc(f.Changes, func(a, b SeatChange) int { return cmp.Compare(a.On, b.On) })
	g.checkSeats(seats)
	return nil
}

// seat puts one seat where it belongs: among the founding ones, or among the changes.
func (g *gatherer) seat(f *GroupFact, s org.GroupSeat) {
	began := f.FoundedOn
	if began == "" {
		began = g.CutOff
	}
	office := s.Position == org.OfficeLeader || s.Position == org.OfficeMember
	refs := Based{[]Source{refTo(store.GroupSeats, s.ID)}}
	if s.From > began {
		if s.From <= g.CutOff {
			f.Changes = append(f.Changes, SeatChange{On: s.From, Who: g.officer(s.PersonID, s.From), Office: office, Came: true, Based: refs})
		}
	} else {
		g.foundingSeat(f, s, began)
	}
	if s.Until != "" && s.Until < g.CutOff {
		f.Changes = append(f.Changes, SeatChange{On: s.Until, Who: g.officer(s.PersonID, s.Until), Office: office, Based: refs})
	}
}

func (g *gatherer) foundingSeat(f *GroupFact, s org.GroupSeat, day workday.Date) {
	o := g.officer(s.PersonID, day)
	o.Refs = append(o.Refs, refTo(store.GroupSeats, s.ID))
	switch s.Position {
	case org.GroupLeader:
		f.Leader, f.HeadLeads = o, s.PersonID == g.Head.ID
	case org.GroupDeputy:
		f.Deputies = append(f.Deputies, o)
	case org.GroupMember:
		f.Members = append(f.Members, o)
	case org.OfficeLeader:
		f.OfficeLeaders = append(f.OfficeLeaders, o)
	case org.OfficeMember:
		f.OfficeMembers = append(f.OfficeMembers, o)
	}
}

// checkSeats compares the seats of the cut-off with the posts: the first
// responsible person leads the group and sits in no other place of it.
func (g *gatherer) checkSeats(seats []org.GroupSeat) {
	for _, s := range seats {
		if s.From > g.CutOff || s.Until != "" && s.Until < g.CutOff || g.Head.ID == "" {
			continue
		}
		refs := append([]Source{refTo(store.GroupSeats, s.ID)}, g.Head.Refs...)
		switch {
		case s.Position == org.GroupLeader && s.PersonID != g.Head.ID:
			g.conflict(LeaderNotHead, refs, g.names.Person(s.PersonID), g.Head.Name)
		case (s.Position == org.GroupDeputy || s.Position == org.GroupMember) && s.PersonID == g.Head.ID:
			g.conflict(HeadIsDeputy, refs, g.Head.Name)
		}
	}
}

// leaders counts the problems of each responsible leader, in the order in
// which papers list people.
func (g *gatherer) leaders() error {
	shares, err := g.countBy("leader_id", g.i.ID)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(shares)) {
		if id != "" {
			g.Leaders = append(g.Leaders, LeaderShare{Leader: g.officer(id, g.CutOff), IsHead: id == g.Head.ID,
				Problems: shares[id].Total, Based: Based{[]Source{listOf(ListProblemsOf, id)}}})
		}
	}
	seat := g.Group.order()
	slices.SortStableFunc(g.Leaders, func(a, b LeaderShare) int {
		return cmp.Or(cmp.Compare(a.Leader.Rank.Order(), b.Leader.Rank.Order()), cmp.Compare(seat[a.Leader.ID], seat[b.Leader.ID]))
	})
	return nil
}

// order is the place of each founding member in the list of the group.
func (f *GroupFact) order() map[string]int {
	out := map[string]int{}
	if f == nil {
		return out
	}
	for n, o := range slices.Concat([]Officer{f.Leader}, f.Deputies, f.Members) {
		out[o.ID] = n
	}
	return out
}
