package query

import (
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// LifeFact is the special democratic life meeting with its steps.
type LifeFact struct {
	party.LifeMeeting
	Host       Officer
	HostIsHead bool
	Planned    workday.Date // the day of the meeting, also where it lies ahead
	Talks      TalkCounts
	Papers     PaperCounts
	Criticisms CriticismCounts
	Guests     []party.Guest // who was invited to sit in
	Based
}

// TalkCounts is how many heart-to-heart talks were held up to the meeting, by
// scope, and how many of them the head held.
type TalkCounts struct {
	Total       int
	ByScope     map[party.TalkScope]int
	ByHead      map[party.TalkScope]int // people with whom the head talked
	First, Last workday.Date
}

// PaperCounts is the self-examination papers: of the team, of members, and
// those of others that the head reviewed.
type PaperCounts struct {
	Team, Members, ByHead int
}

// CriticismCounts is what was said at the meeting and what followed.
type CriticismCounts struct {
	Total, Self, Mutual int
	ToHead, FromHead    int // mutual ones
	HeadSelf            int
	Measured, Done      int // with a measure; carried out by the cut-off
}

// BranchFact is an organisational life meeting of a branch.
type BranchFact struct {
	party.LifeMeeting
	Based
}

func (g *gatherer) life() error {
	m, err := store.LifeMeetings.One(g.Tx, "WHERE inspection_id = ? AND kind = ? ORDER BY held_on DESC, id LIMIT 1", g.i.ID, party.DemocraticLife)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	f := &LifeFact{LifeMeeting: m, Planned: m.HeldOn, Based: Based{[]Source{refTo(store.LifeMeetings, m.ID)}}}
	if m.HeldOn > g.CutOff {
		f.HeldOn = ""
	}
	f.Host = g.officer(m.HostID, m.HeldOn)
	f.HostIsHead = m.HostID != "" && m.HostID == g.Head.ID
	g.Life = f
	for _, count := range []func(*LifeFact) error{g.countOpinions, g.loadGuests, g.countTalks, g.countPapers, g.countCriticisms} {
		if err := count(f); err != nil {
			return err
		}
	}
	return nil
}

// countTalks counts the talks up to the meeting, or to the cut-off before it.
func (g *gatherer) countTalks(f *LifeFact) error {
	last := g.CutOff
	if f.HeldOn != "" {
		last = f.HeldOn
	}
	list, err := store.Talks.List(g.Tx, "WHERE inspection_id = ? AND held_on <> '' AND held_on <= ? ORDER BY held_on, id", g.i.ID, last)
	f.Talks = TalkCounts{Total: len(list), ByScope: map[party.TalkScope]int{}, ByHead: map[party.TalkScope]int{}}
	met := map[string]bool{}
	for _, t := range list {
		f.Talks.ByScope[t.Scope]++
		f.Talks.Last = t.HeldOn
		if f.Talks.First == "" {
			f.Talks.First = t.HeldOn
		}
		other := t.ToID
		if other == g.Head.ID {
			other = t.FromID
		}
		if (t.FromID == g.Head.ID || t.ToID == g.Head.ID) && !met[other] {
			met[other] = true
			f.Talks.ByHead[t.Scope]++
		}
	}
	return err
}

// countOpinions counts the opinions that are recorded one by one; where none
// is, the number stands that was entered with the day.
func (g *gatherer) countOpinions(f *LifeFact) error {
	n, err := g.Tx.Count("SELECT COUNT(*) FROM solicited_opinion WHERE life_meeting_id = ? AND received_on <= ?", f.ID, g.CutOff)
	if n > 0 {
		f.Opinions = n
	}
	return err
}

func (g *gatherer) loadGuests(f *LifeFact) error {
	var err error
	f.Guests, err = store.LifeGuests.List(g.Tx, "WHERE life_meeting_id = ? ORDER BY seq", f.ID)
	return err
}

func (g *gatherer) countPapers(f *LifeFact) error {
	list, err := store.SelfPapers.List(g.Tx, "WHERE life_meeting_id = ?", f.ID)
	for _, p := range list {
		if p.ReviewedOn == "" {
			continue // written, or only assigned
		}
		if p.PersonID == "" {
			f.Papers.Team++
		} else {
			f.Papers.Members++
		}
		reviewed := g.until(p.ReviewedOn) && p.ReviewedBy == g.Head.ID && p.PersonID != g.Head.ID
		f.Papers.ByHead += one(g.Head.ID != "" && reviewed)
	}
	return err
}

func (g *gatherer) countCriticisms(f *LifeFact) error {
	list, err := store.Criticisms.List(g.Tx, "WHERE life_meeting_id = ?", f.ID)
	if err != nil {
		return err
	}
	ledger, err := g.remedies(list)
	n := &f.Criticisms
	n.Total = len(list)
	for _, c := range list {
		self := c.FromID == c.ToID
		n.Self += one(self)
		n.Mutual += one(!self)
		n.HeadSelf += one(self && c.ToID == g.Head.ID)
		n.ToHead += one(!self && c.ToID == g.Head.ID)
		n.FromHead += one(!self && c.FromID == g.Head.ID)
		n.Measured += one(c.Measure != "")
		answer, inLedger := ledger[c.MeasureID]
		n.Done += one(inLedger && answer.Verdict == work.Done || c.MeasureID == "" && c.Measure != "" && g.until(c.DoneOn))
	}
	return err
}

// branches gives the organisational life meetings that the head attended.
func (g *gatherer) branches() error {
	list, err := store.LifeMeetings.List(g.Tx, `WHERE inspection_id = ? AND kind = ? AND head_as_member = 1 AND held_on <> '' AND held_on <= ?
		ORDER BY held_on, id`, g.i.ID, party.OrganisationalLife, g.CutOff)
	for _, m := range list {
		g.Branches = append(g.Branches, BranchFact{LifeMeeting: m, Based: Based{[]Source{refTo(store.LifeMeetings, m.ID)}}})
	}
	return err
}
