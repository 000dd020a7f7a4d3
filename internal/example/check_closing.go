package example

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// chain is the default sign-off chain; the codes are those of a round's settings.
var chain = []string{"department-head", "leader", "rectification-office", "resident", "party-group", "office"}

// checkClosing: applications go up the chain step by step, nobody judges his
// own work, and only what is closed is reopened.
func checkClosing(f *faults, x index, c *City, o *Organisation) {
	closed := map[string]workday.Date{}
	for _, s := range o.Progress.SignOffs {
		at := "sign-off of " + s.Problem
		f.known(x.problems, "problem", s.Problem, at)
		people(f, x, at, s.By)
		f.day(at, s.On, o.Feedback.Meeting.On, c.Today)
		if s.Statement == "" {
			f.add("%s says nothing", at)
		}
		checkBasis(f, at, o, s)
		if on, passed := checkDecisions(f, x, at, s, c.Today); passed {
			closed[s.Problem] = on
		}
	}
	for _, r := range o.Progress.Reopenings {
		at := "reopening of " + r.Problem
		people(f, x, at, r.By)
		f.oneOf(at, r.Kind, "relapse", "look-back", "complaint", "audit", "inspection", "other")
		if on, ok := closed[r.Problem]; !ok || r.On < on {
			f.add("%s on %s: it was not closed", at, r.On)
		} else if r.FactOn <= on || r.FactOn > r.On || r.Source == "" || r.Deadline <= r.On || r.Planned < r.On || len(r.Measures) == 0 {
			f.add("%s: no fact after the sign-off, no source, deadline or measures", at)
		}
	}
}

// checkBasis: every measure is done and something proves it when the
// application is made, and nothing is added while it is decided.
func checkBasis(f *faults, at string, o *Organisation, s SignOff) {
	for n, m := range o.measuresOn(s.On)[s.Problem] {
		if m.Verdict != work.Done && (!m.LongTerm || m.Verdict == work.NotStarted) {
			f.add("%s: measure %d is %s on %s", at, n+1, m.Verdict, s.On)
		}
	}
	last := s.On
	if n := len(s.Decisions); n > 0 {
		last = s.Decisions[n-1].On
	}
	proofs := 0
	for _, e := range o.Progress.Evidence {
		if ProblemOf(e.For) != s.Problem {
			continue
		}
		if e.On <= s.On {
			proofs++
		} else if e.On <= last {
			f.add("%s: evidence of %s comes in between", at, e.On)
		}
	}
	if proofs == 0 {
		f.add("%s: nothing proves it on %s", at, s.On)
	}
	for _, e := range o.Progress.Entries {
		if ProblemOf(e.For) == s.Problem && e.On > s.On && e.On <= last {
			f.add("%s: an entry of %s comes in between", at, e.On)
		}
	}
}

// checkDecisions reports when the application passed the whole chain.
func checkDecisions(f *faults, x index, at string, s SignOff, today workday.Date) (on workday.Date, passed bool) {
	last, ended := s.On, false
	deciders := map[string]bool{s.By: true}
	for n, d := range s.Decisions {
		people(f, x, at, d.By)
		if ended || n >= len(chain) || d.Step != chain[n] {
			f.add("%s: step %d cannot be %q", at, n+1, d.Step)
			return "", false
		}
		if deciders[d.By] {
			f.add("%s: %s passes more than one step, or his own work", at, d.By)
		}
		deciders[d.By] = true
		f.day(at+" "+d.Step, d.On, last, today)
		last = d.On
		f.oneOf(at+" outcome", d.Outcome, "", "agree", "return")
		if d.Renewed != (d.Until != "") {
			f.add("%s: %s demands renewed rectification without a day, or the other way round", at, d.Step)
		}
		if d.Outcome == "return" {
			ended = true
		}
		if d.Reason == "" && (d.Outcome == "return" || d.Step == "resident") {
			f.add("%s: %s gives no reason", at, d.Step)
		}
		if m, ok := x.meetings[d.Meeting]; d.Step == "party-group" && (!ok || m.On != d.On) {
			f.add("%s: no meeting %q on %s", at, d.Meeting, d.On)
		}
	}
	return last, !ended && len(s.Decisions) == len(chain)
}
