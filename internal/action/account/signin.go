package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Policy is how sign-in defends itself.
type Policy struct {
	MaxFailures int           // wrong passwords in a row before a lock
	LockFor     time.Duration // how long the lock lasts
}

// SignIn opens a session and gives the secret for the browser's cookie. Who
// does not exist, a wrong password and a disabled account are answered alike
// and take the same time; a locked account is told so only after the right
// password.
func SignIn(ctx context.Context, run *action.Runner, policy Policy, login, password, remote, agent string) (string, error) {
	login = strings.ToLower(strings.TrimSpace(login))
	acc, err := find(ctx, run, login)
	if err != nil {
		return "", err
	}
	hash := acc.Password
	if hash == "" {
		hash = nobody()
	}
	ok, err := matches(hash, password)
	if err != nil {
		return "", err
	}
	secret, err := newSecret()
	if err != nil {
		return "", err
	}
	try := &attempt{Login: clip(login), Agent: clip(agent), account: acc, right: ok && acc.ID != "" && !acc.Disabled,
		policy: policy, session: SessionID(secret), remote: remote}
	call := action.Call{Actor: org.Actor{AccountID: acc.ID, Name: acc.Name}, Remote: remote}
	if call.Actor.Name == "" {
		call.Actor.Name = clip(login)
	}
	if _, err := run.Do(ctx, call, try); err != nil {
		return "", err
	}
	return secret, try.refused
}

func find(ctx context.Context, run *action.Runner, login string) (org.Account, error) {
	var acc org.Account
	err := run.DB.Read(ctx, func(tx *store.Tx) error {
		var err error
		acc, err = store.Accounts.One(tx, "WHERE login = ?", login)
		return err
	})
	if fault.Is(err, fault.NotFound) {
		return org.Account{}, nil
	}
	return acc, err
}

// nobody is the hash that an unknown login is compared with, so that it takes
// as long as a known one.
var nobody = sync.OnceValue(func() string {
	hash, err := HashPassword("nobody has this password")
	if err != nil {
		return ""
	}
	return hash
})

// attempt records one try, right or wrong.
type attempt struct {
	Login string
	Agent string

	account org.Account
	right   bool
	policy  Policy
	session string
	remote  string
	refused error
}

func (a *attempt) Permission() org.Permission { return org.SignIn }

func (a *attempt) Target(*action.Step) (org.Target, error) {
	return org.Target{Kind: store.Accounts.Name(), ID: a.account.ID, AccountID: a.account.ID}, nil
}

func (a *attempt) Run(s *action.Step) error {
	if a.account.ID == "" {
		s.Note("unknown-login %s", a.Login)
		a.refused = fault.New(fault.Invalid, "account.sign-in.wrong")
		return nil
	}
	before, err := store.Accounts.Get(s.Tx, a.account.ID)
	if err != nil {
		return err
	}
	after := before
	switch {
	case !a.right:
		a.fail(s, &after)
	case s.Now.Before(before.LockedUntil):
		s.Note("locked")
		a.refused = fault.New(fault.Invalid, "account.sign-in.locked", int(before.LockedUntil.Sub(s.Now).Minutes())+1)
		return nil
	default:
		after.Failures, after.LockedUntil = 0, time.Time{}
		if err := a.open(s); err != nil {
			return err
		}
	}
	if after == before {
		return nil
	}
	return action.Save(s, store.Accounts, before, &after)
}

func (a *attempt) fail(s *action.Step, after *org.Account) {
	s.Note("wrong-password")
	a.refused = fault.New(fault.Invalid, "account.sign-in.wrong")
	if s.Now.Before(after.LockedUntil) {
		return
	}
	after.Failures++
	if after.Failures >= a.policy.MaxFailures {
		after.Failures, after.LockedUntil = 0, s.Now.Add(a.policy.LockFor)
	}
}

func (a *attempt) open(s *action.Step) error {
	s.Note("signed-in")
	return store.Sessions.Insert(s.Tx, &org.Session{ID: a.session, AccountID: a.account.ID, CreatedAt: s.Now,
		SeenAt: s.Now, Remote: a.remote, Agent: a.Agent})
}

// newSecret makes the value of a session cookie.
func newSecret() (string, error) {
	b := make([]byte, 32)
	if _, err := rand.Read(b); err != nil {
		return "", fmt.Errorf("new session: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}

// SessionID is what the database keeps of a cookie: its hash, so that a copy
// of the database opens no session.
func SessionID(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

func clip(s string) string {
	r := []rune(strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "?"))
	if len(r) > 100 {
		r = r[:100]
	}
	return string(r)
}
