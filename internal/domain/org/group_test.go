package org_test

import (
	"slices"
	"testing"

	"bihuan/internal/domain/org"
)

func TestGroupGaps(t *testing.T) {
	posts := []org.Post{{PersonID: "head", Rank: org.RankSecretary}, {PersonID: "deputy", Rank: org.RankDeputy}}
	office := org.LeadingGroup{OfficeDepartmentID: "d1"}
	seat := func(who string, p org.Position) org.GroupSeat { return org.GroupSeat{PersonID: who, Position: p} }
	gone := seat("head", org.GroupLeader)
	gone.Until = "2026-02-28"
	for name, c := range map[string]struct {
		group org.LeadingGroup
		seats []org.GroupSeat
		want  []org.GroupGap
	}{
		"empty":         {org.LeadingGroup{}, nil, []org.GroupGap{org.NoGroupLeader, org.NoGroupOffice, org.NoOfficeLeader}},
		"whole":         {office, []org.GroupSeat{seat("head", org.GroupLeader), seat("deputy", org.OfficeLeader)}, nil},
		"other leader":  {office, []org.GroupSeat{seat("deputy", org.GroupLeader), seat("deputy", org.OfficeLeader)}, []org.GroupGap{org.OtherLeader}},
		"leader is off": {office, []org.GroupSeat{gone, seat("deputy", org.OfficeLeader)}, []org.GroupGap{org.NoGroupLeader}},
		"two leaders": {office, []org.GroupSeat{seat("head", org.GroupLeader), seat("deputy", org.GroupLeader), seat("x", org.OfficeLeader)},
			[]org.GroupGap{org.ManyLeaders}},
	} {
		if got := org.GroupGaps(c.group, c.seats, posts, "2026-03-02"); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
