package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func organisationList(v *visit) error {
	rows, err := see(v, query.Organisations, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Organisations(v.page("nav.organisations"), rows))
}

func organisationPage(v *visit) error {
	o, err := see(v, query.OrganisationOf, v.peopleIn(v.id()))
	if err != nil {
		return err
	}
	p := v.page("nav.organisations")
	p.Query = ""
	return v.show(templates.Organisation(p, v.at(), o))
}

// peoplePage is organisationPage inside an inspection, for the organisation's
// own people.
func peoplePage(v *visit) error {
	p, o, err := inspect(v, v.id(), "side.people", query.PeopleOfInspection, v.peopleIn(v.id()))
	if err != nil {
		return err
	}
	p.Query = ""
	return v.show(templates.People(p, v.at(), o))
}

func (v *visit) peopleIn(id string) query.PeopleIn {
	q := v.r.URL.Query()
	return query.PeopleIn{Org: id, Search: q.Get("q"), Department: q.Get("department"), Page: v.pageNumber()}
}

func personPage(v *visit) error {
	who, err := see(v, query.Person, query.PersonIn{ID: v.id(), Post: v.r.URL.Query().Get("post")})
	if err != nil {
		return err
	}
	return v.show(templates.Person(v.page("side.people"), who))
}

func saveOrganisation(v *visit) error {
	return post(v, &admin.SaveOrganisation{}, "saved", toRecord("/admin/organisations/"))
}

func editOrganisation(v *visit) error {
	return post(v, &admin.SaveOrganisation{ID: v.id()}, "saved", toRecord("/admin/organisations/"))
}

func addDepartment(v *visit) error { return v.around(&admin.SaveDepartment{OrgID: v.id()}) }

func editDepartment(v *visit) error { return v.around(&admin.SaveDepartment{ID: v.id()}) }

func editPerson(v *visit) error { return v.around(&admin.SavePerson{ID: v.id()}) }

// around runs a command of a form that stands on more than one page, and goes
// back to the page that it came from.
func (v *visit) around(cmd action.Command) error {
	return post(v, cmd, "saved", func(action.Result) string { return v.back("/") })
}

// addPerson goes on to the new person, who needs a post next.
func addPerson(v *visit) error {
	return post(v, &admin.SavePerson{OrgID: v.id()}, "person.added", toRecord("/people/"))
}

func savePost(v *visit) error {
	return post(v, &admin.SavePost{PersonID: v.id()}, "saved", to("/people/"+v.id()))
}
