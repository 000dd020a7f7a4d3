package seed

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/party"
	domain "bihuan/internal/domain/party"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// partyLife records meetings, study, talks and life meetings, and what lasts.
func (t *tale) partyLife() {
	for _, m := range t.o.Party.Meetings {
		t.meeting(m)
	}
	for _, s := range t.o.Party.Studies {
		t.study(s)
	}
	t.talks()
	t.lifeMeetings()
	for _, r := range t.o.Regulations {
		t.regulation(r)
	}
	for _, l := range t.o.LinkedWork {
		t.linked(l)
	}
	for _, d := range t.o.Party.Directed {
		t.directed(d)
	}
}

// meeting records a meeting on its day; what was carried out later is ticked
// off on that later day.
func (t *tale) meeting(m example.Meeting) {
	t.add(min(m.On, t.city.Today), noon, t.clerk(), t.of("meeting", m.Key), func(*action.Step) (action.Command, error) {
		cmd := &party.AddMeeting{InspectionID: t.inspectionID(), Meeting: party.Meeting{Kind: domain.MeetingKind(m.Kind),
			Title: m.Title, HeldOn: m.On, Place: m.Place, ChairID: t.person(m.Chair), Studied: m.Studied, Topics: topics(m),
			Requirements: m.Requirements, AdoptedReport: m.AdoptedReport, DocumentNumber: m.Minutes, Attendance: t.attendance(m),
			HearsProgress: m.HearsProgress}}
		for _, p := range m.Invited {
			cmd.Invited = append(cmd.Invited, t.person(p))
		}
		for _, r := range m.Resolutions {
			cmd.Resolutions = append(cmd.Resolutions, party.Decision{Text: r.Text, DepartmentID: t.department(r.Department), PersonID: t.person(r.Person), Due: r.Due})
		}
		return cmd, nil
	})
	if m.Approved != "" {
		t.approve(m)
	}
	for n, r := range m.Resolutions {
		if r.Done != "" {
			t.finish(m, n+1, r)
		}
	}
}

func topics(m example.Meeting) []party.Item {
	var out []party.Item
	for _, x := range m.Topics {
		out = append(out, party.Item{Title: x.Title, Outcome: x.Outcome, Problems: strings.Join(x.Problems, "、")})
	}
	return out
}

func (t *tale) attendance(m example.Meeting) []party.Attendee {
	var out []party.Attendee
	for _, p := range m.Present {
		out = append(out, party.Attendee{PersonID: t.person(p), Presence: domain.Present})
	}
	for _, p := range m.Observers {
		out = append(out, party.Attendee{PersonID: t.person(p), Presence: domain.Observer})
	}
	for _, a := range m.Absent {
		out = append(out, party.Attendee{PersonID: t.person(a.Person), Presence: domain.Absent, Reason: a.Reason})
	}
	return out
}

func (t *tale) study(st example.Study) {
	t.add(st.On, later, t.clerk(), "", func(*action.Step) (action.Command, error) {
		var people []string
		for _, p := range st.Participants {
			people = append(people, t.person(p))
		}
		return &party.AddStudy{InspectionID: t.inspectionID(), Study: party.Study{Kind: domain.StudyKind(st.Kind), Title: st.Title,
			HeldOn: st.On, LeaderID: t.person(st.Leader), Participants: people, Rules: st.Rules, Theory: st.Theory, Note: st.Note}}, nil
	})
}

// approve has the minutes sent by the clerk and approved by the head.
func (t *tale) approve(m example.Meeting) {
	now := func(s *action.Step) (domain.Meeting, error) {
		return records.Meetings.Get(s.Tx, t.id("meeting", m.Key))
	}
	t.add(m.Approved, morning, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		x, err := now(s)
		return &party.SubmitMinutes{ID: x.ID, Version: x.Version}, err
	})
	t.add(m.Approved, late, t.head(), "", func(s *action.Step) (action.Command, error) {
		x, err := now(s)
		return &party.ApproveMinutes{ID: x.ID, Version: x.Version, Standings: t.stand}, err
	})
}

// finish ticks a resolution off on the day on which it was carried out.
func (t *tale) finish(m example.Meeting, seq int, r example.Resolution) {
	t.add(r.Done, evening, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		held, err := records.Meetings.Get(s.Tx, t.id("meeting", m.Key))
		if err != nil {
			return nil, err
		}
		was, err := records.Resolutions.One(s.Tx, "WHERE meeting_id = ? AND seq = ?", held.ID, seq)
		return &party.AnswerResolution{ID: was.ID, Answer: r.Answer, DoneOn: r.Done, Version: held.Version}, err
	})
}

// directed records a matter that a leader directed himself.
func (t *tale) directed(d example.Directed) {
	t.add(d.On, evening, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		about, err := t.problems(s, d.Problems)
		return &party.SaveDirected{InspectionID: t.inspectionID(), On: d.On, ByID: t.person(d.By), Text: d.Text, Problems: about}, err
	})
}
