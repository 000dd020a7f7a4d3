package seed

import (
	"fmt"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/action/party"
	domain "bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// lifeMeetings records the life meetings as they came about: each step on its
// day, the papers when they were reviewed, the criticisms after the meeting.
func (t *tale) lifeMeetings() {
	for _, l := range t.o.Party.LifeMeetings {
		t.lifeSteps(l)
		t.opinions(l)
		t.guests(l)
		t.written(l)
		for _, day := range days(l.Papers, func(p example.SelfPaper) workday.Date { return p.ReviewedOn }) {
			t.reviewed(l, day)
		}
		for _, c := range l.Criticisms {
			t.criticism(l, c)
		}
	}
}

// lifeSteps enters the meeting with its first step and adds the others.
func (t *tale) lifeSteps(l example.LifeMeeting) {
	taken := days([]workday.Date{l.ConsentAskedOn, l.ConsentOn, l.PlanOn, l.StudyOn, l.OpinionsOn, l.PapersOn, l.On, l.CircularOn, l.ReportOn},
		func(d workday.Date) workday.Date { return d })
	for n, day := range taken {
		if n == 0 {
			t.add(day, noon, t.clerk(), t.of("life", l.Key), func(*action.Step) (action.Command, error) {
				return &party.AddLifeMeeting{InspectionID: t.inspectionID(), LifeMeeting: t.lifeFields(l, day)}, nil
			})
			continue
		}
		t.add(day, noon, t.clerk(), "", func(s *action.Step) (action.Command, error) {
			m, err := records.LifeMeetings.Get(s.Tx, t.id("life", l.Key))
			return &party.EditLifeMeeting{ID: m.ID, Version: m.Version, LifeMeeting: t.lifeFields(l, day)}, err
		})
	}
}

// lifeFields is what was known of the meeting on a day.
func (t *tale) lifeFields(l example.LifeMeeting, day workday.Date) party.LifeMeeting {
	by := func(d workday.Date) workday.Date {
		if d > day {
			return ""
		}
		return d
	}
	f := party.LifeMeeting{Kind: domain.LifeKind(l.Kind), Theme: l.Theme, Branch: l.Branch, ConsentAskedOn: by(l.ConsentAskedOn),
		ConsentOn: by(l.ConsentOn), PlanOn: by(l.PlanOn), StudyOn: by(l.StudyOn), OpinionsOn: by(l.OpinionsOn), PapersOn: by(l.PapersOn),
		HeldOn: by(l.On), ReportOn: by(l.ReportOn)}
	f.CircularOn = by(l.CircularOn)
	if f.ConsentAskedOn != "" {
		f.AskNumber = l.AskNumber
	}
	if f.ConsentOn != "" {
		f.ConsentBy, f.ConsentNumber = l.ConsentBy, l.ConsentNumber
	}
	if f.OpinionsOn != "" {
		f.Opinions = len(l.Opinions)
	}
	if f.HeldOn != "" {
		f.HostID, f.HeadAsMember, f.HeadCommented, f.Note = t.person(l.Host), l.HeadAsMember, l.HeadCommented, l.Note
	}
	return f
}

// opinions enters the opinions that were collected unnamed.
func (t *tale) opinions(l example.LifeMeeting) {
	if len(l.Opinions) == 0 {
		return
	}
	t.add(l.OpinionsOn, later, t.clerk(), "", func(*action.Step) (action.Command, error) {
		return &party.AddOpinions{LifeMeetingID: t.id("life", l.Key), Way: domain.Unnamed, Opinions: l.Opinions, ReceivedOn: l.OpinionsOn,
			About: []string{domain.AboutBody}}, nil
	})
}

// guests enters who was invited, on the day of the meeting with who came.
func (t *tale) guests(l example.LifeMeeting) {
	if len(l.Guests) == 0 {
		return
	}
	t.add(l.On, later, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		m, err := records.LifeMeetings.Get(s.Tx, t.id("life", l.Key))
		cmd := &party.SaveGuests{LifeMeetingID: m.ID, Version: m.Version}
		for _, g := range l.Guests {
			cmd.Guests = append(cmd.Guests, party.Guest{Body: domain.GuestBody(g.Body), People: g.People, InvitedOn: g.InvitedOn, Attended: true})
		}
		return cmd, err
	})
}

// written lets the members hand in their papers version by version, each
// taking on himself the problems for which he answers, and the head accept the
// last one. Papers of the body, of the head, and of those without an account
// are only entered as reviewed.
func (t *tale) written(l example.LifeMeeting) {
	var assigned []example.SelfPaper
	for _, p := range l.Papers {
		if !t.handsIn(p) {
			continue
		}
		assigned = append(assigned, p)
		for n := range p.Revisions + 1 {
			t.selfVersion(l, p, n+1)
		}
		t.add(p.ReviewedOn, noon, p.ReviewedBy, "", func(s *action.Step) (action.Command, error) {
			paper, err := t.selfPaper(s, l, p)
			return &party.ReviewSelf{ID: paper.ID, Seq: p.Revisions + 1, Version: 1, Outcome: domain.PaperAccepted}, err
		})
	}
	if len(assigned) == 0 {
		return
	}
	t.add(l.OpinionsOn, evening, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		m, err := records.LifeMeetings.Get(s.Tx, t.id("life", l.Key))
		cmd := &party.SavePapers{LifeMeetingID: m.ID, Version: m.Version}
		for _, p := range assigned {
			cmd.Papers = append(cmd.Papers, party.Paper{PersonID: t.person(p.Person), ReviewedBy: t.person(p.ReviewedBy)})
		}
		return cmd, err
	})
}

// handsIn reports whether the paper is written and reviewed here.
func (t *tale) handsIn(p example.SelfPaper) bool {
	inside := func(key string) bool { return len(t.book.people[key].grants) > 0 }
	return p.Person != "" && inside(p.Person) && slices.ContainsFunc(t.o.People, func(x example.Person) bool { return x.Key == p.ReviewedBy }) && inside(p.ReviewedBy)
}

func (t *tale) selfVersion(l example.LifeMeeting, p example.SelfPaper, n int) {
	t.add(p.ReviewedOn, morning, p.Person, "", func(s *action.Step) (action.Command, error) {
		paper, err := t.selfPaper(s, l, p)
		if err != nil {
			return nil, err
		}
		var own []string
		for _, task := range t.o.Plan.Problems {
			if task.Leader == p.Person {
				own = append(own, task.Problem)
			}
		}
		taken, err := t.problems(s, own)
		return &party.WriteSelf{ID: paper.ID, Version: paper.Version, Problems: taken,
			Text: fmt.Sprintf("第%d稿。对照巡察反馈意见，把自己摆进去、把职责摆进去、把工作摆进去，认领分管领域的%d个具体问题，逐一查摆、剖析根源、提出整改措施。", n, len(taken))}, err
	})
}

func (t *tale) selfPaper(s *action.Step, l example.LifeMeeting, p example.SelfPaper) (domain.SelfPaper, error) {
	return records.SelfPapers.One(s.Tx, "WHERE life_meeting_id = ? AND person_id = ?", t.id("life", l.Key), t.person(p.Person))
}

// reviewed enters the papers that had been reviewed by the day.
func (t *tale) reviewed(l example.LifeMeeting, day workday.Date) {
	t.add(day, later, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		m, err := records.LifeMeetings.Get(s.Tx, t.id("life", l.Key))
		cmd := &party.SavePapers{LifeMeetingID: m.ID, Version: m.Version}
		for _, p := range l.Papers {
			row := party.Paper{PersonID: t.person(p.Person), ReviewedBy: t.reviewer(p.ReviewedBy)}
			switch {
			case t.handsIn(p): // its versions say the rest
			case p.ReviewedOn <= day:
				row.ReviewedOn, row.Revisions = p.ReviewedOn, p.Revisions
			default:
				continue
			}
			cmd.Papers = append(cmd.Papers, row)
		}
		return cmd, err
	})
}

// reviewer is one of the organisation's people, or somebody above it.
func (t *tale) reviewer(key string) string {
	if slices.ContainsFunc(t.o.People, func(p example.Person) bool { return p.Key == key }) {
		return t.person(key)
	}
	return domain.BySuperior
}

// criticism enters a criticism on the evening of the meeting, and on a later
// day that its measure was carried out.
func (t *tale) criticism(l example.LifeMeeting, c example.Criticism) {
	fields := func() party.Criticism {
		return party.Criticism{FromID: t.person(c.From), ToID: t.person(c.To), Text: c.Text, Measure: c.Measure, Due: c.Due}
	}
	t.add(l.On, evening, t.clerk(), "", func(*action.Step) (action.Command, error) {
		return &party.AddCriticism{LifeMeetingID: t.id("life", l.Key), Criticism: fields()}, nil
	})
	if c.Done == "" {
		return
	}
	t.add(c.Done, evening, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		was, err := records.Criticisms.One(s.Tx, "WHERE life_meeting_id = ? AND from_id = ? AND to_id = ? AND body = ?",
			t.id("life", l.Key), t.person(c.From), t.person(c.To), c.Text)
		cmd := &party.EditCriticism{ID: was.ID, Version: was.Version, Criticism: fields()}
		cmd.DoneOn = c.Done
		return cmd, err
	})
}

// days gives the days of a list in order, each once, none left out.
func days[T any](list []T, on func(T) workday.Date) []workday.Date {
	var out []workday.Date
	for _, v := range list {
		if d := on(v); d != "" {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
