package org

import (
	"slices"

	"bihuan/internal/domain/workday"
)

// LeaderOf gives the person of the leading body whose portfolio has the
// department on a day, or "": of several the highest rank, then the earliest
// appointed.
func LeaderOf(posts []Post, departmentID string, day workday.Date) string {
	var found *Post
	for i, p := range posts {
		if !p.Rank.Leads() || !p.On(day) || !slices.Contains(p.Portfolio, departmentID) {
			continue
		}
		if found == nil || before(p, *found) {
			found = &posts[i]
		}
	}
	if found == nil {
		return ""
	}
	return found.PersonID
}

func before(a, b Post) bool {
	if a.Rank != b.Rank {
		return a.Rank.Order() < b.Rank.Order()
	}
	return a.From < b.From
}
