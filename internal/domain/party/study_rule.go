package party

import (
	"slices"
	"strings"

	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Led reports whether somebody leads a study session of the kind.
func (k StudyKind) Led() bool { return k != SelfStudy }

// Check notes what is wrong with the session, under the names of its form
// fields: it has taken place, somebody took part, and something was studied.
func (s Study) Check(c *fault.Checks, today workday.Date) {
	known(c, "kind", s.Kind, StudyKinds())
	c.Text("name", s.Title, fault.ShortText)
	happened(c, "held_on", s.HeldOn, today)
	if s.Kind.Led() {
		c.Need("led_by", s.LeaderID)
	}
	if len(s.Participants) == 0 {
		c.Add("participants", "party.study.nobody")
	}
	if len(s.Materials) == 0 {
		c.Add("rules", "party.study.nothing")
	}
	for _, m := range s.Materials {
		c.Max(m.field(), m.Title, fault.ShortText)
	}
	c.Max("note", s.Note, fault.LongText)
}

// WithLeader gives the session with its leader among those who took part, and
// each of them once.
func (s Study) WithLeader() Study {
	all := s.Participants
	if s.LeaderID != "" {
		all = append([]string{s.LeaderID}, all...)
	}
	s.Participants = nil
	for _, id := range all {
		if id != "" && !slices.Contains(s.Participants, id) {
			s.Participants = append(s.Participants, id)
		}
	}
	return s
}

// Materials makes materials of typed titles, one kind after the other; marks
// around a whole title and repeated titles do not count.
func Materials(rules, theory []string) []Material {
	var out []Material
	add := func(kind string, titles []string) {
		for _, t := range titles {
			m := Material{Kind: kind, Title: regulation.Unquoted(t)}
			if m.Title != "" && !slices.Contains(out, m) {
				out = append(out, m)
			}
		}
	}
	add(MaterialRule, rules)
	add(MaterialTheory, theory)
	return out
}

// Titles gives the titles of one kind of material.
func Titles(list []Material, kind string) []string {
	var out []string
	for _, m := range list {
		if m.Kind == kind {
			out = append(out, m.Title)
		}
	}
	return out
}

// Quoted is the material as papers name it: a rule in 《》, theory as it is.
func (m Material) Quoted() string {
	if m.Kind != MaterialRule {
		return m.Title
	}
	return "《" + inner.Replace(m.Title) + "》"
}

// inner is how marks inside marks are written.
var inner = strings.NewReplacer("《", "〈", "》", "〉")

func (m Material) field() string {
	if m.Kind == MaterialRule {
		return "rules"
	}
	return "theory"
}
