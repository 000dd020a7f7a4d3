package party

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// ScopeOf tells who talks with whom from the posts that both hold on the day.
// Only members of the leading body hold such talks: ok is false for others.
func ScopeOf(from, to org.Post) (scope TalkScope, ok bool) {
	switch {
	case !from.Rank.Leads():
		return "", false
	case to.Rank.Leads():
		return LeaderWithLeader, true
	case to.Rank == org.RankDeptHead:
		return LeaderWithDeptHead, true
	}
	return LeaderWithStaff, true
}

// Check notes what is wrong with the talk, under the names of its form fields:
// two people, on a day that has come.
func (t Talk) Check(c *fault.Checks, today workday.Date) {
	happened(c, "held_on", t.HeldOn, today)
	c.Need("talker", t.FromID)
	c.Need("with", t.ToID)
	if t.FromID != "" && t.FromID == t.ToID {
		c.Add("with", "party.talk.alone")
	}
	c.Max("topics", t.Topics, fault.LongText)
}

// Same reports whether both are the same talk: the same two people, whoever
// began it, on the same day.
func (t Talk) Same(other Talk) bool {
	return t.HeldOn == other.HeldOn && pairOf(t.FromID, t.ToID) == pairOf(other.FromID, other.ToID)
}

// pair is two people in either order.
type pair struct{ a, b string }

func pairOf(a, b string) pair {
	if b < a {
		a, b = b, a
	}
	return pair{a, b}
}
