package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// StudyCell is where a rule and a person meet.
type StudyCell struct {
	On      workday.Date // the first session; empty for none
	StudyID string
}

// StudyLine is one rule of the library with a cell for everybody.
type StudyLine struct {
	party.StudyRule
	Cells    []StudyCell
	Sessions int
	Share    party.Share
}

// StudyMatrix is who of the leading body has studied which rules.
type StudyMatrix struct {
	Inside
	Title     string // of the inspection
	On        workday.Date
	People    []Ranked
	ByPerson  []party.Share // of the required rules
	Lines     []StudyLine
	Required  party.Share // required rules that somebody has studied
	Untouched []party.StudyRule
	Own       []party.StudyRule // that the organisation added
	CanEdit   bool
}

// StudyCoverage gives the coverage of an inspection's study among those who
// belong to the leading body today.
func StudyCoverage(v *View, inspectionID string) (StudyMatrix, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeParty)
	if err != nil {
		return StudyMatrix{}, err
	}
	m := StudyMatrix{Inside: Inside{i.ID}, Title: i.Title, On: v.Today, CanEdit: v.Can(org.StudyEdit, t)}
	people, err := v.ranked(i.OrgID, v.Today, nil)
	if err != nil {
		return m, err
	}
	var ids []string
	for _, p := range people {
		if p.Rank.Leads() {
			m.People, ids = append(m.People, p), append(ids, p.ID)
		}
	}
	rules, err := v.library(i)
	if err != nil {
		return m, err
	}
	sessions, err := store.Studies.List(v.Tx, "WHERE inspection_id = ? ORDER BY held_on, id", i.ID)
	if err != nil {
		return m, err
	}
	m.fill(party.CoverStudy(ids, rules, sessions))
	for _, r := range rules {
		if r.InspectionID != "" {
			m.Own = append(m.Own, r)
		}
	}
	return m, nil
}

func (m *StudyMatrix) fill(c party.StudyCoverage) {
	m.Required, m.Untouched = c.Required(), c.Untouched()
	for _, p := range c.People {
		m.ByPerson = append(m.ByPerson, c.By(p))
	}
	for _, r := range c.Rules {
		line := StudyLine{StudyRule: r, Sessions: c.Sessions(r.ID), Share: c.Of(r.ID)}
		for _, p := range c.People {
			s, on, _ := c.Studied(r.ID, p)
			line.Cells = append(line.Cells, StudyCell{On: on, StudyID: s.ID})
		}
		m.Lines = append(m.Lines, line)
	}
}

// library gives the rules of an inspection: those of its round, then its own,
// the required ones first.
func (v *View) library(i inspection.Inspection) ([]party.StudyRule, error) {
	return store.StudyRules.List(v.Tx, "WHERE round_id = ? AND inspection_id = '' OR inspection_id = ? ORDER BY required DESC, inspection_id, seq, id", i.RoundID, i.ID)
}

// RoundLibrary is the rules to be studied in a round.
type RoundLibrary struct {
	Round inspection.Round
	Rules []party.StudyRule
}

// LibraryOfRound gives the library of a round, to those who keep the round.
func LibraryOfRound(v *View, id string) (RoundLibrary, error) {
	r, err := ChainOf(v, id)
	if err != nil {
		return RoundLibrary{}, err
	}
	list, err := store.StudyRules.List(v.Tx, "WHERE round_id = ? AND inspection_id = '' ORDER BY seq, id", id)
	return RoundLibrary{Round: r, Rules: list}, err
}
