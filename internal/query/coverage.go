package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// TalkCell is where a leader and somebody meet in the table of talks.
type TalkCell struct {
	Self    bool   // the same person
	TalkID  string // the latest talk; empty where there is none
	On      workday.Date
	State   party.TalkState // of the latest talk
	Closely bool            // they work closely together: a missing talk weighs more
	Leader  string
	Other   string
}

// TalkLine is one person of the table, with a cell for every leader.
type TalkLine struct {
	Ranked
	Cells   []TalkCell
	Missing int // leaders with whom he has not talked
}

// TalkCoverage is who has talked with whom: every leader with every other
// leader and with each department head.
type TalkCoverage struct {
	Inside
	On      workday.Date // the day whose posts count
	Columns []Ranked     // the leaders
	Leaders []TalkLine
	Heads   []TalkLine
	Among   party.Share // pairs of leaders
	With    party.Share // pairs of a leader and a department head
	Reached party.Share // department heads with whom anybody has talked
	All     int         // talks recorded
	// Unconfirmed is how many of them not both sides have confirmed.
	Unconfirmed int
	CanEdit     bool
}

// TalkMatrix gives the coverage of an inspection's talks, by the posts on the
// day of the special democratic life meeting, before it those of today.
func TalkMatrix(v *View, inspectionID string) (TalkCoverage, error) {
	_, t, err := v.Inspection(inspectionID, org.SeeTalks)
	if err != nil {
		return TalkCoverage{}, err
	}
	c, err := v.talkMatrix(inspectionID)
	c.CanEdit = v.Can(org.TalkEdit, t)
	return c, err
}

func (v *View) talkMatrix(inspectionID string) (TalkCoverage, error) {
	i, err := v.inspection(inspectionID)
	if err != nil {
		return TalkCoverage{}, err
	}
	c := TalkCoverage{Inside: Inside{i.ID}}
	if c.On, err = v.talksUntil(i); err != nil {
		return c, err
	}
	people, err := v.ranked(i.OrgID, c.On, nil)
	if err != nil {
		return c, err
	}
	cover, err := v.cover(i, c.On, people)
	if err != nil {
		return c, err
	}
	c.fill(cover, people)
	err = v.Tx.QueryRow("SELECT COUNT(*), COALESCE("+sum("from_confirmed_on = '' OR to_confirmed_on = ''")+", 0) FROM talk WHERE inspection_id = ?", i.ID).
		Scan(&c.All, &c.Unconfirmed)
	return c, err
}

// talksUntil is the day by which the talks should have been held.
func (v *View) talksUntil(i inspection.Inspection) (workday.Date, error) {
	var held workday.Date
	err := v.Tx.QueryRow("SELECT COALESCE(MIN(held_on), '') FROM life_meeting WHERE inspection_id = ? AND kind = ? AND held_on <> '' AND held_on <= ?",
		i.ID, string(party.DemocraticLife), string(v.Today)).Scan(&held)
	return v.dayOr(held), err
}

// cover loads the talks and finds their coverage among the people.
func (v *View) cover(i inspection.Inspection, day workday.Date, people []Ranked) (party.Coverage, error) {
	posts, err := v.heldPosts(i.OrgID, day)
	if err != nil {
		return party.Coverage{}, err
	}
	talks, err := store.Talks.List(v.Tx, "WHERE inspection_id = ?", i.ID)
	var leaders, heads []string
	for _, p := range people {
		switch {
		case p.Rank.Leads():
			leaders = append(leaders, p.ID)
		case p.Rank == org.RankDeptHead:
			heads = append(heads, p.ID)
		}
	}
	return party.Cover(posts, leaders, heads, talks), err
}

func (c *TalkCoverage) fill(cover party.Coverage, people []Ranked) {
	for _, p := range people {
		if p.Rank.Leads() {
			c.Columns = append(c.Columns, p)
		}
	}
	for _, p := range people {
		line := TalkLine{Ranked: p}
		for _, l := range c.Columns {
			cell := TalkCell{Self: l.ID == p.ID, Closely: cover.Closely(l.ID, p.ID), Leader: l.ID, Other: p.ID}
			if talk, ok := cover.Between(l.ID, p.ID); ok {
				cell.TalkID, cell.On, cell.State = talk.ID, talk.HeldOn, talk.State()
			} else if !cell.Self {
				line.Missing++
			}
			line.Cells = append(line.Cells, cell)
		}
		switch {
		case p.Rank.Leads():
			c.Leaders = append(c.Leaders, line)
		case p.Rank == org.RankDeptHead:
			c.Heads = append(c.Heads, line)
		}
	}
	c.Among, c.With, c.Reached = cover.AmongLeaders(), cover.WithHeads(), cover.HeadsReached()
}
