package admin

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// GrantRole gives an account a role for a time. An administrator of one of
// the three kinds can hold no other role.
type GrantRole struct {
	AccountID    string       `form:"-"`
	Role         org.Role     `form:"role"`
	OrgID        string       `form:"org"`
	DepartmentID string       `form:"department"`
	TeamID       string       `form:"team"`
	From         workday.Date `form:"from"` // today when empty
	Until        workday.Date `form:"until"`
}

// Permission implements action.Command.
func (c *GrantRole) Permission() org.Permission { return org.GrantEdit }

// Target implements action.Command.
func (c *GrantRole) Target(s *action.Step) (org.Target, error) {
	a, err := store.Accounts.Get(s.Tx, c.AccountID)
	return org.Target{Kind: store.Accounts.Name(), ID: a.ID, OrgID: c.OrgID}, err
}

// Run implements action.Command.
func (c *GrantRole) Run(s *action.Step) error {
	if err := c.check(s); err != nil {
		return err
	}
	from := c.From
	if from == "" {
		from = s.Today
	}
	return action.Insert(s, store.Grants, &org.Grant{ID: s.NewID(), AccountID: c.AccountID, OrgID: c.OrgID, Role: c.Role,
		DepartmentID: c.DepartmentID, TeamID: c.TeamID, From: from, Until: c.Until})
}

func (c *GrantRole) check(s *action.Step) error {
	var checks fault.Checks
	if !knownRole(c.Role) {
		checks.Add("role", "field.unknown-value", c.Role)
	}
	if c.Role.Inside() {
		checks.Need("org", c.OrgID)
	}
	if c.Role == org.RoleDeptHead || c.Role == org.RoleOfficer {
		checks.Need("department", c.DepartmentID)
	}
	if c.Role == org.RoleTeam {
		checks.Need("team", c.TeamID)
	}
	if err := action.CheckDepartments(s, &checks, c.OrgID, "department", c.DepartmentID); err != nil {
		return err
	}
	action.CheckDate(&checks, "from", c.From)
	action.CheckDate(&checks, "until", c.Until)
	if c.Until.Before(c.From) {
		checks.Add("until", "field.date-order")
	}
	if err := c.checkClash(s, &checks); err != nil {
		return err
	}
	return checks.Err()
}

// checkClash looks at every role that the account has or will have.
func (c *GrantRole) checkClash(s *action.Step, checks *fault.Checks) error {
	grants, err := store.Grants.List(s.Tx, "WHERE account_id = ? AND (until_on = '' OR until_on >= ?)", c.AccountID, s.Today)
	if err != nil {
		return err
	}
	held := make([]org.Role, 0, len(grants))
	for _, g := range grants {
		held = append(held, g.Role)
	}
	if with, clash := org.Clash(held, c.Role); clash {
		checks.Add("role", "admin.role.clash", c.Role, with)
	}
	return nil
}
