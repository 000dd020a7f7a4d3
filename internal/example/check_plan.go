package example

import (
	"fmt"
	"slices"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

func checkPlan(f *faults, x index, c *City, o *Organisation) {
	p := o.Plan
	if p.Title == "" {
		return
	}
	d0 := o.Feedback.Meeting.On
	checkVersions(f, x, p, d0, c.Today)
	checkComments(f, x, p, d0, c.Today)
	checkApprovals(f, x, c, p, d0)
	seen := map[string]bool{}
	for _, t := range p.Problems {
		if seen[t.Problem] {
			f.add("plan: problem %s comes twice", t.Problem)
		}
		seen[t.Problem] = true
		checkTasks(f, x, t, p)
	}
	for key := range x.problems {
		if !seen[key] {
			f.add("plan: problem %s is missing", key)
		}
	}
}

func checkVersions(f *faults, x index, p Plan, d0, today workday.Date) {
	for n, v := range p.Versions {
		if v.Number != n+1 {
			f.add("plan version %d stands at place %d", v.Number, n+1)
		}
		f.known(x.people, "person", v.By, "plan version")
		f.day("plan version "+v.Name, v.On, d0, today)
		for _, r := range v.Rounds {
			checkRound(f, x, v, r, today)
		}
		if n > 0 && v.On < p.Versions[n-1].On {
			f.add("plan version %d is older than the one before", v.Number)
		}
	}
}

func checkRound(f *faults, x index, v Version, r CommentRound, today workday.Date) {
	f.day("comment round "+r.Name, r.Until, v.On, today)
	for _, d := range r.Departments {
		f.known(x.departments, "department", d, "comment round "+r.Name)
	}
	for _, p := range r.People {
		f.known(x.people, "person", p, "comment round "+r.Name)
	}
	for _, n := range r.None {
		f.known(x.people, "person", n.By, "comment round "+r.Name)
		f.day("no comments of "+n.Party, n.On, v.On, r.Until)
		if !slices.Contains(slices.Concat(r.Departments, r.People, r.Bodies), n.Party) {
			f.add("comment round %s does not ask %s", r.Name, n.Party)
		}
	}
}

func checkComments(f *faults, x index, p Plan, d0, today workday.Date) {
	for _, m := range p.Comments {
		at := "comment of " + m.By
		f.known(x.people, "person", m.By, at)
		f.known(x.people, "person", m.AnsweredBy, at)
		f.known(x.problems, "problem", m.Problem, at)
		f.day(at, m.On, d0, today)
		f.oneOf(at+" answer", m.Answer, "", "adopted", "partly", "refused")
		if m.Version < 1 || m.Version > len(p.Versions) {
			f.add("%s is on version %d", at, m.Version)
		}
		if (m.Answer == "") != (m.AnsweredBy == "") || m.Answer == "refused" && m.Reason == "" {
			f.add("%s: a half answer", at)
		}
		if m.Answer != "" {
			f.day(at+" answered", m.AnsweredOn, m.On, today)
		}
	}
}

// checkApprovals: adopted, then consented, then issued, then claimed.
func checkApprovals(f *faults, x index, c *City, p Plan, d0 workday.Date) {
	last := d0
	for _, r := range p.Returns {
		checkReturned(f, x, c, r, d0)
	}
	if p.Adoption != nil {
		if m, ok := x.meetings[p.Adoption.Meeting]; !ok || m.On != p.Adoption.On {
			f.add("adoption: no meeting %q on %s", p.Adoption.Meeting, p.Adoption.On)
		}
		f.day("adoption", p.Adoption.On, last, c.Today)
		last = p.Adoption.On
	}
	for _, consent := range p.Consents {
		f.known(x.people, "person", consent.By, "consent of "+consent.Body)
		f.day("consent of "+consent.Body, consent.On, last, c.Today)
	}
	if p.Issue != nil {
		if len(p.Consents) != len(c.Round.Reviewers)+2 {
			f.add("issued with %d consents", len(p.Consents))
		}
		f.day("issue", p.Issue.On, last, c.Today)
		last = p.Issue.On
	}
	for _, claim := range p.Claims {
		f.known(x.departments, "department", claim.Department, "claim")
		f.known(x.people, "person", claim.By, "claim of "+claim.Department)
		f.day("claim of "+claim.Department, claim.On, last, c.Today)
	}
}

func checkTasks(f *faults, x index, t PlannedTasks, p Plan) {
	f.known(x.problems, "problem", t.Problem, "plan")
	checkResponsibility(f, x, t.Problem, t.Responsibility)
	checkDeadline(f, t.Problem, t.Deadline)
	if t.CauseCategory != "" && !slices.Contains(work.ShippedCauses(), t.CauseCategory) {
		f.add("%s: cause category %q", t.Problem, t.CauseCategory)
	}
	for n, c := range t.Criteria {
		f.oneOf(fmt.Sprintf("%s criterion %d", t.Problem, n+1), c.Proof, append([]string{""}, proofs()...)...)
	}
	for _, part := range t.Parts {
		if part.Text == "" || !slices.Contains(t.Assisting, part.Department) {
			f.add("%s: part of %s, which does not assist", t.Problem, part.Department)
		}
		if part.Done != "" {
			f.day("part of "+part.Department, part.Done, p.Versions[0].On, workday.LastDate)
		}
	}
	for n, m := range t.Measures {
		key := MeasureKey(t.Problem, n+1)
		for _, other := range m.Shared {
			f.known(x.problems, "problem", other, key+" shared")
		}
		f.oneOf(key+" kind", m.Kind, "direct", "similar-cases", "long-term")
		checkResponsibility(f, x, key, m.Responsibility)
		checkDeadline(f, key, m.Deadline)
		if m.Since > len(p.Versions) || m.Since > 1 && len(m.Formerly) > 0 {
			f.add("%s came with version %d", key, m.Since)
		}
		if m.Text == "" {
			f.add("%s has no text", key)
		}
		for _, s := range m.Steps {
			f.day(key+" step", s.Due, p.Versions[0].On, workday.LastDate)
		}
		for _, was := range m.Formerly {
			if was.Version < 1 || was.Version >= len(p.Versions) {
				f.add("%s was different in version %d of %d", key, was.Version, len(p.Versions))
			}
		}
	}
}

func proofs() []string {
	var out []string
	for _, k := range work.ProofKinds() {
		out = append(out, string(k))
	}
	return out
}

// checkDeadline: a term means the day that stands beside it.
func checkDeadline(f *faults, at string, d Deadline) {
	if d.Term == "" {
		return
	}
	got, err := workday.ParseDeadline(d.Term)
	if err != nil {
		f.add("%s: %v", at, err)
		return
	}
	if got.Date != d.Date || got.LongTerm != d.LongTerm {
		f.add("%s: %q means %q, long-term %v", at, d.Term, got.Date, got.LongTerm)
	}
}

func checkResponsibility(f *faults, x index, at string, r Responsibility) {
	f.known(x.people, "person", r.Leader, at)
	f.known(x.people, "person", r.Person, at)
	f.known(x.departments, "department", r.Lead, at)
	for _, d := range r.Assisting {
		f.known(x.departments, "department", d, at)
		if d == r.Lead {
			f.add("%s: department %s assists itself", at, d)
		}
	}
}

// checkReturned: some body returns, every remark with a text is answered.
func checkReturned(f *faults, x index, c *City, r Returned, d0 workday.Date) {
	at := fmt.Sprintf("return of version %d", r.Version)
	f.day(at, r.On, d0, c.Today)
	f.known(x.people, "person", r.MergedBy, at)
	back := false
	for _, o := range r.Opinions {
		f.known(x.people, "person", o.By, at)
		f.day(at+" by "+o.Body, o.On, r.On, c.Today)
		back = back || o.Return
		for _, m := range o.Remarks {
			f.known(x.problems, "problem", m.Problem, at)
			f.oneOf(at+" grade", m.Grade, "", "good", "medium", "poor")
			if m.Text == "" {
				continue
			}
			f.known(x.people, "person", m.AnsweredBy, at)
			f.oneOf(at+" answer", m.Answer, "adopted", "partly", "refused")
			f.day(at+" answered", m.AnsweredOn, o.On, c.Today)
		}
	}
	if !back {
		f.add("%s: nobody returns it", at)
	}
}
