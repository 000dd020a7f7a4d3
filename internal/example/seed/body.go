package seed

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
)

// tale is the story of one organisation.
type tale struct {
	*history
	inspection example.Inspection
	o          *example.Organisation
}

// person gives an id within the whole city, department one within the organisation.
func (t *tale) person(key string) string     { return t.book.id("person", key) }
func (t *tale) department(key string) string { return t.book.id("department", join(t.o.Key, key)) }
func (t *tale) departments(keys []string) []string {
	out := make([]string, 0, len(keys))
	for _, k := range keys {
		out = append(out, t.department(k))
	}
	return out
}

// of makes the key of something that belongs to the organisation.
func (t *tale) of(kind, key string) string { return kind + " " + join(t.o.Key, key) }

// id gives the id of something that belongs to the organisation.
func (t *tale) id(kind, key string) string { return t.book.id(kind, join(t.o.Key, key)) }

// inspectionID is the id of the organisation's inspection.
func (t *tale) inspectionID() string { return t.book.id("inspection", t.o.Key) }

// clerk is who works in the rectification office.
func (t *tale) clerk() string {
	for _, p := range t.o.People {
		if slices.ContainsFunc(p.Grants, func(g example.Grant) bool { return g.Role == string(org.RoleClerk) }) {
			return p.Key
		}
	}
	return ""
}

// body enters the organisation on the first day of the round: departments,
// people with their posts, accounts and rights.
func (t *tale) body(hash string) {
	day := t.city.Round.From
	o := t.o
	t.organisationRecord(day, o.Key, admin.SaveOrganisation{Name: o.Name, ShortName: o.Short, PartyName: o.PartyName,
		Kind: org.Kind(o.Kind), Address: o.Contact.Address, Phone: o.Contact.Phone})
	for n, d := range o.Departments {
		t.add(day, late-stepping, t.administrator(org.RoleSysAdmin), t.of("department", d.Key), func(*action.Step) (action.Command, error) {
			return &admin.SaveDepartment{OrgID: t.book.id("organisation", o.Key), Name: d.Name, Sort: n + 1}, nil
		})
	}
	for _, p := range o.People {
		t.history.person(day, o.Key, p.Key, p.Name)
		for _, post := range p.Posts {
			t.post(day, p.Key, post)
		}
		if len(p.Grants) > 0 {
			t.account(day, t.administrator(org.RoleSysAdmin), p.Key, p.Name, hash)
			t.grants(day, t.administrator(org.RoleSecAdmin), p.Key, o.Key, p.Grants)
		}
	}
}

// post enters a post when it begins, at the earliest on the first day.
func (t *tale) post(day workday.Date, person string, p example.Post) {
	m := late + stepping
	if p.From > day {
		day = p.From
	}
	t.add(day, m, t.administrator(org.RoleSysAdmin), "", func(*action.Step) (action.Command, error) {
		cmd := &admin.SavePost{PersonID: t.person(person), DepartmentID: t.department(p.Department), Title: p.Title,
			Rank: org.Rank(p.Rank), From: p.From, Until: p.Until}
		for _, f := range t.o.Portfolios {
			if f.Leader == person && cmd.Rank.Leads() {
				cmd.Portfolio = t.departments(f.Departments)
			}
		}
		return cmd, nil
	})
}
