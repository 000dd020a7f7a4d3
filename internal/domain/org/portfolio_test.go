package org_test

import (
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
)

func TestLeaderOfFollowsThePortfolioOfTheDay(t *testing.T) {
	posts := []org.Post{
		{PersonID: "left", Rank: org.RankDeputy, Portfolio: []string{"d1"}, Until: "2026-02-28"},
		{PersonID: "member", Rank: org.RankMember, Portfolio: []string{"d1", "d2"}, From: "2025-01-01"},
		{PersonID: "deputy", Rank: org.RankDeputy, Portfolio: []string{"d2"}, From: "2025-06-01"},
		{PersonID: "section", Rank: org.RankDeptHead, Portfolio: []string{"d3"}},
	}
	for _, c := range []struct {
		dept string
		day  workday.Date
		want string
	}{
		{"d1", "2026-02-01", "left"}, {"d1", "2026-03-02", "member"}, {"d2", "2026-03-02", "deputy"},
		{"d2", "2025-03-02", "member"}, {"d3", "2026-03-02", ""}, {"", "2026-03-02", ""},
	} {
		if got := org.LeaderOf(posts, c.dept, c.day); got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.dept, c.day, got, c.want)
		}
	}
}
