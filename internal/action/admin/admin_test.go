package admin_test

import (
	"errors"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/account"
	"bihuan/internal/action/admin"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

const password = "correct horse battery"

var policy = account.Policy{MaxFailures: 5, LockFor: 15 * 60e9}

func signIn(t *testing.T, w *testkit.World, login, password string) error {
	t.Helper()
	_, err := account.SignIn(t.Context(), w.Runner, policy, login, password, "test", "test")
	return err
}

func open(t *testing.T, w *testkit.World, login string) string {
	t.Helper()
	return w.Must(t, "sysadmin", &admin.AddAccount{Login: login, Name: "张三", Password: password})
}

func TestANewAccountSignsInAndMustChangeItsPassword(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := open(t, w, " Zhang.San ")
		w.Must(t, "secadmin", &admin.GrantRole{AccountID: id, Role: org.RoleClerk, OrgID: "bureau"})
		if err := signIn(t, w, "zhang.san", password); err != nil {
			t.Fatal(err)
		}
		a := w.Actor(t, id)
		if !a.MustChange || !a.Has(org.RoleClerk) {
			t.Errorf("the actor is %+v", a)
		}
	})
}

func TestRefusedAccounts(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	open(t, w, "taken")
	for name, c := range map[string]struct {
		add   admin.AddAccount
		field string
	}{
		"taken":            {admin.AddAccount{Login: "TAKEN", Name: "李四", Password: password}, "login"},
		"Chinese login":    {admin.AddAccount{Login: "李四", Name: "李四", Password: password}, "login"},
		"no name":          {admin.AddAccount{Login: "li", Name: " ", Password: password}, "name"},
		"short password":   {admin.AddAccount{Login: "li", Name: "李四", Password: "short"}, "password"},
		"person elsewhere": {admin.AddAccount{Login: "li", Name: "李四", Password: password, OrgID: "bureau", PersonID: "nobody"}, "person"},
	} {
		if _, err := w.Do(t, "sysadmin", &c.add); !names(err, c.field) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestARoleIsGrantedOnlyWhereItMakesSense(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := open(t, w, "zhang")
	for name, c := range map[string]struct {
		grant admin.GrantRole
		field string
	}{
		"unknown role":       {admin.GrantRole{Role: "king"}, "role"},
		"clerk of nothing":   {admin.GrantRole{Role: org.RoleClerk}, "org"},
		"officer nowhere":    {admin.GrantRole{Role: org.RoleOfficer, OrgID: "bureau"}, "department"},
		"department outside": {admin.GrantRole{Role: org.RoleOfficer, OrgID: "bureau", DepartmentID: "nowhere"}, "department"},
		"team of none":       {admin.GrantRole{Role: org.RoleTeam}, "team"},
		"backwards":          {admin.GrantRole{Role: org.RoleOffice, From: "2026-03-02", Until: "2026-03-01"}, "until"},
	} {
		c.grant.AccountID = id
		if _, err := w.Do(t, "secadmin", &c.grant); !names(err, c.field) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNobodyIsTwoAdministrators(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := open(t, w, "zhang")
	w.Must(t, "secadmin", &admin.GrantRole{AccountID: id, Role: org.RoleSysAdmin})
	for _, r := range []org.Role{org.RoleSecAdmin, org.RoleSecAudit, org.RoleOffice} {
		if _, err := w.Do(t, "secadmin", &admin.GrantRole{AccountID: id, Role: r}); !names(err, "role") {
			t.Errorf("%s: %v", r, err)
		}
	}
}

func TestAResetLiftsTheLockAndEndsSessions(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := open(t, w, "zhang")
	if err := signIn(t, w, "zhang", password); err != nil {
		t.Fatal(err)
	}
	for range policy.MaxFailures {
		if err := signIn(t, w, "zhang", "wrong"); err == nil {
			t.Fatal("a wrong password was accepted")
		}
	}
	if err := signIn(t, w, "zhang", password); err == nil {
		t.Fatal("the account is not locked")
	}
	w.Must(t, "sysadmin", &admin.ResetPassword{AccountID: id, Password: "another good one"})
	w.See(t, func(tx *store.Tx) error {
		n, err := tx.Count("SELECT COUNT(*) FROM session WHERE account_id = ?", id)
		if n != 0 {
			t.Errorf("%d sessions live on", n)
		}
		return err
	})
	if err := signIn(t, w, "zhang", password); err == nil {
		t.Error("the old password still works")
	}
	if err := signIn(t, w, "zhang", "another good one"); err != nil {
		t.Error(err)
	}
}

func TestEachAdministratorDoesHisOwnPart(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := open(t, w, "zhang")
	for _, who := range []string{"clerk", "head", "office", "auditor", "secadmin"} {
		for _, cmd := range []action.Command{&admin.AddAccount{Login: "li", Name: "李四", Password: password},
			&admin.ResetPassword{AccountID: id, Password: password}} {
			if _, err := w.Do(t, who, cmd); !fault.Is(err, fault.Denied) && !fault.Is(err, fault.NotFound) {
				t.Errorf("%s did %T: %v", who, cmd, err)
			}
		}
	}
	if _, err := w.Do(t, "sysadmin", &admin.GrantRole{AccountID: id, Role: org.RoleSysAdmin}); !fault.Is(err, fault.Denied) {
		t.Errorf("the system administrator granted a role: %v", err)
	}
}

// names reports whether the error refuses exactly the field.
func names(err error, field string) bool {
	var f *fault.Error
	return errors.As(err, &f) && f.Kind == fault.Invalid && len(f.Fields) == 1 && f.Fields[0].Name == field
}
