package party

import (
	"fmt"

	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// StudyRule is one rule of the library (学习书目): one that the round names, or
// one that an organisation adds for its inspection.
type StudyRule struct {
	ID           string
	OrgID        string // inspection office for those of the round
	RoundID      string // empty for an organisation's own
	InspectionID string // empty for those of the round
	Seq          int
	Title        string // without 《》
	Issuer       string
	Number       string
	Year         int // of issue; 0 where it is not said
	Required     bool
	Version      int
}

// Check notes what is wrong with row n of a library.
func (r StudyRule) Check(c *fault.Checks, n int) {
	row := func(part string) string { return fmt.Sprintf("library[%d].%s", n, part) }
	c.Text(row("title"), r.Title, fault.ShortText)
	c.Max(row("issuer"), r.Issuer, fault.ShortText)
	c.Max(row("number"), r.Number, fault.ShortText)
	if r.Year != 0 && (r.Year < 1921 || r.Year > 2100) {
		c.Add(row("year"), "party.study.year")
	}
}

// Is reports whether the material is the rule: chosen from the library, or
// typed by the same title.
func (m Material) Is(r StudyRule) bool {
	return m.RuleID == r.ID || m.RuleID == "" && m.Kind == MaterialRule && regulation.Unquoted(m.Title) == r.Title
}

// StudyCoverage tells who has studied what: a person has studied a rule once
// he took part in a session that treated it.
type StudyCoverage struct {
	People []string
	Rules  []StudyRule
	first  map[[2]string]Study // by rule and person, the first session
	seen   map[string]int      // sessions by rule
}

// CoverStudy finds the coverage of rules among people.
func CoverStudy(people []string, rules []StudyRule, sessions []Study) StudyCoverage {
	c := StudyCoverage{People: people, Rules: rules, first: map[[2]string]Study{}, seen: map[string]int{}}
	for _, s := range sessions {
		for _, r := range rules {
			if !s.Treats(r) {
				continue
			}
			c.seen[r.ID]++
			for _, p := range s.Participants {
				k := [2]string{r.ID, p}
				if was, ok := c.first[k]; !ok || s.HeldOn < was.HeldOn {
					c.first[k] = s
				}
			}
		}
	}
	return c
}

// Treats reports whether the session treated the rule.
func (s Study) Treats(r StudyRule) bool {
	for _, m := range s.Materials {
		if m.Is(r) {
			return true
		}
	}
	return false
}

// Studied gives the first session in which a person studied a rule.
func (c StudyCoverage) Studied(rule, person string) (session Study, on workday.Date, ok bool) {
	session, ok = c.first[[2]string{rule, person}]
	return session, session.HeldOn, ok
}

// Sessions is how many sessions treated a rule.
func (c StudyCoverage) Sessions(rule string) int { return c.seen[rule] }

// Of is how many of the people have studied a rule.
func (c StudyCoverage) Of(rule string) Share {
	s := Share{All: len(c.People)}
	for _, p := range c.People {
		if _, _, ok := c.Studied(rule, p); ok {
			s.Done++
		}
	}
	return s
}

// By is how many of the required rules a person has studied.
func (c StudyCoverage) By(person string) Share {
	var s Share
	for _, r := range c.Rules {
		if !r.Required {
			continue
		}
		s.All++
		if _, _, ok := c.Studied(r.ID, person); ok {
			s.Done++
		}
	}
	return s
}

// Required is how many of the required rules somebody has studied.
func (c StudyCoverage) Required() Share {
	var s Share
	for _, r := range c.Rules {
		if r.Required {
			s.All++
			if c.Of(r.ID).Done > 0 {
				s.Done++
			}
		}
	}
	return s
}

// Untouched lists the required rules that nobody has studied.
func (c StudyCoverage) Untouched() []StudyRule {
	var out []StudyRule
	for _, r := range c.Rules {
		if r.Required && c.Of(r.ID).Done == 0 {
			out = append(out, r)
		}
	}
	return out
}
