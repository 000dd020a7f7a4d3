package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/action/intake"
	"bihuan/internal/action/party"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// found sets the city up on the first day of the round: administrators, the
// inspection office, reviewing bodies, the round and its teams.
func (h *history) found(hash string) {
	c, day := h.city, h.city.Round.From
	for _, a := range c.Administrators {
		h.account(day, console, a.Person.Key, a.Person.Name, hash)
		h.grants(day, console, a.Person.Key, "", []example.Grant{{Role: a.Role}})
	}
	o := c.InspectionOffice
	h.organisationRecord(day, o.Key, admin.SaveOrganisation{Name: o.Name, ShortName: o.Short, PartyName: o.Name, Kind: org.Office, Address: o.Address, Phone: o.Phone})
	for _, p := range o.People {
		h.cityPerson(day, o.Key, p, hash)
	}
	for _, r := range c.ReviewingBodies {
		h.organisationRecord(day, r.Key, admin.SaveOrganisation{Name: r.Name, ShortName: r.Short, Kind: org.Reviewer})
		h.cityPerson(day, r.Key, r.Person, hash)
	}
	h.round(day)
	for _, t := range c.Teams {
		for _, p := range t.Members {
			h.cityPerson(day, o.Key, p, hash)
		}
	}
}

// administrators of the city do what concerns accounts and rights.
func (h *history) administrator(role org.Role) string {
	for _, a := range h.city.Administrators {
		if a.Role == string(role) {
			return a.Person.Key
		}
	}
	return console
}

func (h *history) organisationRecord(day workday.Date, key string, cmd admin.SaveOrganisation) {
	h.add(day, morning, h.administrator(org.RoleSysAdmin), "organisation "+key,
		func(*action.Step) (action.Command, error) { return &cmd, nil })
}

// cityPerson enters somebody of the city's own bodies, with an account.
func (h *history) cityPerson(day workday.Date, orgKey string, p example.CityPerson, hash string) {
	h.person(day, orgKey, p.Key, p.Name)
	h.add(day, late, h.administrator(org.RoleSysAdmin), "", func(*action.Step) (action.Command, error) {
		return &admin.SavePost{PersonID: h.book.id("person", p.Key), Title: p.Title, Rank: org.RankStaff, From: day}, nil
	})
	h.account(day, h.administrator(org.RoleSysAdmin), p.Key, p.Name, hash)
	h.grants(day, h.administrator(org.RoleSecAdmin), p.Key, orgKey, h.book.people[p.Key].grants)
}

func (h *history) person(day workday.Date, orgKey, key, name string) {
	h.add(day, late, h.administrator(org.RoleSysAdmin), "person "+key, func(*action.Step) (action.Command, error) {
		return &admin.SavePerson{OrgID: h.book.id("organisation", orgKey), Name: name}, nil
	})
}

func (h *history) account(day workday.Date, by, key, name, hash string) {
	m := noon
	if by == console {
		m = opening
	}
	h.add(day, m, by, "account "+key, func(*action.Step) (action.Command, error) {
		return &admin.AddAccount{Login: key, Name: name, OrgID: h.book.id("organisation", h.book.people[key].org),
			PersonID: h.book.id("person", key), Hash: hash}, nil
	})
}

func (h *history) grants(day workday.Date, by, key, orgKey string, grants []example.Grant) {
	m := early
	if by == console {
		m = opening
	}
	for _, g := range grants {
		h.add(day, m, by, "", func(*action.Step) (action.Command, error) {
			b := h.book.grant(orgKey, g)
			return &admin.GrantRole{AccountID: h.book.id("account", key), Role: b.Role, OrgID: b.OrgID,
				DepartmentID: b.DepartmentID, TeamID: b.TeamID, From: b.From, Until: b.Until}, nil
		})
	}
}

// round enters the round and its teams, by the inspection office.
func (h *history) round(day workday.Date) {
	c := h.city
	by := c.InspectionOffice.People[0].Key
	h.add(day, early-stepping, by, "round "+c.Round.Key, func(*action.Step) (action.Command, error) {
		return &intake.SaveRound{Name: c.Round.Name, Year: c.Round.Year, Number: c.Round.Number,
			Starts: c.Round.From, Ends: c.Round.Until, OfficeID: h.book.id("organisation", c.InspectionOffice.Key)}, nil
	})
	h.add(day, early-stepping, by, "", func(s *action.Step) (action.Command, error) {
		r, err := records.Rounds.Get(s.Tx, h.book.id("round", c.Round.Key))
		return &intake.ChooseReviewers{RoundID: r.ID, Version: r.Version, Bodies: h.book.list("organisation", c.Round.Reviewers), Grades: c.Round.Grades}, err
	})
	if len(c.Round.Library) > 0 {
		h.add(day, early-stepping, by, "", func(*action.Step) (action.Command, error) {
			cmd := &party.SaveRoundLibrary{RoundID: h.book.id("round", c.Round.Key)}
			for _, r := range c.Round.Library {
				cmd.Rows = append(cmd.Rows, party.LibraryRow{Title: r.Title, Issuer: r.Issuer, Year: r.Year, Required: r.Required})
			}
			return cmd, nil
		})
	}
	for _, t := range c.Teams {
		h.add(day, early-stepping, by, "team "+t.Key, func(*action.Step) (action.Command, error) {
			return &intake.SaveTeam{RoundID: h.book.id("round", c.Round.Key), Name: t.Name, Number: t.Number, Leader: t.Members[0].Name}, nil
		})
	}
}
