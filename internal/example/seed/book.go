package seed

import (
	"strings"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
)

// console is who sits at the server before there is any account.
const console = "console"

// book keeps the ids that the database gave, under the keys of the files, and
// knows who may act in whose name.
type book struct {
	ids    map[string]string
	people map[string]insider
}

// insider is a person with an account.
type insider struct {
	name   string
	org    string // key of the organisation; empty for administrators
	grants []example.Grant
}

func newBook(c *example.City) *book {
	b := &book{ids: map[string]string{}, people: map[string]insider{}}
	for _, p := range c.InspectionOffice.People {
		b.people[p.Key] = insider{p.Name, c.InspectionOffice.Key, []example.Grant{{Role: string(org.RoleOffice)}}}
	}
	for _, r := range c.ReviewingBodies {
		b.people[r.Person.Key] = insider{r.Person.Name, r.Key, []example.Grant{{Role: string(org.RoleReviewer)}}}
	}
	for _, t := range c.Teams {
		for _, p := range t.Members {
			b.people[p.Key] = insider{p.Name, c.InspectionOffice.Key,
				[]example.Grant{{Role: string(org.RoleTeam), Team: t.Key, From: c.Round.From, Until: c.Round.Until}}}
		}
	}
	for _, a := range c.Administrators {
		b.people[a.Person.Key] = insider{a.Person.Name, "", []example.Grant{{Role: a.Role}}}
	}
	for _, o := range c.Organisations {
		for _, p := range o.People {
			b.people[p.Key] = insider{p.Name, o.Key, p.Grants}
		}
	}
	return b
}

// keep remembers an id; key is a kind and a key of the files.
func (b *book) keep(key, id string) { b.ids[key] = id }

// id gives the id of a kind and key, "" for an empty key.
func (b *book) id(kind, key string) string {
	if key == "" {
		return ""
	}
	return b.ids[kind+" "+key]
}

// list gives the ids of several keys.
func (b *book) list(kind string, keys []string) []string {
	out := make([]string, 0, len(keys))
	for _, k := range keys {
		out = append(out, b.id(kind, k))
	}
	return out
}

// actor is a person with the rights that hold on a day.
func (b *book) actor(key string, day workday.Date) org.Actor {
	if key == console {
		return org.Actor{AccountID: console, Name: console, Today: day,
			Grants: []org.Grant{{Role: org.RoleSysAdmin}, {Role: org.RoleSecAdmin}}}
	}
	p := b.people[key]
	a := org.Actor{AccountID: b.id("account", key), PersonID: b.id("person", key), OrgID: b.id("organisation", p.org),
		Name: p.name, Login: key, Today: day}
	for _, g := range p.grants {
		grant := b.grant(p.org, g)
		if grant.On(day) {
			a.Grants = append(a.Grants, grant)
		}
	}
	return a
}

func (b *book) grant(orgKey string, g example.Grant) org.Grant {
	return org.Grant{OrgID: b.id("organisation", orgKey), Role: org.Role(g.Role), From: g.From, Until: g.Until,
		DepartmentID: b.id("department", join(orgKey, g.Department)), TeamID: b.id("team", g.Team)}
}

// join makes the key of what belongs to an organisation, "" for an empty key.
func join(orgKey, key string) string {
	if key == "" {
		return ""
	}
	return strings.Join([]string{orgKey, key}, "/")
}
