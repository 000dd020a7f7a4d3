// Package warnings is what people do about the warnings that they get: read
// them, and choose by which ways they reach them.
package warnings

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// most bounds how many warnings are marked at once, and how long a mark is.
const (
	most     = 20000
	longMark = 200
)

// MarkRead notes that one has read warnings. It changes nothing for others.
type MarkRead struct {
	Marks []string `form:"mark"`
	own
}

// Run implements action.Command.
func (c *MarkRead) Run(s *action.Step) error {
	if len(c.Marks) == 0 || len(c.Marks) > most {
		return fault.New(fault.Invalid, "warning.read.none")
	}
	for _, m := range c.Marks {
		var checks fault.Checks
		checks.Text("mark", m, longMark)
		if err := checks.Err(); err != nil {
			return err
		}
	}
	s.Note("warnings-read %d", len(c.Marks))
	return store.MarkRead(s.Tx, s.Actor.AccountID, c.Marks)
}

// own is what every command on what is one's own has in common.
type own struct{ account org.Account }

// Permission implements action.Command.
func (o *own) Permission() org.Permission { return org.WarningsOwn }

// Target implements action.Command.
func (o *own) Target(s *action.Step) (org.Target, error) {
	var err error
	o.account, err = store.Accounts.Get(s.Tx, s.Actor.AccountID)
	return org.Target{Kind: store.Accounts.Name(), ID: o.account.ID, AccountID: o.account.ID}, err
}
