package store

import "bihuan/internal/domain/org"

// Organisations keeps org.Organisation.
var Organisations = newTable("organisation",
	"id name short_name party_name kind address phone version",
	func(o *org.Organisation) []any {
		return []any{&o.ID, &o.Name, &o.ShortName, &o.PartyName, &o.Kind, &o.Address, &o.Phone, &o.Version}
	})

// Departments keeps org.Department.
var Departments = newTable("department", "id org_id name sort closed version",
	func(d *org.Department) []any {
		return []any{&d.ID, &d.OrgID, &d.Name, &d.Sort, &d.Closed, &d.Version}
	})

// People keeps org.Person.
var People = newTable("person", "id org_id name pinyin version",
	func(p *org.Person) []any {
		return []any{&p.ID, &p.OrgID, &p.Name, &p.Pinyin, &p.Version}
	})

// Posts keeps org.Post.
var Posts = newTable("post",
	"id org_id person_id department_id title post_rank portfolio from_on until_on version",
	func(p *org.Post) []any {
		return []any{&p.ID, &p.OrgID, &p.PersonID, &p.DepartmentID, &p.Title, &p.Rank,
			js(&p.Portfolio), &p.From, &p.Until, &p.Version}
	})

// LeadingGroups keeps org.LeadingGroup.
var LeadingGroups = newTable("leading_group",
	"id org_id inspection_id founded_on document_number office_department_id duties version",
	func(g *org.LeadingGroup) []any {
		return []any{&g.ID, &g.OrgID, &g.InspectionID, &g.FoundedOn, &g.DocumentNumber,
			&g.OfficeDepartmentID, &g.Duties, &g.Version}
	})

// GroupSeats keeps org.GroupSeat.
var GroupSeats = newTable("group_seat",
	"id org_id group_id person_id position sort from_on until_on version",
	func(s *org.GroupSeat) []any {
		return []any{&s.ID, &s.OrgID, &s.GroupID, &s.PersonID, &s.Position, &s.Sort, &s.From, &s.Until, &s.Version}
	})
