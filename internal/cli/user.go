package cli

import (
	"crypto/rand"
	"fmt"
	"os"
	"os/user"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// userCommands are for the first accounts and for a forgotten password; the
// rest is done on the pages.
type userCommands struct {
	Add   userAdd   `cmd:"" help:"${user_add}"`
	Reset userReset `cmd:"" help:"${user_reset}"`
}

// userAdd opens the account of an administrator.
type userAdd struct {
	place
	Login string   `arg:"" help:"${user_login}"`
	Name  string   `required:"" help:"${user_name}"`
	Role  org.Role `required:"" enum:"system-administrator,security-administrator,security-auditor" help:"${user_role}"`
}

// Run implements the command.
func (u *userAdd) Run(c *console) error {
	return c.asConsole(u.place, func(in *server.Installation, call action.Call) error {
		password := newPassword()
		err := in.Runner.Batch(c.ctx, func(do action.Doer) error {
			res, err := do(c.now(), call, &admin.AddAccount{Login: u.Login, Name: u.Name, Password: password})
			if err != nil {
				return err
			}
			_, err = do(c.now(), call, &admin.GrantRole{AccountID: res.ID, Role: u.Role})
			return err
		})
		if err == nil {
			c.say("cli.user.added", u.Login, c.text("role."+string(u.Role)), password)
		}
		return err
	})
}

// userReset gives an account a new password.
type userReset struct {
	place
	Login string `arg:"" help:"${user_login}"`
}

// Run implements the command.
func (u *userReset) Run(c *console) error {
	return c.asConsole(u.place, func(in *server.Installation, call action.Call) error {
		var account org.Account
		err := in.DB.Read(c.ctx, func(tx *store.Tx) (err error) {
			account, err = store.Accounts.One(tx, "WHERE login = ?", strings.ToLower(u.Login))
			return err
		})
		if fault.Is(err, fault.NotFound) {
			return fault.New(fault.NotFound, "cli.user.unknown", u.Login)
		}
		if err != nil {
			return err
		}
		password := newPassword()
		if _, err = in.Runner.Do(c.ctx, call, &admin.ResetPassword{AccountID: account.ID, Password: password}); err == nil {
			c.say("cli.user.reset", account.Login, password)
		}
		return err
	})
}

// asConsole runs f for whoever sits at the server: he could change the files
// anyway, so he holds the two administrators' rights over accounts; the audit
// log names him.
func (c *console) asConsole(p place, f func(*server.Installation, action.Call) error) (err error) {
	in, err := c.open(p)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	actor, err := operator(org.Grant{Role: org.RoleSysAdmin}, org.Grant{Role: org.RoleSecAdmin})
	if err != nil {
		return err
	}
	return f(in, action.Call{Remote: "console", Actor: actor})
}

// operator is whoever sits at the server, by the names that it has for him and
// for itself.
func operator(rights ...org.Grant) (org.Actor, error) {
	host, err := os.Hostname()
	if err != nil {
		return org.Actor{}, fmt.Errorf("name of the host: %w", err)
	}
	who := fmt.Sprintf("uid %d", os.Getuid())
	if u, err := user.Current(); err == nil {
		who = u.Username
	}
	return org.Actor{AccountID: "console", Name: who + "@" + host, Grants: rights}, nil
}

// newPassword gives a password that nobody can guess and anybody can type.
func newPassword() string { return strings.ToLower(rand.Text()[:16]) }
