package org

import (
	"slices"

	"bihuan/internal/domain/workday"
)

// ranks in the order in which papers list them.
var ranks = []Rank{RankSecretary, RankDeputy, RankMember, RankDeptHead, RankStaff}

// Ranks lists all ranks in the order in which papers list them.
func Ranks() []Rank { return slices.Clone(ranks) }

// Order is the place of the rank in a list of people; an unknown one is last.
func (r Rank) Order() int {
	if i := slices.Index(ranks, r); i >= 0 {
		return i
	}
	return len(ranks)
}

// Leads reports whether the rank belongs to the leading body.
func (r Rank) Leads() bool { return r == RankSecretary || r == RankDeputy || r == RankMember }

// Held gives the post that each person held on a day; of several, the highest.
func Held(posts []Post, day workday.Date) map[string]Post {
	out := map[string]Post{}
	for _, p := range posts {
		was, ok := out[p.PersonID]
		if p.On(day) && (!ok || p.Rank.Order() < was.Rank.Order()) {
			out[p.PersonID] = p
		}
	}
	return out
}
