// Package admin is what the administrators do: accounts and rights.
package admin

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/account"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// loginForm is what a login may look like: what every keyboard can type.
var loginForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{1,39}$`)

// AddAccount opens an account. It can do nothing until it is granted a role,
// and its password must be changed at the first sign-in. Where the owner knows
// the password already, Hash takes the place of Password: its encoded argon2id
// hash, as account.HashPassword gives it.
type AddAccount struct {
	Login    string `form:"login"`
	Name     string `form:"name"`
	OrgID    string `form:"org"`
	PersonID string `form:"person"`
	Password string `json:"-" form:"password"`
	Hash     string `json:"-" form:"-"`
}

// Permission implements action.Command.
func (c *AddAccount) Permission() org.Permission { return org.AccountEdit }

// Target implements action.Command.
func (c *AddAccount) Target(*action.Step) (org.Target, error) {
	return org.Target{Kind: store.Accounts.Name(), OrgID: c.OrgID}, nil
}

// Run implements action.Command.
func (c *AddAccount) Run(s *action.Step) error {
	login := strings.ToLower(strings.TrimSpace(c.Login))
	if err := c.check(s, login); err != nil {
		return err
	}
	hash := c.Hash
	if hash == "" {
		var err error
		if hash, err = account.HashPassword(c.Password); err != nil {
			return err
		}
	}
	a := org.Account{ID: s.NewID(), OrgID: c.OrgID, PersonID: c.PersonID, Login: login, Name: strings.TrimSpace(c.Name),
		Password: hash, MustChange: c.Hash == "", CreatedAt: s.Now}
	s.Return(a.ID)
	return action.Insert(s, store.Accounts, &a)
}

func (c *AddAccount) check(s *action.Step, login string) error {
	var checks fault.Checks
	if !loginForm.MatchString(login) {
		checks.Add("login", "admin.login.form")
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM account WHERE login = ?", login)
	if err != nil {
		return err
	}
	if n > 0 {
		checks.Add("login", "admin.login.taken", login)
	}
	checks.Text("name", c.Name, action.ShortText)
	if c.Hash == "" {
		account.CheckPassword(&checks, "password", c.Password, login)
	}
	if _, err := organisation(s, &checks, c.OrgID); err != nil {
		return err
	}
	if err := action.CheckPeople(s, &checks, c.OrgID, "person", c.PersonID); err != nil {
		return err
	}
	return checks.Err()
}

// ResetPassword gives an account a password that must be changed at the next
// sign-in, lifts a lock and ends the account's sessions.
type ResetPassword struct {
	AccountID string
	Password  string `json:"-" form:"password"`
	onAccount
}

// Target implements action.Command.
func (c *ResetPassword) Target(s *action.Step) (org.Target, error) { return c.load(s, c.AccountID) }

// Run implements action.Command.
func (c *ResetPassword) Run(s *action.Step) error {
	var checks fault.Checks
	account.CheckPassword(&checks, "password", c.Password, c.before.Login)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	var err error
	if after.Password, err = account.HashPassword(c.Password); err != nil {
		return err
	}
	after.MustChange, after.Failures = true, 0
	after.LockedUntil = time.Time{}
	if err := endSessions(s, c.AccountID); err != nil {
		return err
	}
	s.Note("password-reset")
	return action.Save(s, store.Accounts, c.before, &after)
}

func knownRole(r org.Role) bool { return slices.Contains(org.Roles(), r) }
