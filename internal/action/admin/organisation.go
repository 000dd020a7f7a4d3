package admin

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveOrganisation enters an organisation, or changes one when ID is set.
type SaveOrganisation struct {
	ID        string   `form:"id"`
	Version   int      `form:"version"`
	Name      string   `form:"name"`
	ShortName string   `form:"short_name"`
	PartyName string   `form:"party_name"`
	Kind      org.Kind `form:"kind"`
	Address   string   `form:"address"`
	Phone     string   `form:"phone"`

	before org.Organisation
}

// Permission implements action.Command.
func (c *SaveOrganisation) Permission() org.Permission { return org.OrgEdit }

// Target implements action.Command.
func (c *SaveOrganisation) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.ID != "" {
		c.before, err = store.Organisations.Get(s.Tx, c.ID)
	}
	return org.Target{Kind: store.Organisations.Name(), ID: c.ID, OrgID: c.ID}, err
}

// Run implements action.Command.
func (c *SaveOrganisation) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("name", c.Name, action.ShortText)
	checks.Text("short_name", c.ShortName, action.ShortText)
	checks.Max("party_name", c.PartyName, action.ShortText)
	checks.Max("address", c.Address, action.ShortText)
	checks.Max("phone", c.Phone, action.ShortText)
	if !slices.Contains(org.Kinds(), c.Kind) {
		checks.Add("kind", "field.unknown-value", c.Kind)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Name, after.ShortName, after.PartyName, after.Kind = c.Name, c.ShortName, c.PartyName, c.Kind
	after.Address, after.Phone = c.Address, c.Phone
	return save(s, store.Organisations, c.before, &after, &after.ID, &after.Version, c.Version)
}

// SaveDepartment enters a department of an organisation, or changes one when
// ID is set. One that is closed keeps what it did and can be chosen no more.
type SaveDepartment struct {
	OrgID   string       `form:"-"`
	ID      string       `form:"id"`
	Version int          `form:"version"`
	Name    string       `form:"name"`
	Sort    int          `form:"sort"`
	Closed  workday.Date `form:"closed"`

	before org.Department
}

// Permission implements action.Command.
func (c *SaveDepartment) Permission() org.Permission { return org.PeopleEdit }

// Target implements action.Command.
func (c *SaveDepartment) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.ID == "" {
		_, err = store.Organisations.Get(s.Tx, c.OrgID)
	} else {
		c.before, err = store.Departments.One(s.Tx, "WHERE id = ? AND (org_id = ? OR ? = '')", c.ID, c.OrgID, c.OrgID)
		c.OrgID = c.before.OrgID
	}
	return org.Target{Kind: store.Departments.Name(), ID: c.ID, OrgID: c.OrgID}, err
}

// Run implements action.Command.
func (c *SaveDepartment) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("name", c.Name, action.ShortText)
	action.CheckDate(&checks, "closed", c.Closed)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.OrgID, after.Name, after.Sort, after.Closed = c.OrgID, c.Name, c.Sort, c.Closed
	return save(s, store.Departments, c.before, &after, &after.ID, &after.Version, c.Version)
}

// save inserts what has no id yet and replaces what has one, as the person saw
// it. It gives the id back to the caller.
func save[T any](s *action.Step, t *store.Table[T], before T, after *T, id *string, version *int, seen int) error {
	if *id == "" {
		*id = s.NewID()
		s.Return(*id)
		return action.Insert(s, t, after)
	}
	*version = seen
	s.Return(*id)
	return action.Save(s, t, before, after)
}
