package query

import (
	"strings"

	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// OrganisationRow is one organisation of the list.
type OrganisationRow struct {
	org.Organisation
	Departments int // that exist today
	People      int
}

// Organisations lists all organisations for the system administrator.
func Organisations(v *View, _ struct{}) ([]OrganisationRow, error) {
	if err := v.Need(org.OrgEdit, org.Target{}); err != nil {
		return nil, err
	}
	all, err := store.Organisations.List(v.Tx, "ORDER BY name")
	if err != nil {
		return nil, err
	}
	out := make([]OrganisationRow, len(all))
	for i, o := range all {
		out[i].Organisation = o
		err := v.Tx.QueryRow(`SELECT (SELECT COUNT(*) FROM department WHERE org_id = ? AND (closed = '' OR closed > ?)),
			(SELECT COUNT(*) FROM person WHERE org_id = ?)`, o.ID, v.Today, o.ID).Scan(&out[i].Departments, &out[i].People)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// PeopleIn asks for one page of the people of an organisation.
type PeopleIn struct {
	Org        string
	Search     string // a part of the name, or the beginning of its pinyin initials
	Department string
	Page       int
}

// DepartmentRow is one department of an organisation.
type DepartmentRow struct {
	org.Department
	Leader string // whose portfolio it is in
	People int    // who hold a post in it
}

// PersonRow is one person with the post held today.
type PersonRow struct {
	org.Person
	Post       org.Post // zero for who holds none
	Department string
	Portfolio  []string
}

// OrganisationPage is an organisation with its departments and people.
type OrganisationPage struct {
	Organisation org.Organisation
	Departments  []DepartmentRow
	People       []PersonRow
	Total        int // as filtered
	All          int
	Page         int
	CanEdit      bool // departments, people and posts
	CanEditFacts bool
}

// OrganisationOf gives an organisation to its own people and to the system
// administrator.
func OrganisationOf(v *View, in PeopleIn) (OrganisationPage, error) {
	p := OrganisationPage{Page: max(1, in.Page)}
	t := org.Target{Kind: store.Organisations.Name(), ID: in.Org, OrgID: in.Org}
	if err := v.Need(org.SeePeople, t); err != nil {
		return p, err
	}
	p.CanEdit, p.CanEditFacts = v.Can(org.PeopleEdit, t), v.Can(org.OrgEdit, t)
	var err error
	if p.Organisation, err = store.Organisations.Get(v.Tx, in.Org); err != nil {
		return p, err
	}
	posts, err := store.Posts.List(v.Tx, "WHERE org_id = ? ORDER BY from_on", in.Org)
	if err != nil {
		return p, err
	}
	names, err := v.NamesOf(in.Org)
	if err != nil {
		return p, err
	}
	if p.Departments, err = v.departmentRows(in.Org, posts, names); err != nil {
		return p, err
	}
	if p.All, err = v.Tx.Count("SELECT COUNT(*) FROM person WHERE org_id = ?", in.Org); err != nil {
		return p, err
	}
	return p, v.personRows(&p, in, org.Held(posts, v.Today), names)
}

func (v *View) departmentRows(orgID string, posts []org.Post, names Names) ([]DepartmentRow, error) {
	depts, err := store.Departments.List(v.Tx, "WHERE org_id = ? ORDER BY closed, sort, name", orgID)
	if err != nil {
		return nil, err
	}
	people := map[string]int{}
	for _, post := range org.Held(posts, v.Today) {
		people[post.DepartmentID]++
	}
	out := make([]DepartmentRow, len(depts))
	for i, d := range depts {
		out[i] = DepartmentRow{Department: d, Leader: names.Person(org.LeaderOf(posts, d.ID, v.Today)), People: people[d.ID]}
	}
	return out, nil
}

// personRows fills in one page of the people.
func (v *View) personRows(p *OrganisationPage, in PeopleIn, held map[string]org.Post, names Names) error {
	var w where
	w.add("org_id = ?", in.Org)
	if in.Search != "" {
		w.add(`(name LIKE ? ESCAPE '\' OR pinyin LIKE ? ESCAPE '\')`, "%"+escaped(in.Search)+"%", escaped(strings.ToLower(in.Search))+"%")
	}
	if in.Department != "" {
		w.add("id IN (SELECT person_id FROM post WHERE department_id = ? AND from_on <= ? AND (until_on = '' OR until_on >= ?))",
			in.Department, v.Today, v.Today)
	}
	var err error
	if p.Total, err = v.Tx.Count("SELECT COUNT(*) FROM person WHERE "+w.text(), w.args...); err != nil {
		return err
	}
	people, err := store.People.List(v.Tx, "WHERE "+w.text()+" ORDER BY pinyin, name, id LIMIT ? OFFSET ?",
		append(w.args, ListSize, (p.Page-1)*ListSize)...)
	for _, who := range people {
		post := held[who.ID]
		p.People = append(p.People, PersonRow{Person: who, Post: post, Department: names.Department(post.DepartmentID),
			Portfolio: names.Departments(post.Portfolio)})
	}
	return err
}

// PostRow is one post of a person.
type PostRow struct {
	org.Post
	Department string
	Portfolio  []string
	Now        bool
}

// PersonPage is one person with every post held.
type PersonPage struct {
	Person       org.Person
	Organisation org.Organisation
	Posts        []PostRow // newest first
	Departments  []Option
	Editing      org.Post // the post in the form; its ID is empty for a new one
	CanEdit      bool
}

// PersonIn asks for a person, and for the post that the form is to change.
type PersonIn struct{ ID, Post string }

// Person gives one person of the caller's organisation, or anybody to the
// system administrator.
func Person(v *View, in PersonIn) (PersonPage, error) {
	var p PersonPage
	var err error
	if p.Person, err = store.People.Get(v.Tx, in.ID); err != nil {
		return p, err
	}
	t := org.Target{Kind: store.People.Name(), ID: in.ID, OrgID: p.Person.OrgID}
	if err := v.Need(org.SeePeople, t); err != nil {
		return p, err
	}
	p.CanEdit = v.Can(org.PeopleEdit, t)
	if p.Organisation, err = store.Organisations.Get(v.Tx, p.Person.OrgID); err != nil {
		return p, err
	}
	if err := v.postRows(&p, in.Post); err != nil {
		return p, err
	}
	choices, err := v.ChoicesOf(p.Person.OrgID)
	p.Departments = choices.Departments
	return p, err
}

func (v *View) postRows(p *PersonPage, editing string) error {
	posts, err := store.Posts.List(v.Tx, "WHERE person_id = ? ORDER BY from_on DESC, id", p.Person.ID)
	if err != nil {
		return err
	}
	names, err := v.NamesOf(p.Person.OrgID)
	for _, post := range posts {
		if post.ID == editing {
			p.Editing = post
		}
		p.Posts = append(p.Posts, PostRow{Post: post, Department: names.Department(post.DepartmentID),
			Portfolio: names.Departments(post.Portfolio), Now: post.On(v.Today)})
	}
	return err
}

// Lasting are the posts that have no last day: one of them may be replaced.
func (p PersonPage) Lasting() []Option {
	var out []Option
	for _, r := range p.Posts {
		if r.Until == "" {
			out = append(out, Option{Value: r.ID, Label: r.Title})
		}
	}
	return out
}

// PeopleOfInspection is OrganisationOf for the organisation of an inspection,
// whose id stands in in.Org.
func PeopleOfInspection(v *View, in PeopleIn) (OrganisationPage, error) {
	i, _, err := v.Inspection(in.Org, org.SeePeople)
	if err != nil {
		return OrganisationPage{}, err
	}
	in.Org = i.OrgID
	return OrganisationOf(v, in)
}
