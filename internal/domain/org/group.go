package org

import "bihuan/internal/domain/workday"

// GroupGap is what a leading group still lacks.
type GroupGap string

// The gaps.
const (
	NoGroupLeader  GroupGap = "no-leader"
	ManyLeaders    GroupGap = "many-leaders"
	OtherLeader    GroupGap = "other-leader" // the leader is not the secretary of the Party group
	NoGroupOffice  GroupGap = "no-office"
	NoOfficeLeader GroupGap = "no-office-leader"
)

// On reports whether the seat is held on the day.
func (s GroupSeat) On(day workday.Date) bool { return within(day, s.From, s.Until) }

// GroupGaps lists what a leading group lacks on a day. The secretary of the
// Party group is the first responsible person and so its leader (domain.md §1).
func GroupGaps(g LeadingGroup, seats []GroupSeat, posts []Post, day workday.Date) []GroupGap {
	var out []GroupGap
	leaders := at(seats, GroupLeader, day)
	switch {
	case len(leaders) == 0:
		out = append(out, NoGroupLeader)
	case len(leaders) > 1:
		out = append(out, ManyLeaders)
	case Held(posts, day)[leaders[0]].Rank != RankSecretary:
		out = append(out, OtherLeader)
	}
	if g.OfficeDepartmentID == "" {
		out = append(out, NoGroupOffice)
	}
	if len(at(seats, OfficeLeader, day)) == 0 {
		out = append(out, NoOfficeLeader)
	}
	return out
}

// at lists who sits at a position on a day.
func at(seats []GroupSeat, p Position, day workday.Date) []string {
	var out []string
	for _, s := range seats {
		if s.Position == p && s.On(day) {
			out = append(out, s.PersonID)
		}
	}
	return out
}
