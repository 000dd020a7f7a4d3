// Package evaluating is what is done about the evaluation of rectification: the
// office keeps schemes and opens evaluations, the organisation evaluates
// itself, the office reviews, the organisation answers, another one of the
// office fixes the result.
package evaluating

import (
	"strconv"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveScheme makes a scheme, or the next version of one. Earlier versions stay
// for the evaluations that took them.
type SaveScheme struct {
	OfficeID string       `form:"office"` // of a new scheme
	ID       string       `form:"id"`     // version that the person saw; empty for a new scheme
	Title    string       `form:"name"`
	Note     string       `form:"note"`
	Items    []ItemInput  `form:"items"`
	Vetoes   action.Lines `form:"vetoes"`
	Grades   []GradeInput `form:"bands"`
	Retired  bool         `form:"retired"`

	before evaluation.Scheme
}

// ItemInput is one row of the form; one without a text is not there.
type ItemInput struct {
	Key   string          `form:"key"`
	Group string          `form:"group"`
	Text  string          `form:"text"`
	Mode  evaluation.Mode `form:"mode"`
	Max   string          `form:"max"`
	Hint  string          `form:"hint"`
	Fact  evaluation.Fact `form:"fact"`
}

// GradeInput is one row of the form; one without a name is not there.
type GradeInput struct {
	Name string `form:"name"`
	From string `form:"from"`
}

// Permission implements action.Command.
func (c *SaveScheme) Permission() org.Permission { return org.SchemeEdit }

// Target implements action.Command.
func (c *SaveScheme) Target(s *action.Step) (t org.Target, err error) {
	if c.ID != "" {
		c.before, t, err = store.SchemeTarget(s.Tx, c.ID)
		return t, err
	}
	office, err := store.Organisations.Get(s.Tx, c.OfficeID)
	if err == nil && office.Kind != org.Office {
		err = fault.New(fault.NotFound, "fault.not-found")
	}
	return org.Target{Kind: store.Schemes.Name(), OrgID: c.OfficeID}, err
}

// Run implements action.Command.
func (c *SaveScheme) Run(s *action.Step) error {
	after := evaluation.Scheme{ID: s.NewID(), OrgID: c.OfficeID, Number: 1, Title: c.Title, Note: c.Note, Retired: c.Retired,
		By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	after.Family = after.ID
	if c.ID != "" {
		newer, err := s.Tx.Count("SELECT COUNT(*) FROM scheme WHERE family = ? AND number > ?", c.before.Family, c.before.Number)
		if err != nil {
			return err
		}
		if newer > 0 {
			return fault.New(fault.Conflict, "evaluation.scheme.stale")
		}
		after.OrgID, after.Family, after.Number = c.before.OrgID, c.before.Family, c.before.Number+1
	}
	var checks fault.Checks
	after.Items = c.items(&checks)
	after.Vetoes = c.vetoes()
	after.Grades = c.grades(&checks)
	after.Check(&checks)
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(after.ID)
	return action.Insert(s, store.Schemes, &after)
}

// items are the rows that say something. An item keeps its key; a new one gets
// the next.
func (c *SaveScheme) items(checks *fault.Checks) []evaluation.Item {
	last := 0
	for _, i := range c.before.Items {
		last = max(last, keyNumber(i.Key))
	}
	var out []evaluation.Item
	for _, in := range c.Items {
		if in.Text == "" && in.Max == "" {
			continue
		}
		points, ok := evaluation.ParsePoints(in.Max)
		if !ok {
			checks.Add("items", "evaluation.bad-points", in.Max)
		}
		if _, known := c.before.Item(in.Key); !known {
			last++
			in.Key = "i" + strconv.Itoa(last)
		}
		out = append(out, evaluation.Item{Key: in.Key, Group: in.Group, Text: in.Text, Mode: in.Mode, Max: points, Hint: in.Hint, Fact: in.Fact})
	}
	return out
}

func keyNumber(key string) int {
	n, err := strconv.Atoi(strings.TrimLeft(key, "iv"))
	if err != nil {
		return 0
	}
	return n
}

// vetoes keep the key of the same words.
func (c *SaveScheme) vetoes() []evaluation.Veto {
	known, last := map[string]string{}, 0
	for _, v := range c.before.Vetoes {
		known[v.Text] = v.Key
		last = max(last, keyNumber(v.Key))
	}
	var out []evaluation.Veto
	for _, text := range c.Vetoes {
		key := known[text]
		if key == "" {
			last++
			key = "v" + strconv.Itoa(last)
		}
		out = append(out, evaluation.Veto{Key: key, Text: text})
	}
	return out
}

func (c *SaveScheme) grades(checks *fault.Checks) []evaluation.Grade {
	var out []evaluation.Grade
	for _, in := range c.Grades {
		if in.Name == "" {
			continue
		}
		from, ok := evaluation.ParsePoints(in.From)
		if !ok {
			checks.Add("bands", "evaluation.bad-points", in.From)
		}
		out = append(out, evaluation.Grade{Name: in.Name, From: from})
	}
	return out
}
