package party_test

import (
	"fmt"
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"

	"pgregory.net/rapid"
)

func TestTheScopeOfATalkFollowsFromThePosts(t *testing.T) {
	post := func(r org.Rank) org.Post { return org.Post{Rank: r} }
	for _, c := range []struct {
		from, to org.Rank
		want     party.TalkScope
		ok       bool
	}{
		{org.RankSecretary, org.RankMember, party.LeaderWithLeader, true},
		{org.RankMember, org.RankSecretary, party.LeaderWithLeader, true},
		{org.RankDeputy, org.RankDeptHead, party.LeaderWithDeptHead, true},
		{org.RankMember, org.RankStaff, party.LeaderWithStaff, true},
		{org.RankMember, "", party.LeaderWithStaff, true},
		{org.RankDeptHead, org.RankStaff, "", false},
		{"", org.RankMember, "", false},
	} {
		if got, ok := party.ScopeOf(post(c.from), post(c.to)); got != c.want || ok != c.ok {
			t.Errorf("%s with %s: %q %v", c.from, c.to, got, ok)
		}
	}
}

func TestWhatATalkNeeds(t *testing.T) {
	good := party.Talk{HeldOn: "2026-03-08", FromID: "head", ToID: "leader"}
	for name, c := range map[string]struct {
		change func(*party.Talk)
		want   map[string]string
	}{
		"complete":     {func(*party.Talk) {}, nil},
		"with himself": {func(x *party.Talk) { x.ToID = "head" }, map[string]string{"with": "party.talk.alone"}},
		"with nobody":  {func(x *party.Talk) { x.ToID = "" }, map[string]string{"with": "field.required"}},
		"tomorrow":     {func(x *party.Talk) { x.HeldOn = "2026-03-11" }, map[string]string{"held_on": "party.future"}},
	} {
		t.Run(name, func(t *testing.T) {
			x := good
			c.change(&x)
			var checks fault.Checks
			x.Check(&checks, today)
			compare(t, c.want, wrongs(t, &checks))
		})
	}
}

func TestCoverageOfTalks(t *testing.T) {
	posts := map[string]org.Post{"head": {Rank: org.RankSecretary}, "a": {Rank: org.RankMember, Portfolio: []string{"d1"}},
		"b": {Rank: org.RankMember}, "h1": {Rank: org.RankDeptHead, DepartmentID: "d1"}, "h2": {Rank: org.RankDeptHead, DepartmentID: "d2"}}
	c := party.Cover(posts, []string{"head", "a", "b"}, []string{"h1", "h2"}, []party.Talk{
		{HeldOn: "2026-03-03", FromID: "a", ToID: "head"}, {HeldOn: "2026-03-05", FromID: "head", ToID: "a"},
		{HeldOn: "2026-03-04", FromID: "a", ToID: "h1"}, {HeldOn: "2026-03-04", FromID: "b", ToID: "somebody-else"},
	})
	if got := c.AmongLeaders(); got != (party.Share{Done: 1, All: 3}) {
		t.Errorf("among leaders %+v", got)
	}
	if got := c.WithHeads(); got != (party.Share{Done: 1, All: 6}) {
		t.Errorf("with heads %+v", got)
	}
	if got := c.HeadsReached(); got != (party.Share{Done: 1, All: 2}) {
		t.Errorf("heads reached %+v", got)
	}
	if last, ok := c.Between("a", "head"); !ok || last.HeldOn != "2026-03-05" {
		t.Errorf("the latest talk is %+v", last)
	}
	for _, x := range []struct {
		leader, other string
		want          bool
	}{{"head", "h2", true}, {"a", "h1", true}, {"a", "h2", false}, {"b", "h1", false}, {"a", "b", true}} {
		if got := c.Closely(x.leader, x.other); got != x.want {
			t.Errorf("%s and %s closely: %v", x.leader, x.other, got)
		}
	}
}

// Whoever begins a talk, it covers both; another talk never uncovers anybody.
func TestMoreTalksNeverCoverLess(t *testing.T) {
	leaders, heads := []string{"l0", "l1", "l2", "l3"}, []string{"h0", "h1", "h2"}
	everybody := append(append([]string{}, leaders...), heads...)
	rapid.Check(t, func(t *rapid.T) {
		var talks []party.Talk
		was := 0
		for i := range rapid.IntRange(0, 12).Draw(t, "talks") {
			from, to := rapid.SampledFrom(everybody).Draw(t, "from"), rapid.SampledFrom(everybody).Draw(t, "to")
			talks = append(talks, party.Talk{FromID: from, ToID: to, HeldOn: today.AddDays(-i)})
			c := party.Cover(nil, leaders, heads, talks)
			swapped := party.Cover(nil, leaders, heads, append(talks[:i:i], party.Talk{FromID: to, ToID: from, HeldOn: today.AddDays(-i)}))
			now := c.AmongLeaders().Done + c.WithHeads().Done
			if now < was || c.AmongLeaders() != swapped.AmongLeaders() || c.WithHeads() != swapped.WithHeads() {
				t.Fatal(fmt.Sprint(talks))
			}
			was = now
		}
	})
}
