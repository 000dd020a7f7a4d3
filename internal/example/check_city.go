package example

// administratorRoles are the three roles that three people hold.
var administratorRoles = []string{"system-administrator", "security-administrator", "security-auditor"}

func checkCity(c *City) []error {
	f := &faults{where: "city.yaml"}
	f.day("today", c.Today, c.Round.From, c.Round.Until)
	f.oneOf("deadlines", c.Deadlines, "defaults")
	checkNames(f, c)
	checkAdministrators(f, c)
	teams := map[string]bool{}
	for _, t := range c.Teams {
		teams[t.Key] = true
	}
	bodies := map[string]bool{}
	for _, b := range c.ReviewingBodies {
		bodies[b.Key] = true
	}
	for _, r := range c.Round.Reviewers {
		f.known(bodies, "reviewing body", r, "round")
	}
	for _, i := range c.Inspections {
		f.known(teams, "team", i.Team, i.Organisation)
		f.oneOf(i.Organisation, string(i.Stage), string(FedBack), string(Planning), string(Carrying), string(Reporting))
		f.day(i.Organisation+" entered", i.Entered, c.Round.From, c.Today)
		f.day(i.Organisation+" left", i.Left, i.Entered, c.Today)
	}
	return f.list
}

// checkNames: a key stands for one person in the whole city.
func checkNames(f *faults, c *City) {
	names := map[string]string{}
	for _, p := range c.People() {
		if other, ok := names[p.Key]; ok && other != p.Name {
			f.add("key %q stands for %s and %s", p.Key, other, p.Name)
		}
		names[p.Key] = p.Name
	}
	for _, o := range c.Organisations {
		for _, p := range o.People {
			if other, ok := names[p.Key]; ok {
				f.add("key %q stands for %s and %s", p.Key, other, p.Name)
			}
			names[p.Key] = p.Name
		}
	}
	seen := map[string]string{}
	for key, name := range names {
		if other, ok := seen[name]; ok {
			f.add("%s is both %q and %q", name, key, other)
		}
		seen[name] = key
	}
}

func checkAdministrators(f *faults, c *City) {
	roles := map[string]string{}
	people := map[string]bool{}
	for _, a := range c.Administrators {
		f.oneOf("administrator "+a.Person.Key, a.Role, administratorRoles...)
		if other, ok := roles[a.Role]; ok {
			f.add("%s is held by %s and %s", a.Role, other, a.Person.Key)
		}
		if people[a.Person.Key] {
			f.add("%s holds two of the three administrators", a.Person.Key)
		}
		roles[a.Role], people[a.Person.Key] = a.Person.Key, true
	}
	if len(roles) != len(administratorRoles) {
		f.add("%d administrators, not three", len(roles))
	}
}
