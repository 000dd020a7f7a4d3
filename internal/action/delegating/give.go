// Package delegating is how somebody lets another act in his name for a time.
package delegating

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// longest is how many days a delegation lasts at most.
const longest = 366

// Give lets a colleague of the same organisation act in the actor's name.
type Give struct {
	ToAccount   string           `form:"deputy"`
	Permissions []org.Permission `form:"permissions"`
	Reason      string           `form:"reason"`
	From        workday.Date     `form:"from"`
	Until       workday.Date     `form:"until"`
}

// Permission implements action.Command.
func (c *Give) Permission() org.Permission { return org.DelegationGive }

// Target implements action.Command: it is the actor's own account.
func (c *Give) Target(s *action.Step) (org.Target, error) {
	return org.Target{Kind: store.Delegations.Name(), AccountID: s.Actor.AccountID}, nil
}

// Run implements action.Command.
func (c *Give) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.ShortText)
	action.NeedDate(&checks, "from", c.From)
	action.NeedDate(&checks, "until", c.Until)
	if c.From.Valid() && c.Until.Valid() && (c.Until < c.From || c.Until < s.Today || c.From.DaysUntil(c.Until) > longest) {
		checks.Add("until", "delegation.days", longest)
	}
	may := org.Delegable(s.Actor)
	for _, p := range c.Permissions {
		if !slices.Contains(may, p) {
			checks.Add("permissions", "field.unknown-choice")
		}
	}
	if len(c.Permissions) == 0 {
		checks.Add("permissions", "field.required")
	}
	deputy, err := c.deputy(s, &checks)
	if err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	d := org.Delegation{ID: s.NewID(), OrgID: s.Actor.OrgID, FromAccount: s.Actor.AccountID, FromName: s.Actor.Name, ToAccount: deputy.AccountID,
		ToName: deputy.Name, Permissions: c.Permissions, Reason: c.Reason, From: c.From, Until: c.Until, At: s.Now}
	return action.Insert(s, store.Delegations, &d)
}

// deputy finds who shall act: another person with an account in use in the
// same organisation, and none of the three administrators.
func (c *Give) deputy(s *action.Step, checks *fault.Checks) (org.Actor, error) {
	a, active, err := store.ActorOf(s.Tx, c.ToAccount)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return a, err
	}
	switch {
	case err != nil || !active || a.OrgID != s.Actor.OrgID || a.PersonID == "":
		checks.Add("deputy", "field.unknown-choice")
	case a.AccountID == s.Actor.AccountID || a.PersonID == s.Actor.PersonID:
		checks.Add("deputy", "delegation.self")
	case a.Has(org.RoleSysAdmin, org.RoleSecAdmin, org.RoleSecAudit):
		checks.Add("deputy", "delegation.administrator")
	}
	return a, nil
}

// Revoke takes a delegation back before its time.
type Revoke struct {
	ID      string `form:"-"`
	Version int    `form:"version"`

	before org.Delegation
}

// Permission implements action.Command.
func (c *Revoke) Permission() org.Permission { return org.DelegationGive }

// Target implements action.Command: it belongs to the one who gave it.
func (c *Revoke) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Delegations.Get(s.Tx, c.ID)
	return org.Target{Kind: store.Delegations.Name(), ID: c.ID, AccountID: c.before.FromAccount}, err
}

// Run implements action.Command.
func (c *Revoke) Run(s *action.Step) error {
	if !c.before.RevokedAt.IsZero() || c.before.Until < s.Today {
		return fault.New(fault.Conflict, "delegation.over")
	}
	after := c.before
	after.Version, after.RevokedAt = c.Version, s.Now
	return action.Save(s, store.Delegations, c.before, &after)
}
