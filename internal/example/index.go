package example

import "bihuan/internal/domain/workday"

// index finds by key what the records of one organisation name.
type index struct {
	people      map[string]bool
	departments map[string]bool
	problems    map[string]bool
	measures    map[string]bool
	meetings    map[string]Meeting
}

func newIndex(c *City, o *Organisation) index {
	x := index{people: map[string]bool{}, departments: map[string]bool{}, problems: map[string]bool{},
		measures: map[string]bool{}, meetings: map[string]Meeting{}}
	for _, p := range c.People() {
		x.people[p.Key] = true
	}
	for _, p := range o.People {
		x.people[p.Key] = true
	}
	for _, d := range o.Departments {
		x.departments[d.Key] = true
	}
	for _, p := range o.Feedback.Problems() {
		x.problems[p.Key] = true
	}
	for _, p := range o.Plan.Problems {
		for n := range p.Measures {
			x.measures[MeasureKey(p.Problem, n+1)] = true
		}
	}
	for _, r := range o.Progress.Reopenings {
		for n := range r.Measures {
			x.measures[MeasureKey(r.Problem, o.planned(r.Problem)+n+1)] = true
		}
	}
	for _, m := range o.Party.Meetings {
		x.meetings[m.Key] = m
	}
	return x
}

// planned counts the measures that the plan has for a problem.
func (o *Organisation) planned(problem string) int {
	for _, p := range o.Plan.Problems {
		if p.Problem == problem {
			return len(p.Measures)
		}
	}
	return 0
}

// People gives everybody of the city's own bodies: inspection office, leading
// group, reviewing bodies, teams and administrators. Somebody who sits in two
// of them comes twice.
func (c *City) People() []CityPerson {
	var out []CityPerson
	out = append(out, c.InspectionOffice.People...)
	out = append(out, c.LeadingGroup.Members...)
	for _, b := range c.ReviewingBodies {
		out = append(out, b.Person)
	}
	for _, t := range c.Teams {
		out = append(out, t.Members...)
	}
	for _, a := range c.Administrators {
		out = append(out, a.Person)
	}
	return out
}

// Person finds somebody of the organisation by key.
func (o *Organisation) Person(key string) (Person, bool) {
	for _, p := range o.People {
		if p.Key == key {
			return p, true
		}
	}
	return Person{}, false
}

// Deadline of a problem or measure by key, with agreed extensions applied;
// ok is false where the plan does not know the key.
func (o *Organisation) Deadline(key string) (d workday.Date, ok bool) {
	for _, p := range o.Plan.Problems {
		if p.Problem == key {
			d, ok = p.Deadline.Date, true
		}
		for n, m := range p.Measures {
			if MeasureKey(p.Problem, n+1) == key {
				d, ok = p.DeadlineOf(m).Date, true
			}
		}
	}
	for _, e := range o.Progress.Extensions {
		if e.For == key && e.State == "agreed" {
			d = e.NewDate
		}
	}
	return d, ok
}

// DeadlineOf is the measure's own deadline, or that of its problem.
func (p PlannedTasks) DeadlineOf(m Measure) Deadline {
	if m.Deadline == (Deadline{}) {
		return p.Deadline
	}
	return m.Deadline
}

// ResponsibilityOf is who answers for the measure: what it leaves out is as
// with its problem.
func (p PlannedTasks) ResponsibilityOf(m Measure) Responsibility {
	r := m.Responsibility
	if r.Leader == "" {
		r.Leader = p.Leader
	}
	if r.Lead == "" {
		r.Lead = p.Lead
	}
	if r.Assisting == nil {
		r.Assisting = p.Assisting
	}
	if r.Person == "" {
		r.Person = p.Person
	}
	return r
}
