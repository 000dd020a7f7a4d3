package party

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AddRegulationText adds the next version of a regulation's text.
type AddRegulationText struct {
	ID   string
	Name string `form:"version_name"` // 征求意见稿, 送审稿, 印发稿
	Body string `form:"text"`
	around
	of regulation.Regulation
}

// Permission implements action.Command.
func (c *AddRegulationText) Permission() org.Permission { return org.RegulationEdit }

// Target implements action.Command.
func (c *AddRegulationText) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.of, err = store.Regulations.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	t, err := c.part(s, c.of.InspectionID, store.Regulations.Name(), c.ID)
	t.Departments = []string{c.of.DepartmentID}
	return t, err
}

// Run adds the text; one that says the same as the last is refused.
func (c *AddRegulationText) Run(s *action.Step) error {
	texts, err := store.RegulationTexts.List(s.Tx, "WHERE regulation_id = ? ORDER BY number", c.ID)
	if err != nil {
		return err
	}
	last := ""
	if n := len(texts); n > 0 {
		last = texts[n-1].Body
	}
	x := regulation.Text{ID: s.NewID(), OrgID: c.of.OrgID, RegulationID: c.ID, Number: len(texts) + 1, Name: strings.TrimSpace(c.Name),
		Body: strings.TrimSpace(strings.ReplaceAll(c.Body, "\r\n", "\n")), By: s.Actor.AccountID, Author: s.Actor.Name, At: s.Now}
	var checks fault.Checks
	x.Check(&checks, last)
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.ID)
	return action.Insert(s, store.RegulationTexts, &x)
}
