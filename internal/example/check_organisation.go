package example

func checkOrganisation(f *faults, x index, o *Organisation) {
	f.oneOf("kind", o.Kind, "bureau", "county", "enterprise", "university")
	own := map[string]bool{}
	heads := 0
	for _, p := range o.People {
		own[p.Key] = true
		checkPerson(f, x, p)
		for _, g := range p.Grants {
			if g.Role == "head" {
				heads++
			}
		}
	}
	if heads != 1 {
		f.add("%d heads, not one", heads)
	}
	for _, p := range o.Portfolios {
		f.known(own, "person", p.Leader, "portfolio")
		for _, d := range p.Departments {
			f.known(x.departments, "department", d, "portfolio of "+p.Leader)
		}
	}
	checkLeadingGroup(f, x, o, own)
	for _, h := range o.HandOvers {
		checkHandOver(f, x, h, own)
	}
}

func checkPerson(f *faults, x index, p Person) {
	if len(p.Posts) == 0 {
		f.add("%s has no post", p.Key)
	}
	for _, post := range p.Posts {
		f.known(x.departments, "department", post.Department, p.Key)
		f.oneOf(p.Key+" rank", post.Rank, "secretary", "deputy", "member", "dept-head", "staff")
		if post.Until != "" && post.Until < post.From {
			f.add("%s: post ends on %s before it begins", p.Key, post.Until)
		}
	}
	for _, g := range p.Grants {
		f.oneOf(p.Key+" role", g.Role, "head", "leader", "rectification-office", "department-head", "officer", "resident")
		f.known(x.departments, "department", g.Department, p.Key+" grant")
		if bound := g.Role == "department-head" || g.Role == "officer"; bound != (g.Department != "") {
			f.add("%s: role %s with department %q", p.Key, g.Role, g.Department)
		}
	}
}

func checkLeadingGroup(f *faults, x index, o *Organisation, own map[string]bool) {
	g := o.LeadingGroup
	f.known(x.departments, "department", g.Office, "leading group's office")
	leaders := 0
	for _, s := range g.Seats {
		f.known(own, "person", s.Person, "leading group")
		f.oneOf("seat of "+s.Person, s.Position, "leader", "deputy", "member", "office-leader", "office-member")
		if s.Position == "leader" {
			leaders++
		}
	}
	if g.Founded != "" && leaders != 1 {
		f.add("leading group: %d leaders, not one", leaders)
	}
}

func checkHandOver(f *faults, x index, h HandOver, own map[string]bool) {
	at := "hand-over of " + h.From
	f.known(own, "person", h.From, at)
	f.known(own, "person", h.To, at)
	f.known(own, "person", h.SupervisingLeader, at)
	f.known(x.departments, "department", h.Department, at)
	for _, p := range h.Problems {
		f.known(x.problems, "problem", p, at)
	}
	if h.ConfirmedByTaker < h.On {
		f.add("%s is taken over before its day", at)
	}
}
