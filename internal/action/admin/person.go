package admin

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SavePerson enters somebody who works in an organisation, or changes the name
// when ID is set. The initials by which people are found follow the name.
type SavePerson struct {
	OrgID   string `form:"-"`
	ID      string `form:"id"`
	Version int    `form:"version"`
	Name    string `form:"name"`

	before org.Person
}

// Permission implements action.Command.
func (c *SavePerson) Permission() org.Permission { return org.PeopleEdit }

// Target implements action.Command.
func (c *SavePerson) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.ID == "" {
		_, err = store.Organisations.Get(s.Tx, c.OrgID)
	} else {
		c.before, err = store.People.One(s.Tx, "WHERE id = ? AND (org_id = ? OR ? = '')", c.ID, c.OrgID, c.OrgID)
		c.OrgID = c.before.OrgID
	}
	return org.Target{Kind: store.People.Name(), ID: c.ID, OrgID: c.OrgID}, err
}

// Run implements action.Command.
func (c *SavePerson) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("name", c.Name, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.OrgID, after.Name, after.Pinyin = c.OrgID, c.Name, org.Initials(c.Name)
	return save(s, store.People, c.before, &after, &after.ID, &after.Version, c.Version)
}

// SavePost enters what a person is for a time, or changes it when ID is set.
// Who leaves a post gets its last day; the post stays, so that old papers keep
// the title that was true.
type SavePost struct {
	PersonID     string       `form:"-"`
	ID           string       `form:"id"`
	Version      int          `form:"version"`
	DepartmentID string       `form:"department"`
	Title        string       `form:"title"`
	Rank         org.Rank     `form:"rank"`
	Portfolio    []string     `form:"portfolio"`
	From         workday.Date `form:"from"`
	Until        workday.Date `form:"until"`
	// Replaces is a post of the same person that lasts, and ends on the day
	// before this one begins.
	Replaces string `form:"replaces"`

	person org.Person
	before org.Post
	old    org.Post
}

// Permission implements action.Command.
func (c *SavePost) Permission() org.Permission { return org.PeopleEdit }

// Target implements action.Command.
func (c *SavePost) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.person, err = store.People.Get(s.Tx, c.PersonID); err == nil && c.ID != "" {
		c.before, err = store.Posts.One(s.Tx, "WHERE id = ? AND person_id = ?", c.ID, c.PersonID)
	}
	return org.Target{Kind: store.Posts.Name(), ID: c.ID, OrgID: c.person.OrgID}, err
}

// Run implements action.Command.
func (c *SavePost) Run(s *action.Step) error {
	if err := c.check(s); err != nil {
		return err
	}
	if err := c.closeOld(s); err != nil {
		return err
	}
	after := c.before
	after.OrgID, after.PersonID, after.DepartmentID = c.person.OrgID, c.PersonID, c.DepartmentID
	after.Title, after.Rank, after.Portfolio, after.From, after.Until = c.Title, c.Rank, c.Portfolio, c.From, c.Until
	return save(s, store.Posts, c.before, &after, &after.ID, &after.Version, c.Version)
}

func (c *SavePost) check(s *action.Step) error {
	var checks fault.Checks
	checks.Text("title", c.Title, action.ShortText)
	if !slices.Contains(org.Ranks(), c.Rank) {
		checks.Add("rank", "field.unknown-value", c.Rank)
	}
	action.NeedDate(&checks, "from", c.From)
	action.CheckDate(&checks, "until", c.Until)
	if c.Until.Before(c.From) {
		checks.Add("until", "field.date-order")
	}
	if err := c.checkReplaced(s, &checks); err != nil {
		return err
	}
	if err := action.CheckDepartments(s, &checks, c.person.OrgID, "department", c.DepartmentID); err != nil {
		return err
	}
	if err := action.CheckDepartments(s, &checks, c.person.OrgID, "portfolio", c.Portfolio...); err != nil {
		return err
	}
	return checks.Err()
}

// checkReplaced finds the post that this one replaces.
func (c *SavePost) checkReplaced(s *action.Step, checks *fault.Checks) error {
	if c.Replaces == "" {
		return nil
	}
	var err error
	c.old, err = store.Posts.One(s.Tx, "WHERE id = ? AND person_id = ?", c.Replaces, c.PersonID)
	if fault.Is(err, fault.NotFound) {
		checks.Add("replaces", "field.unknown-choice")
		return nil
	}
	if err == nil && (c.old.Until != "" || !c.old.From.Before(c.From)) {
		checks.Add("replaces", "admin.post.not-lasting")
	}
	return err
}

// closeOld gives the replaced post its last day.
func (c *SavePost) closeOld(s *action.Step) error {
	if c.Replaces == "" {
		return nil
	}
	after := c.old
	after.Until = c.From.AddDays(-1)
	return action.Save(s, store.Posts, c.old, &after)
}
