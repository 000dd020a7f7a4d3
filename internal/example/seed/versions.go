package seed

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// versions takes the plan from the first draft to the claims.
func (t *tale) versions() {
	p := t.o.Plan
	if len(p.Versions) > 0 {
		first := p.Versions[0]
		t.add(first.On, noon-stepping*10, first.By, "", func(s *action.Step) (action.Command, error) {
			i, err := records.Inspections.Get(s.Tx, t.inspectionID())
			return &planning.NamePlan{InspectionID: i.ID, Version: i.Version, Title: p.Title}, err
		})
	}
	for _, v := range p.Versions {
		t.version(v)
	}
	for _, c := range p.Comments {
		t.comment(c)
	}
	for _, r := range p.Returns {
		t.returned(r)
	}
	if p.Adoption != nil {
		t.adopt(*p.Adoption)
	}
	for n, c := range p.Consents {
		t.onVersion(c.On, morning+stepping*moment(n), c.By, t.last(), func(v plan.Version) action.Command {
			cmd := &planning.ConsentPlan{ID: v.ID, Version: v.Version, Body: t.consenter(c.Body), Opinion: c.Opinion}
			if cmd.Paper = c.Paper; c.Paper != "" {
				cmd.PaperOn = c.On
			}
			return cmd
		})
	}
	if p.Issue != nil {
		t.onVersion(p.Issue.On, late, t.head(), t.last(), func(v plan.Version) action.Command {
			return &planning.IssuePlan{ID: v.ID, Version: v.Version, DocumentNumber: p.Issue.Number, On: p.Issue.On, Freeze: t.freeze,
				Outside: action.Lines{t.city.InspectionOffice.Name}}
		})
	}
	for _, c := range p.Claims {
		t.claim(c)
	}
}

// last is the number of the newest version.
func (t *tale) last() int { return len(t.o.Plan.Versions) }

// head is the key of the organisation's head.
func (t *tale) head() string {
	for _, p := range t.o.People {
		for _, g := range p.Grants {
			if g.Role == "head" {
				return p.Key
			}
		}
	}
	return ""
}

// consenter is the id of a body that consents: the office, the team or a reviewing body.
func (t *tale) consenter(key string) string {
	if key == t.inspection.Team {
		return t.book.id("team", key)
	}
	return t.book.id("organisation", key)
}

// version drafts a version, opens its comment round and sends it out.
func (t *tale) version(v example.Version) {
	t.add(v.On, noon-stepping*9, v.By, "", func(*action.Step) (action.Command, error) {
		return &planning.DraftPlan{InspectionID: t.inspectionID(), Name: v.Name, Note: v.Note}, nil
	})
	if v.CommentsUntil != "" && len(v.Rounds) == 0 {
		t.onVersion(v.On, noon-stepping*7, v.By, v.Number, func(was plan.Version) action.Command {
			return &planning.OpenComments{ID: was.ID, Version: was.Version, Until: v.CommentsUntil}
		})
	}
	for n, r := range v.Rounds {
		t.commentRound(v, r, n)
	}
	if v.SharedOn != "" {
		t.onVersion(v.SharedOn, noon-stepping*8, v.By, v.Number, func(was plan.Version) action.Command {
			return &planning.SharePlan{ID: was.ID, Version: was.Version}
		})
	}
}

// commentRound asks the parties of a round, and lets those who have no comments
// say so.
func (t *tale) commentRound(v example.Version, r example.CommentRound, n int) {
	t.onVersion(v.On, noon-stepping*7+stepping/4*moment(n), v.By, v.Number, func(was plan.Version) action.Command {
		cmd := &planning.OpenComments{ID: was.ID, Version: was.Version, Name: r.Name, Until: r.Until}
		for _, d := range r.Departments {
			cmd.Departments = append(cmd.Departments, t.department(d))
		}
		for _, p := range r.People {
			cmd.People = append(cmd.People, t.person(p))
		}
		for _, b := range r.Bodies {
			cmd.Bodies = append(cmd.Bodies, t.consenter(b))
		}
		return cmd
	})
	for _, none := range r.None {
		t.add(none.On, morning+stepping*3, none.By, "", func(s *action.Step) (action.Command, error) {
			round, err := records.PlanRounds.One(s.Tx, "WHERE inspection_id = ? AND name = ?", t.inspectionID(), r.Name)
			if err != nil {
				return nil, err
			}
			i, err := records.PlanInvitees.One(s.Tx, "WHERE round_id = ? AND party_id = ?", round.ID, t.party(r, none.Party))
			return &planning.AnswerRound{ID: round.ID, Invitee: i.ID}, err
		})
	}
}

// party is the id of a party that a round asks.
func (t *tale) party(r example.CommentRound, key string) string {
	switch {
	case slices.Contains(r.Departments, key):
		return t.department(key)
	case slices.Contains(r.People, key):
		return t.person(key)
	}
	return t.consenter(key)
}

// onVersion does something to a version as it stands then.
func (t *tale) onVersion(day workday.Date, m moment, by string, number int, make func(plan.Version) action.Command) {
	t.add(day, m, by, "", func(s *action.Step) (action.Command, error) {
		v, err := t.planVersion(s, number)
		if err != nil {
			return nil, err
		}
		return make(v), nil
	})
}

func (t *tale) planVersion(s *action.Step, number int) (plan.Version, error) {
	return records.PlanVersions.One(s.Tx, "WHERE inspection_id = ? AND number = ?", t.inspectionID(), number)
}

func (t *tale) comment(c example.Comment) {
	t.add(c.On, morning, c.By, "", func(s *action.Step) (action.Command, error) {
		v, err := t.planVersion(s, c.Version)
		if err != nil {
			return nil, err
		}
		cmd := &planning.CommentOnPlan{VersionID: v.ID, Field: c.Field, Quote: c.Quote, Text: c.Text, Proposed: c.Proposed}
		if c.Problem == "" {
			return cmd, nil
		}
		p, err := t.problem(s, c.Problem)
		cmd.ProblemID = p.ID
		return cmd, err
	})
	if c.Answer != "" {
		t.answer(c.Version, c.Text, example.Remark{Answer: c.Answer, Reason: c.Reason, AnsweredBy: c.AnsweredBy, AnsweredOn: c.AnsweredOn}, late)
	}
}

// answer answers the comment on a version that says the text.
func (t *tale) answer(version int, text string, with example.Remark, m moment) {
	t.add(with.AnsweredOn, m, with.AnsweredBy, "", func(s *action.Step) (action.Command, error) {
		v, err := t.planVersion(s, version)
		if err != nil {
			return nil, err
		}
		was, err := records.PlanComments.One(s.Tx, "WHERE version_id = ? AND body = ?", v.ID, text)
		return &planning.AnswerComment{ID: was.ID, Version: was.Version, Answer: with.Answer, Reason: with.Reason}, err
	})
}

func (t *tale) adopt(a example.Adoption) {
	t.onVersion(a.On, early, t.head(), a.Version, func(v plan.Version) action.Command {
		return &planning.AdoptPlan{ID: v.ID, Version: v.Version, MeetingID: t.id("meeting", a.Meeting)}
	})
}

// claim takes over all tasks of which the department has the lead.
func (t *tale) claim(c example.Claim) {
	t.add(c.On, early, c.By, "", func(s *action.Step) (action.Command, error) {
		own, err := records.Measures.List(s.Tx, "WHERE inspection_id = ? AND lead_dept_id = ?", t.inspectionID(), t.department(c.Department))
		cmd := &planning.ClaimMeasures{InspectionID: t.inspectionID(), Note: c.Note}
		for _, m := range own {
			if m.Claim != work.Claimed {
				cmd.IDs = append(cmd.IDs, m.ID)
			}
		}
		return cmd, err
	})
}
