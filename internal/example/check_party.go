package example

import "bihuan/internal/domain/workday"

func checkParty(f *faults, x index, c *City, o *Organisation) {
	d0 := o.Feedback.Meeting.On
	for _, m := range o.Party.Meetings {
		checkMeeting(f, x, m, d0, c.Today)
	}
	for _, s := range o.Party.Studies {
		f.oneOf("study "+s.Title, s.Kind, "central-group", "self-study", "branch")
		f.day("study "+s.Title, s.On, d0, c.Today)
		people(f, x, "study "+s.Title, append([]string{s.Leader}, s.Participants...)...)
	}
	for _, t := range o.Party.Talks {
		f.oneOf("talk", t.Scope, "leader-leader", "leader-department-head", "leader-staff")
		f.day("talk of "+t.From, t.On, d0, c.Today)
		people(f, x, "talk", t.From, t.To)
	}
	for _, l := range o.Party.LifeMeetings {
		checkLifeMeeting(f, x, l, d0, c.Today)
	}
	for _, d := range o.Party.Directed {
		f.day("directed", d.On, d0, c.Today)
		people(f, x, "directed", d.By)
		problems(f, x, "directed", d.Problems)
	}
}

func people(f *faults, x index, at string, keys ...string) {
	for _, k := range keys {
		f.known(x.people, "person", k, at)
	}
}

func problems(f *faults, x index, at string, keys []string) {
	for _, k := range keys {
		f.known(x.problems, "problem", k, at)
	}
}

func checkMeeting(f *faults, x index, m Meeting, d0, today workday.Date) {
	at := "meeting " + m.Key
	f.oneOf(at, m.Kind, "feedback", "mobilisation", "party-group", "leading-group", "progress", "deliberation", "branch", "other")
	if len(m.Invited) == 0 {
		f.day(at, m.On, d0, today)
	}
	people(f, x, at, m.Invited...)
	for _, t := range m.Topics {
		problems(f, x, at, t.Problems)
	}
	present := map[string]bool{}
	for _, p := range append(append([]string{}, m.Present...), m.Observers...) {
		f.known(x.people, "person", p, at)
		if present[p] {
			f.add("%s: %s is listed twice", at, p)
		}
		present[p] = true
	}
	if len(m.Invited) == 0 && present[m.Chair] == (m.Kind == "feedback") {
		f.add("%s: its chair %q was not there, or is not the organisation's", at, m.Chair)
	}
	for _, a := range m.Absent {
		f.known(x.people, "person", a.Person, at)
		if present[a.Person] || a.Reason == "" {
			f.add("%s: %s is absent and present, or without a reason", at, a.Person)
		}
	}
	for _, r := range m.Resolutions {
		f.known(x.departments, "department", r.Department, at)
		people(f, x, at, r.Person)
		if r.Done != "" && (r.Done < m.On || r.Done > today) {
			f.add("%s: a resolution was carried out on %s", at, r.Done)
		}
	}
}

func checkLifeMeeting(f *faults, x index, l LifeMeeting, d0, today workday.Date) {
	at := "life meeting " + l.Key
	f.oneOf(at, l.Kind, "democratic", "organisational")
	f.day(at, l.On, d0, today)
	people(f, x, at, l.Host)
	for _, before := range []workday.Date{l.ConsentAskedOn, l.ConsentOn, l.PlanOn, l.StudyOn, l.OpinionsOn, l.PapersOn} {
		if before > l.On {
			f.add("%s: %s is not before it", at, before)
		}
	}
	for _, p := range l.Papers {
		people(f, x, at, p.Person, p.ReviewedBy)
		if p.Person != "" && p.Person == p.ReviewedBy {
			f.add("%s: %s reviewed his own paper", at, p.Person)
		}
	}
	for _, c := range l.Criticisms {
		people(f, x, at, c.From, c.To)
		if c.Text == "" || c.Measure == "" {
			f.add("%s: a criticism of %s without text or measure", at, c.To)
		}
	}
}
