package planning

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// mostAsked bounds the parties of one round.
const mostAsked = 300

// asked lists the parties of the round, by their names of today.
func (c *OpenComments) asked(s *action.Step, checks *fault.Checks) ([]plan.Invitee, error) {
	v := c.file.Version
	depts, err := store.Departments.List(s.Tx, "WHERE org_id = ? AND closed = '' ORDER BY sort, name", v.OrgID)
	if err != nil {
		return nil, err
	}
	people, err := holders(s, v.OrgID)
	if err != nil {
		return nil, err
	}
	bodies, err := store.PlanAskable(s.Tx, v.InspectionID)
	if err != nil {
		return nil, err
	}
	if len(c.Departments)+len(c.People)+len(c.Bodies) == 0 {
		c.byDefault(depts, people)
	}
	var out []plan.Invitee
	for _, id := range c.Departments {
		i := slices.IndexFunc(depts, func(d org.Department) bool { return d.ID == id })
		out = append(out, invited(checks, "round_departments", i >= 0, func() plan.Invitee {
			return plan.Invitee{Kind: plan.PartyDepartment, PartyID: id, Name: depts[i].Name}
		}))
	}
	for _, id := range c.People {
		i := slices.IndexFunc(people, func(h holder) bool { return h.ID == id })
		out = append(out, invited(checks, "round_people", i >= 0, func() plan.Invitee {
			return plan.Invitee{Kind: plan.PartyPerson, PartyID: id, Name: people[i].Name}
		}))
	}
	for _, id := range c.Bodies {
		i := slices.IndexFunc(bodies, func(b plan.Body) bool { return b.ID == id })
		out = append(out, invited(checks, "round_bodies", i >= 0, func() plan.Invitee {
			b := bodies[i]
			return plan.Invitee{Kind: partyOf[b.Kind], PartyID: id, Name: b.Name}
		}))
	}
	if len(out) == 0 || len(out) > mostAsked {
		checks.Add("round_departments", "round.nobody", mostAsked)
	}
	for n, i := range out {
		if slices.ContainsFunc(out[:n], func(o plan.Invitee) bool { return o.PartyID == i.PartyID && i.PartyID != "" }) {
			checks.Add("round_departments", "round.twice", i.Name)
		}
	}
	return out, nil
}

// partyOf is the kind of party that a body is.
var partyOf = map[plan.ApprovalKind]plan.PartyKind{plan.ConsentOffice: plan.PartyOffice, plan.ConsentTeam: plan.PartyTeam, plan.ConsentBody: plan.PartyBody}

func invited(checks *fault.Checks, field string, known bool, make func() plan.Invitee) plan.Invitee {
	if !known {
		checks.Add(field, "field.unknown-choice")
		return plan.Invitee{}
	}
	return make()
}

func (c *OpenComments) byDefault(depts []org.Department, people []holder) {
	for _, d := range depts {
		c.Departments = append(c.Departments, d.ID)
	}
	for _, p := range people {
		if p.rank.Leads() {
			c.People = append(c.People, p.ID)
		}
	}
	if c.file.Version.SharedOn == "" {
		return
	}
	for _, b := range c.file.Bodies {
		c.Bodies = append(c.Bodies, b.ID)
	}
}

// holder is a person who holds a post today.
type holder struct {
	org.Person
	rank org.Rank
}

func holders(s *action.Step, orgID string) ([]holder, error) {
	posts, err := store.Posts.List(s.Tx, "WHERE org_id = ? ORDER BY from_on", orgID)
	if err != nil {
		return nil, err
	}
	held := org.Held(posts, s.Today)
	people, err := store.People.List(s.Tx, "WHERE org_id = ? ORDER BY pinyin, name", orgID)
	var out []holder
	for _, p := range people {
		if post, ok := held[p.ID]; ok {
			out = append(out, holder{p, post.Rank})
		}
	}
	return out, err
}
