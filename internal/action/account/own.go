package account

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// own is what every command on one's own account has in common.
type own struct{ account org.Account }

func (o *own) Permission() org.Permission { return org.OwnAccount }

func (o *own) Target(s *action.Step) (org.Target, error) {
	var err error
	o.account, err = store.Accounts.Get(s.Tx, s.Actor.AccountID)
	return org.Target{Kind: store.Accounts.Name(), ID: o.account.ID, AccountID: o.account.ID}, err
}

// SignOut ends a session.
type SignOut struct {
	Session string `json:"-"` // the session's id
	own
}

// Run ends the session; ending one that is gone is no error.
func (c *SignOut) Run(s *action.Step) error {
	return store.Sessions.Delete(s.Tx, c.Session)
}

// ChangePassword replaces one's own password and ends all other sessions.
type ChangePassword struct {
	Old     string `json:"-" form:"old"`
	New     string `json:"-" form:"new"`
	Again   string `json:"-" form:"again"`
	Session string `json:"-" form:"-"`
	own
}

// Run checks the old password and saves the new one.
func (c *ChangePassword) Run(s *action.Step) error {
	var checks fault.Checks
	ok, err := matches(c.account.Password, c.Old)
	if err != nil {
		return err
	}
	if !ok {
		checks.Add("old", "account.password.wrong")
	}
	CheckPassword(&checks, "new", c.New, c.account.Login)
	if c.New != c.Again {
		checks.Add("again", "account.password.differ")
	}
	if c.New != "" && c.New == c.Old {
		checks.Add("new", "account.password.same")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.account
	if after.Password, err = HashPassword(c.New); err != nil {
		return err
	}
	after.MustChange = false
	if _, err := s.Tx.Exec("DELETE FROM session WHERE account_id = ? AND id <> ?", after.ID, c.Session); err != nil {
		return err
	}
	s.Note("password-changed")
	return action.Save(s, store.Accounts, c.account, &after)
}

// ChooseLanguage remembers the language of one's screens.
type ChooseLanguage struct {
	Lang string `form:"lang"`
	own
}

// Run saves the choice.
func (c *ChooseLanguage) Run(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("lang", c.Lang, "zh-CN", "en")
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.account
	after.Lang = c.Lang
	return action.Save(s, store.Accounts, c.account, &after)
}
