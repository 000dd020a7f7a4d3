package admin

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// RevokeRole ends a grant at once. One that was in force stays on record as
// ended the day before; one of today or later is taken away. Its result is
// the account.
type RevokeRole struct {
	GrantID string
	before  org.Grant
}

// Permission implements action.Command.
func (c *RevokeRole) Permission() org.Permission { return org.GrantEdit }

// Target implements action.Command.
func (c *RevokeRole) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Grants.Get(s.Tx, c.GrantID)
	return org.Target{Kind: store.Accounts.Name(), ID: c.before.AccountID, OrgID: c.before.OrgID}, err
}

// Run ends the grant.
func (c *RevokeRole) Run(s *action.Step) error {
	if c.before.AccountID == s.Actor.AccountID {
		return fault.New(fault.Conflict, "admin.revoke.self")
	}
	s.Return(c.before.AccountID)
	yesterday := s.Today.AddDays(-1)
	switch {
	case c.before.From != "" && !c.before.From.Before(s.Today):
		return action.Remove(s, store.Grants, c.before)
	case c.before.Until != "" && c.before.Until.Before(s.Today):
		return fault.New(fault.Conflict, "admin.revoke.ended", c.before.Until)
	}
	after := c.before
	after.Until = yesterday
	return action.Save(s, store.Grants, c.before, &after)
}
