package party

import (
	"slices"

	"bihuan/internal/domain/org"
)

// Coverage tells who of the leading body has talked with whom: every leader
// talks with every other leader and with each department head (domain.md §1).
type Coverage struct {
	Leaders []string // person ids, in the order of papers
	Heads   []string // department heads
	last    map[pair]Talk
	closely map[pair]bool // the head of the organisation, or the leader who answers for the department
}

// Cover finds the coverage among those who hold posts. posts is each person's
// post on the day, leaders and heads in the order of papers.
func Cover(posts map[string]org.Post, leaders, heads []string, talks []Talk) Coverage {
	c := Coverage{Leaders: leaders, Heads: heads, last: map[pair]Talk{}, closely: map[pair]bool{}}
	for _, t := range talks {
		p := pairOf(t.FromID, t.ToID)
		if was, ok := c.last[p]; !ok || was.HeldOn < t.HeldOn {
			c.last[p] = t
		}
	}
	for _, l := range leaders {
		for _, h := range heads {
			post := posts[l]
			c.closely[pairOf(l, h)] = post.Rank == org.RankSecretary || slices.Contains(post.Portfolio, posts[h].DepartmentID)
		}
	}
	return c
}

// Between gives the latest talk of two people; ok is false for none.
func (c Coverage) Between(a, b string) (talk Talk, ok bool) {
	talk, ok = c.last[pairOf(a, b)]
	return talk, ok
}

// Closely reports whether the two work closely together: two leaders, the head
// and anybody, or a leader and the head of a department in his portfolio.
func (c Coverage) Closely(leader, other string) bool {
	return slices.Contains(c.Leaders, other) || c.closely[pairOf(leader, other)]
}

// Share is how many of all are done.
type Share struct{ Done, All int }

// AmongLeaders counts the pairs of leaders that have talked.
func (c Coverage) AmongLeaders() Share {
	var s Share
	for i, a := range c.Leaders {
		for _, b := range c.Leaders[i+1:] {
			s.count(c, a, b)
		}
	}
	return s
}

// WithHeads counts the pairs of a leader and a department head that have
// talked.
func (c Coverage) WithHeads() Share {
	var s Share
	for _, a := range c.Leaders {
		for _, b := range c.Heads {
			s.count(c, a, b)
		}
	}
	return s
}

// HeadsReached counts the department heads with whom at least one leader has
// talked.
func (c Coverage) HeadsReached() Share {
	s := Share{All: len(c.Heads)}
	for _, h := range c.Heads {
		if slices.ContainsFunc(c.Leaders, func(l string) bool { _, ok := c.Between(l, h); return ok }) {
			s.Done++
		}
	}
	return s
}

func (s *Share) count(c Coverage, a, b string) {
	s.All++
	if _, ok := c.Between(a, b); ok {
		s.Done++
	}
}
