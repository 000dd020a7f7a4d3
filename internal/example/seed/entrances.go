package seed

import "bihuan/internal/example"

// Entrance is an account that was opened, for showing to whoever tries the
// program.
type Entrance struct {
	Login        string
	Name         string
	Title        string
	Roles        []string // as in package org
	Organisation string   // key of the folder; empty for the city's own bodies
}

// Entrances lists everybody with an account on the city's day, in the order of
// the files.
func Entrances(c *example.City) []Entrance {
	var out []Entrance
	for _, a := range c.Administrators {
		out = append(out, Entrance{Login: a.Person.Key, Name: a.Person.Name, Title: a.Person.Title, Roles: []string{a.Role}})
	}
	for _, p := range c.InspectionOffice.People {
		out = append(out, Entrance{Login: p.Key, Name: p.Name, Title: p.Title, Roles: []string{"office"}})
	}
	for _, r := range c.ReviewingBodies {
		out = append(out, Entrance{Login: r.Person.Key, Name: r.Person.Name, Title: r.Short + r.Person.Title, Roles: []string{"reviewer"}})
	}
	for _, t := range c.Teams {
		for _, p := range t.Members {
			out = append(out, Entrance{Login: p.Key, Name: p.Name, Title: t.Name + p.Role, Roles: []string{"team"}})
		}
	}
	for _, o := range c.Organisations {
		out = append(out, insideEntrances(c, o)...)
	}
	return out
}

func insideEntrances(c *example.City, o *example.Organisation) []Entrance {
	var out []Entrance
	for _, p := range o.People {
		e := Entrance{Login: p.Key, Name: p.Name, Organisation: o.Key}
		for _, g := range p.Grants {
			if (g.From == "" || g.From <= c.Today) && (g.Until == "" || c.Today <= g.Until) {
				e.Roles = append(e.Roles, g.Role)
			}
		}
		for _, post := range p.Posts {
			if post.Holds(c.Today) {
				e.Title = post.Title
			}
		}
		if len(e.Roles) > 0 {
			out = append(out, e)
		}
	}
	return out
}
