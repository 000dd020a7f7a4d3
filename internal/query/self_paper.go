package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/store"
)

// SelfPage is one self-examination paper with its versions, the latest first.
type SelfPage struct {
	Inside
	Meeting   party.LifeMeeting
	Paper     party.SelfPaper
	Person    string // empty: of the body
	Reviewer  string
	Circle    []string
	Versions  []SelfVersionRow
	Taken     []Option // problems that its author took on himself
	Problems  []Option // all of the feedback
	People    []Option
	CanWrite  bool
	CanReview bool
}

// SelfVersionRow is one version with who wrote it.
type SelfVersionRow struct {
	party.SelfVersion
	By string
}

// SelfPaper gives one self-examination paper to those for whom it is.
func SelfPaper(v *View, id string) (SelfPage, error) {
	paper, err := store.SelfPapers.Get(v.Tx, id)
	if err != nil {
		return SelfPage{}, err
	}
	m, err := store.LifeMeetings.Get(v.Tx, paper.LifeMeetingID)
	if err != nil {
		return SelfPage{}, err
	}
	t, leaders, err := store.SelfTarget(v.Tx, paper, m, v.Today)
	if err != nil {
		return SelfPage{}, err
	}
	if err := v.Need(org.SelfRead, t); err != nil {
		return SelfPage{}, err
	}
	p := SelfPage{Inside: Inside{m.InspectionID}, Meeting: m, Paper: paper}
	p.CanWrite = v.Can(org.SelfWrite, t) && paper.MayWrite(v.Actor.PersonID, leaders) && !m.Held(v.Today)
	if err := v.selfVersions(&p); err != nil {
		return p, err
	}
	if err := v.selfProblems(&p); err != nil {
		return p, err
	}
	people, err := v.ranked(m.OrgID, m.Day(v.Today), paper.Circle)
	p.People = choicesFrom(people)
	return p, err
}

func (v *View) selfVersions(p *SelfPage) error {
	names, err := v.NamesOf(p.Paper.OrgID)
	if err != nil {
		return err
	}
	p.Person, p.Reviewer, p.Circle = names.Person(p.Paper.PersonID), names.Person(p.Paper.ReviewedBy), names.People(p.Paper.Circle)
	list, err := store.SelfVersions.List(v.Tx, "WHERE self_paper_id = ? ORDER BY seq DESC", p.Paper.ID)
	for _, x := range list {
		p.Versions = append(p.Versions, SelfVersionRow{SelfVersion: x, By: names.Person(x.ByID)})
	}
	if len(list) > 0 {
		_, _, refused := p.Paper.Review(list[0], v.Actor.PersonID, party.PaperAccepted, "", v.Today)
		p.CanReview = refused == nil && v.Actor.Beside.AccountID == ""
	}
	return err
}

func (v *View) selfProblems(p *SelfPage) error {
	list, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq", p.Meeting.InspectionID)
	taken := map[string]bool{}
	for _, id := range p.Paper.Problems {
		taken[id] = true
	}
	for _, x := range list {
		o := Option{Value: x.ID, Label: x.Number + " " + x.Title}
		p.Problems = append(p.Problems, o)
		if taken[x.ID] {
			p.Taken = append(p.Taken, o)
		}
	}
	return err
}

// Taking is one problem of the feedback with the members who took it on
// themselves.
type Taking struct {
	ID, Number, Title string
	By                []string
}

// takings lists the problems of the feedback with who took them.
func (v *View) takings(m party.LifeMeeting, papers []party.SelfPaper, names Names) ([]Taking, error) {
	by := map[string][]string{}
	for _, p := range papers {
		if p.PersonID == "" {
			continue
		}
		for _, id := range p.Problems {
			by[id] = append(by[id], names.Person(p.PersonID))
		}
	}
	list, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq", m.InspectionID)
	var out []Taking
	for _, x := range list {
		out = append(out, Taking{ID: x.ID, Number: x.Number, Title: x.Title, By: by[x.ID]})
	}
	return out, err
}
