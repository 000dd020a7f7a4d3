package intake

import (
	"slices"
	"strconv"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// nameLimit is how many characters the name of a deadline has at most.
const nameLimit = 40

// profile reads the lines. Shipped codes stay, since stages depend on them.
func (c *SaveDeadlines) profile(checks *fault.Checks) workday.Profile {
	var profile workday.Profile
	lines := map[workday.Code]int{}
	for i, in := range c.Lines {
		if in.Remove && !in.Code.Shipped() || in.Code == "" && in.Name == "" {
			continue
		}
		rule := c.rule(in)
		if _, twice := lines[rule.Code]; twice || workday.Taken(rule) {
			checks.Add(lineField(i, "name"), "deadlines.line.twice", i+1)
		}
		lines[rule.Code] = i
		profile = append(profile, rule)
	}
	for _, rule := range profile {
		checkLine(checks, profile, rule, lines[rule.Code])
	}
	for range profile.Without(c.before.Settings.Deadlines) {
		checks.Add("lines", "deadlines.shipped.missing")
		break
	}
	if checks.Err() == nil && profile.Check() != nil {
		checks.Add("lines", "deadlines.circle")
	}
	return profile
}

// rule is what a line says. The name of a new one is its code for good.
func (c *SaveDeadlines) rule(in DeadlineLine) workday.Rule {
	r := workday.Rule{Code: in.Code, Name: in.Name, Base: in.Base, Offset: workday.Offset{N: in.N, Unit: in.Unit}, Repeat: in.Repeat}
	if r.Code == "" {
		r.Code = workday.Code(in.Name)
	}
	if r.Name == string(r.Code) {
		r.Name = ""
	}
	return r
}

func checkLine(checks *fault.Checks, profile workday.Profile, r workday.Rule, line int) {
	checks.Max(lineField(line, "name"), r.Name, nameLimit)
	checks.Max(lineField(line, "name"), string(r.Code), nameLimit)
	switch {
	case !slices.Contains(profile.Bases(), r.Base):
		checks.Add(lineField(line, "base"), "deadlines.line.base", line+1)
	case r.Offset.Check() != nil || r.Offset.N > 1000:
		checks.Add(lineField(line, "n"), "deadlines.line.offset", line+1)
	case r.Repeat && r.Offset.N == 0:
		checks.Add(lineField(line, "n"), "deadlines.line.repeat", line+1)
	case r.Repeat && r.Offset.Unit == workday.Open:
		checks.Add(lineField(line, "unit"), "deadlines.line.repeat", line+1)
	}
}

func lineField(i int, field string) string { return "lines[" + strconv.Itoa(i) + "]." + field }
