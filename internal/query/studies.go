package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// StudiesIn asks for the study sessions of an inspection.
type StudiesIn struct {
	Inspection string
	Kind       string // empty for all
	Search     string // name, what was studied, note
	Page       int    // from 1
}

// StudyRow is one study session with the names of who was there.
type StudyRow struct {
	party.Study
	Leader string
	People []string
	About  []ProblemLink // of one session only
	Causes []Option
}

// StudyList is one page of the study sessions, newest first.
type StudyList struct {
	Inside
	Rows    []StudyRow
	Total   int // as filtered
	All     int // of the inspection
	Page    int
	CanEdit bool
}

// Studies gives one page of the study sessions of an inspection.
func Studies(v *View, in StudiesIn) (StudyList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeParty)
	if err != nil {
		return StudyList{}, err
	}
	l := StudyList{Inside: Inside{i.ID}, Page: max(1, in.Page), CanEdit: v.Can(org.StudyEdit, t)}
	var w where
	w.add("inspection_id = ?", i.ID)
	w.equal("kind", in.Kind)
	w.contains(in.Search, "title", "materials", "note")
	if l.All, l.Total, err = v.countList("study", i.ID, w); err != nil {
		return l, err
	}
	found, err := store.Studies.List(v.Tx, "WHERE "+w.text()+" ORDER BY held_on DESC, id DESC LIMIT ? OFFSET ?",
		append(w.args, ListSize, (l.Page-1)*ListSize)...)
	if err != nil {
		return l, err
	}
	names, err := v.NamesOf(i.OrgID)
	for _, s := range found {
		l.Rows = append(l.Rows, StudyRow{Study: s, Leader: names.Person(s.LeaderID), People: names.People(s.Participants)})
	}
	return l, err
}

// countList counts the records of an inspection in a table: all of them, and
// those that the conditions select.
func (v *View) countList(table, inspectionID string, w where) (all, selected int, err error) {
	if all, err = v.Tx.Count("SELECT COUNT(*) FROM "+table+" WHERE inspection_id = ?", inspectionID); err != nil {
		return 0, 0, err
	}
	selected, err = v.Tx.Count("SELECT COUNT(*) FROM "+table+" WHERE "+w.text(), w.args...)
	return all, selected, err
}

// StudyPage is one study session.
type StudyPage struct {
	Inside
	StudyRow
	CanEdit bool
}

// Study gives one study session.
func Study(v *View, id string) (StudyPage, error) {
	s, err := store.Studies.Get(v.Tx, id)
	if err != nil {
		return StudyPage{}, err
	}
	_, t, err := v.Inspection(s.InspectionID, org.SeeParty)
	if err != nil {
		return StudyPage{}, err
	}
	names, err := v.NamesOf(s.OrgID)
	if err != nil {
		return StudyPage{}, err
	}
	about, err := v.problemLinks(s.Problems)
	if err != nil {
		return StudyPage{}, err
	}
	causes, err := v.causesNamed(s.OrgID, s.Causes)
	return StudyPage{Inside: Inside{s.InspectionID}, CanEdit: v.Can(org.StudyEdit, t),
		StudyRow: StudyRow{Study: s, Leader: names.Person(s.LeaderID), People: names.People(s.Participants), About: about, Causes: causes}}, err
}

// StudyForm is a study session to be entered or edited.
type StudyForm struct {
	Inside
	Study    party.Study
	Library  []Option
	Chosen   []string // of the library
	Problems []Option
	Causes   []Option
	People   []Option
	Today    workday.Date
}

// NewStudy gives the form of a new session.
func NewStudy(v *View, inspectionID string) (StudyForm, error) {
	i, err := v.toEdit(inspectionID, org.StudyEdit)
	if err != nil {
		return StudyForm{}, err
	}
	return v.studyForm(party.Study{OrgID: i.OrgID, InspectionID: i.ID})
}

// EditStudy gives the form of a stored session.
func EditStudy(v *View, id string) (StudyForm, error) {
	s, err := store.Studies.Get(v.Tx, id)
	if err != nil {
		return StudyForm{}, err
	}
	if _, err := v.toEdit(s.InspectionID, org.StudyEdit); err != nil {
		return StudyForm{}, err
	}
	return v.studyForm(s)
}

func (v *View) studyForm(s party.Study) (StudyForm, error) {
	f := StudyForm{Inside: Inside{s.InspectionID}, Study: s, Today: v.Today}
	people, err := v.ranked(s.OrgID, v.dayOr(s.HeldOn), s.Participants)
	if err != nil {
		return f, err
	}
	f.People = choicesFrom(people)
	i, err := store.Inspections.Get(v.Tx, s.InspectionID)
	if err != nil {
		return f, err
	}
	rules, err := v.library(i)
	if err != nil {
		return f, err
	}
	for _, r := range rules {
		f.Library = append(f.Library, Option{Value: r.ID, Label: r.Title})
		if s.Treats(r) {
			f.Chosen = append(f.Chosen, r.ID)
		}
	}
	f.Study.Materials = typed(s.Materials, rules)
	if f.Problems, err = v.problemOptions(s.InspectionID); err != nil {
		return f, err
	}
	f.Causes, err = v.causeOptions(s.OrgID)
	return f, err
}

// typed leaves out the materials that the library holds.
func typed(list []party.Material, rules []party.StudyRule) []party.Material {
	return slices.DeleteFunc(slices.Clone(list), func(m party.Material) bool {
		return slices.ContainsFunc(rules, m.Is)
	})
}

// causeOptions offers the causes of an organisation; one without a label is
// called as shipped.
func (v *View) causeOptions(orgID string) ([]Option, error) {
	taxonomy, err := v.taxonomy(orgID)
	var out []Option
	for _, c := range taxonomy {
		out = append(out, Option{Value: c.Code, Label: c.Name})
	}
	return out, err
}

// causesNamed keeps the causes with these codes.
func (v *View) causesNamed(orgID string, codes []string) ([]Option, error) {
	if len(codes) == 0 {
		return nil, nil
	}
	list, err := v.causeOptions(orgID)
	return slices.DeleteFunc(list, func(o Option) bool { return !slices.Contains(codes, o.Value) }), err
}

// dayOr is the day of a record, or today where it has none yet.
func (v *View) dayOr(d workday.Date) workday.Date {
	if d == "" {
		return v.Today
	}
	return d
}
