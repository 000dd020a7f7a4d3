package admin

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// GrantRole gives an account a role for a time. An administrator of one of
// the three kinds can hold no other role, nobody grants himself one, and a
// team's right ends with its round.
type GrantRole struct {
	AccountID    string
	Role         org.Role     `form:"role"`
	OrgID        string       `form:"org"` // the account's own when empty
	DepartmentID string       `form:"department"`
	TeamID       string       `form:"team"`
	From         workday.Date `form:"from"` // today when empty
	Until        workday.Date `form:"until"`
	account      org.Account
}

// Permission implements action.Command.
func (c *GrantRole) Permission() org.Permission { return org.GrantEdit }

// Target implements action.Command.
func (c *GrantRole) Target(s *action.Step) (org.Target, error) {
	var err error
	c.account, err = store.Accounts.Get(s.Tx, c.AccountID)
	return org.Target{Kind: store.Accounts.Name(), ID: c.AccountID, OrgID: c.place()}, err
}

// place is the organisation in which the role is to hold.
func (c *GrantRole) place() string {
	if c.OrgID == "" && !c.Role.Administrator() {
		return c.account.OrgID
	}
	return c.OrgID
}

// Run implements action.Command.
func (c *GrantRole) Run(s *action.Step) error {
	if c.AccountID == s.Actor.AccountID {
		return fault.New(fault.Conflict, "admin.grant.self")
	}
	g := org.Grant{ID: s.NewID(), AccountID: c.AccountID, OrgID: c.place(), Role: c.Role, From: c.From, Until: c.Until}
	if g.From == "" {
		g.From = s.Today
	}
	if c.Role == org.RoleTeam {
		g.TeamID = c.TeamID
	}
	if inDepartment(c.Role) {
		g.DepartmentID = c.DepartmentID
	}
	if err := c.check(s, &g); err != nil {
		return err
	}
	s.Return(c.AccountID)
	return action.Insert(s, store.Grants, &g)
}

// word is the role as screens name it.
func word(r org.Role) fault.Word { return fault.Word("role." + string(r)) }

// inDepartment reports whether the role holds in one department.
func inDepartment(r org.Role) bool { return r == org.RoleDeptHead || r == org.RoleOfficer }

func (c *GrantRole) check(s *action.Step, g *org.Grant) error {
	var checks fault.Checks
	if !knownRole(g.Role) {
		checks.Add("role", "field.unknown-value", g.Role)
	}
	action.CheckDate(&checks, "from", g.From)
	action.CheckDate(&checks, "until", g.Until)
	if err := checkPlace(s, &checks, g); err != nil {
		return err
	}
	if err := checkTeam(s, &checks, g); err != nil {
		return err
	}
	if g.Until.Before(g.From) {
		checks.Add("until", "field.date-order")
	}
	if err := c.checkClash(s, &checks); err != nil {
		return err
	}
	return checks.Err()
}

// checkPlace looks at organisation and department.
func checkPlace(s *action.Step, checks *fault.Checks, g *org.Grant) error {
	if g.Role.Inside() {
		checks.Need("org", g.OrgID)
	}
	o, err := organisation(s, checks, g.OrgID)
	if err != nil {
		return err
	}
	if o.ID != "" && knownRole(g.Role) && !g.Role.Fits(o.Kind) {
		checks.Add("role", "admin.role.misplaced", word(g.Role), o.Name)
	}
	if inDepartment(g.Role) {
		checks.Need("department", g.DepartmentID)
	}
	return action.CheckDepartments(s, checks, g.OrgID, "department", g.DepartmentID)
}

// checkTeam ends the right of a team with its round, at the latest.
func checkTeam(s *action.Step, checks *fault.Checks, g *org.Grant) error {
	if g.Role != org.RoleTeam {
		return nil
	}
	checks.Need("team", g.TeamID)
	round, err := roundOf(s, g.TeamID)
	if fault.Is(err, fault.NotFound) {
		if g.TeamID != "" {
			checks.Add("team", "field.unknown-choice")
		}
		return nil
	}
	if err != nil {
		return err
	}
	if g.Until == "" {
		g.Until = round.Ends
	}
	if g.Until.After(round.Ends) {
		checks.Add("until", "admin.grant.after-round", round.Ends)
	}
	return nil
}

func roundOf(s *action.Step, teamID string) (inspection.Round, error) {
	team, err := store.Teams.Get(s.Tx, teamID)
	if err != nil {
		return inspection.Round{}, err
	}
	return store.Rounds.Get(s.Tx, team.RoundID)
}

// checkClash looks at every role that the account has or will have, and at
// those of the same person's other accounts.
func (c *GrantRole) checkClash(s *action.Step, checks *fault.Checks) error {
	grants, err := store.Grants.List(s.Tx, `WHERE (account_id = ? OR account_id IN (SELECT id FROM account WHERE person_id = ? AND person_id <> ''))
		AND (until_on = '' OR until_on >= ?)`, c.AccountID, c.account.PersonID, s.Today)
	if err != nil {
		return err
	}
	held := make([]org.Role, 0, len(grants))
	for _, g := range grants {
		held = append(held, g.Role)
	}
	if with, clash := org.Clash(held, c.Role); clash {
		checks.Add("role", "admin.role.clash", word(c.Role), word(with))
	}
	return nil
}
