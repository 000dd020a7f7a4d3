package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// RegulationsIn asks for the regulations of an inspection.
type RegulationsIn struct {
	Inspection string
	When       regulation.When // empty for all
	Change     regulation.Change
	Search     string
}

// RegulationRow is one regulation with what it answers.
type RegulationRow struct {
	regulation.Regulation
	Department string
	When       regulation.When
	Stage      regulation.Stage
	Answers    []ProblemLink
}

// ProblemLink names a problem and leads to it.
type ProblemLink struct {
	ID, Number, Title string
}

// RegulationList is the regulations of an inspection, in the order of their
// life: what was issued before the feedback first.
type RegulationList struct {
	Inside
	Rows       []RegulationRow
	All        int
	ByWhen     map[regulation.When]int
	FeedbackOn workday.Date
	On         workday.Date
	// Organisation is whose they are, for the ledger that is taken along.
	Organisation string
	CanEdit      bool
}

// Regulations lists the regulations of an inspection.
func Regulations(v *View, in RegulationsIn) (RegulationList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeParty)
	if err != nil {
		return RegulationList{}, err
	}
	l := RegulationList{Inside: Inside{i.ID}, FeedbackOn: i.FeedbackOn, On: v.Today, ByWhen: map[regulation.When]int{}, CanEdit: v.mayAnywhere(org.RegulationEdit, t)}
	var w where
	w.add("inspection_id = ?", i.ID)
	w.equal("change", string(in.Change))
	w.contains(in.Search, "title", "document_number", "note")
	found, err := store.Regulations.List(v.Tx, "WHERE "+w.text()+
		" ORDER BY CASE WHEN issued_on = '' THEN '9' ELSE issued_on END, started_on, id", w.args...)
	if err != nil {
		return l, err
	}
	if l.All, err = v.Tx.Count("SELECT COUNT(*) FROM regulation WHERE inspection_id = ?", i.ID); err != nil {
		return l, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return l, err
	}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return l, err
	}
	l.Organisation = o.Name
	for _, r := range found {
		when := r.When(i.FeedbackOn)
		l.ByWhen[when]++
		if in.When != "" && in.When != when {
			continue
		}
		row := RegulationRow{Regulation: r, Department: names.Department(r.DepartmentID), When: when, Stage: r.Stage(v.Today)}
		l.Rows = append(l.Rows, row)
	}
	links, err := v.linksOf(i.ID)
	for n := range l.Rows {
		l.Rows[n].Answers = links.of(l.Rows[n].Problems)
	}
	return l, err
}

// mayAnywhere asks the table for a target in any department of the caller.
func (v *View) mayAnywhere(p org.Permission, t org.Target) bool {
	t.Departments = append(v.Actor.Departments(org.RoleDeptHead), v.Actor.Departments(org.RoleOfficer)...)
	return v.Can(p, t)
}

// problemLinkSet is the problems of an inspection as links, in the order of the
// feedback paper.
type problemLinkSet []ProblemLink

// linksOf gives the problems of an inspection as links, for lists.
func (v *View) linksOf(inspectionID string) (problemLinkSet, error) {
	var out problemLinkSet
	err := v.Tx.Each(func(scan func(...any) error) error {
		var p ProblemLink
		err := scan(&p.ID, &p.Number, &p.Title)
		out = append(out, p)
		return err
	}, "SELECT id, number, title FROM problem WHERE inspection_id = ? ORDER BY seq", inspectionID)
	return out, err
}

// of keeps the links of some problems.
func (s problemLinkSet) of(ids []string) []ProblemLink {
	var out []ProblemLink
	for _, p := range s {
		if contains(ids, p.ID) {
			out = append(out, p)
		}
	}
	return out
}

// problemLinks names problems in the order of the feedback paper.
func (v *View) problemLinks(ids []string) ([]ProblemLink, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var out []ProblemLink
	err := v.Tx.Each(func(scan func(...any) error) error {
		var p ProblemLink
		if err := scan(&p.ID, &p.Number, &p.Title); err != nil {
			return err
		}
		out = append(out, p)
		return nil
	}, "SELECT id, number, title FROM problem WHERE id IN ("+marks(len(ids))+") ORDER BY seq", anyOf(ids)...)
	return out, err
}

// RegulationPage is one regulation.
type RegulationPage struct {
	Inside
	RegulationRow
	FeedbackOn workday.Date
	Causes     []Option
	Adopted    *party.Meeting // by which meeting
	Proof      []ProofLink
	Texts      []regulation.Text // newest first
	CanEdit    bool
}

// Regulation gives one regulation.
func Regulation(v *View, id string) (RegulationPage, error) {
	r, err := store.Regulations.Get(v.Tx, id)
	if err != nil {
		return RegulationPage{}, err
	}
	i, t, err := v.Inspection(r.InspectionID, org.SeeParty)
	if err != nil {
		return RegulationPage{}, err
	}
	names, err := v.NamesOf(r.OrgID)
	if err != nil {
		return RegulationPage{}, err
	}
	t.Departments = []string{r.DepartmentID}
	page := RegulationPage{Inside: Inside{i.ID}, FeedbackOn: i.FeedbackOn, CanEdit: v.Can(org.RegulationEdit, t),
		RegulationRow: RegulationRow{Regulation: r, Department: names.Department(r.DepartmentID), When: r.When(i.FeedbackOn), Stage: r.Stage(v.Today)}}
	if page.Answers, err = v.problemLinks(r.Problems); err != nil {
		return page, err
	}
	return page, v.regulationLife(&page, t)
}

// regulationLife fills in what a regulation's page shows beside its facts.
func (v *View) regulationLife(page *RegulationPage, t org.Target) error {
	r := page.Regulation
	var err error
	if page.Causes, err = v.causesNamed(r.OrgID, r.Causes); err != nil {
		return err
	}
	if r.MeetingID != "" {
		m, err := store.Meetings.Get(v.Tx, r.MeetingID)
		if err != nil {
			return err
		}
		page.Adopted = &m
	}
	if page.Proof, err = v.proofLinks(r.Proof, t); err != nil {
		return err
	}
	page.Texts, err = store.RegulationTexts.List(v.Tx, "WHERE regulation_id = ? ORDER BY number DESC", r.ID)
	return err
}

// RegulationForm is a regulation to be entered or edited.
type RegulationForm struct {
	Inside
	Regulation  regulation.Regulation
	Departments []Option
	Problems    []Option
	Causes      []Option
	Meetings    []Option
	Proof       []Option
}

// NewRegulation gives the form of a new regulation.
func NewRegulation(v *View, inspectionID string) (RegulationForm, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeParty)
	if err != nil {
		return RegulationForm{}, err
	}
	if !v.mayAnywhere(org.RegulationEdit, t) {
		return RegulationForm{}, fault.New(fault.Denied, "fault.denied")
	}
	return v.regulationForm(i, regulation.Regulation{OrgID: i.OrgID, InspectionID: i.ID})
}

// EditRegulation gives the form of a stored regulation.
func EditRegulation(v *View, id string) (RegulationForm, error) {
	r, err := store.Regulations.Get(v.Tx, id)
	if err != nil {
		return RegulationForm{}, err
	}
	i, t, err := store.InspectionTarget(v.Tx, r.InspectionID)
	if err != nil {
		return RegulationForm{}, err
	}
	t.Departments = []string{r.DepartmentID}
	if err := v.Need(org.RegulationEdit, t); err != nil {
		return RegulationForm{}, err
	}
	return v.regulationForm(i, r)
}

func (v *View) regulationForm(i inspection.Inspection, r regulation.Regulation) (RegulationForm, error) {
	departments, err := v.departmentOptions(i.OrgID, r.DepartmentID)
	if err != nil {
		return RegulationForm{}, err
	}
	f := RegulationForm{Inside: Inside{i.ID}, Regulation: r, Departments: departments}
	if f.Problems, err = v.problemOptions(i.ID); err != nil {
		return f, err
	}
	if f.Causes, err = v.causeOptions(i.OrgID); err != nil {
		return f, err
	}
	if f.Meetings, err = v.adoptingOptions(i.ID); err != nil {
		return f, err
	}
	f.Proof, err = v.proofOptions(i.ID)
	return f, err
}

// problemOptions offers the problems of an inspection.
func (v *View) problemOptions(inspectionID string) ([]Option, error) {
	list, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq", inspectionID)
	var out []Option
	for _, p := range list {
		out = append(out, Option{Value: p.ID, Label: p.Number + " " + p.Title})
	}
	return out, err
}
