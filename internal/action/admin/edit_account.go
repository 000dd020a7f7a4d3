package admin

import (
	"time"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// onAccount is what commands on an existing account have in common.
type onAccount struct{ before org.Account }

// Permission implements action.Command.
func (*onAccount) Permission() org.Permission { return org.AccountEdit }

func (o *onAccount) load(s *action.Step, id string) (org.Target, error) {
	var err error
	o.before, err = store.Accounts.Get(s.Tx, id)
	return org.Target{Kind: store.Accounts.Name(), ID: id, OrgID: o.before.OrgID}, err
}

// EditAccount changes whose account it is. Version is the one that the person
// saw.
type EditAccount struct {
	AccountID string
	Version   int    `form:"version"`
	Name      string `form:"name"`
	PersonID  string `form:"person"`
	onAccount
}

// Target implements action.Command.
func (c *EditAccount) Target(s *action.Step) (org.Target, error) { return c.load(s, c.AccountID) }

// Run saves the account; the person must belong to the account's organisation.
func (c *EditAccount) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("name", c.Name, action.ShortText)
	if err := action.CheckPeople(s, &checks, c.before.OrgID, "person", c.PersonID); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Name, after.PersonID, after.Version = c.Name, c.PersonID, c.Version
	return action.Save(s, store.Accounts, c.before, &after)
}

// SwitchAccount disables an account, which ends its sessions, or enables it
// again. Nobody disables himself: one administrator always remains.
type SwitchAccount struct {
	AccountID string
	Disabled  bool `form:"disabled"`
	onAccount
}

// Target implements action.Command.
func (c *SwitchAccount) Target(s *action.Step) (org.Target, error) { return c.load(s, c.AccountID) }

// Run saves the account.
func (c *SwitchAccount) Run(s *action.Step) error {
	if c.Disabled && c.AccountID == s.Actor.AccountID {
		return fault.New(fault.Conflict, "admin.disable.self")
	}
	if c.Disabled {
		if err := endSessions(s, c.AccountID); err != nil {
			return err
		}
	}
	after := c.before
	after.Disabled = c.Disabled
	return action.Save(s, store.Accounts, c.before, &after)
}

// UnlockAccount lifts the lock after too many wrong passwords.
type UnlockAccount struct {
	AccountID string
	onAccount
}

// Target implements action.Command.
func (c *UnlockAccount) Target(s *action.Step) (org.Target, error) { return c.load(s, c.AccountID) }

// Run saves the account.
func (c *UnlockAccount) Run(s *action.Step) error {
	after := c.before
	after.Failures, after.LockedUntil = 0, time.Time{}
	return action.Save(s, store.Accounts, c.before, &after)
}

func endSessions(s *action.Step, accountID string) error {
	_, err := s.Tx.Exec("DELETE FROM session WHERE account_id = ?", accountID)
	return err
}
