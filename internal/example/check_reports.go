package example

func checkReports(f *faults, x index, c *City, o *Organisation) {
	meetings := map[string]Meeting{}
	for _, m := range o.Party.Meetings {
		meetings[m.Key] = m
	}
	for _, p := range o.Issued {
		f.day("issue of "+p.Kind, p.On, o.Feedback.Meeting.On, c.Today)
		people(f, x, "issue of "+p.Kind, p.By)
	}
	for _, r := range o.Reports {
		at := "report of " + string(r.On)
		f.oneOf(at, r.Kind, "head", "progress")
		f.day(at, r.On, o.Feedback.Meeting.On, c.Today)
		f.day(at+" cut-off", r.CutOff, o.Feedback.Meeting.On, r.On)
		people(f, x, at, r.By)
		if m, ok := meetings[r.Meeting]; !ok || !m.AdoptedReport || m.On > r.On {
			f.add("%s: meeting %q did not adopt it before", at, r.Meeting)
		}
		for _, p := range r.Opinions {
			f.day(at+" opinion of "+p.Body, p.On, r.On, c.Today)
		}
	}
}
