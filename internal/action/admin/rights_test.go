package admin_test

import (
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestARoleIsGrantedWhereItBelongs(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := open(t, w, "zhang")
	for name, c := range map[string]struct {
		grant admin.GrantRole
		field string
	}{
		"clerk of the office":    {admin.GrantRole{Role: org.RoleClerk, OrgID: "office"}, "role"},
		"office of a bureau":     {admin.GrantRole{Role: org.RoleOffice, OrgID: "bureau"}, "role"},
		"reviewer in the office": {admin.GrantRole{Role: org.RoleReviewer, OrgID: "office"}, "role"},
		"nowhere":                {admin.GrantRole{Role: org.RoleHead, OrgID: "nowhere"}, "org"},
		"unknown team":           {admin.GrantRole{Role: org.RoleTeam, OrgID: "office", TeamID: "team9"}, "team"},
		"team after its round":   {admin.GrantRole{Role: org.RoleTeam, OrgID: "office", TeamID: "team1", Until: "2027-07-01"}, "until"},
	} {
		c.grant.AccountID = id
		if _, err := w.Do(t, "secadmin", &c.grant); !names(err, c.field) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestATeamsRightEndsWithItsRound(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := open(t, w, "zhang")
	w.Must(t, "secadmin", &admin.GrantRole{AccountID: id, Role: org.RoleTeam, OrgID: "office", TeamID: "team1"})
	w.Clock.Set("2027-06-30")
	if a := w.Actor(t, id); !a.Has(org.RoleTeam) {
		t.Error("the right ended before the round")
	}
	w.Clock.Set("2027-07-01")
	if a := w.Actor(t, id); a.Has(org.RoleTeam) {
		t.Error("the right outlives the round")
	}
}

func TestNobodyGrantsOrRevokesHimself(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	for _, cmd := range []action.Command{&admin.GrantRole{AccountID: "secadmin", Role: org.RoleSecAdmin},
		&admin.GrantRole{AccountID: "secadmin", Role: org.RoleClerk, OrgID: "bureau"}, &admin.RevokeRole{GrantID: "g-secadmin"}} {
		if _, err := w.Do(t, "secadmin", cmd); !fault.Is(err, fault.Conflict) {
			t.Errorf("%T: %v", cmd, err)
		}
	}
	if _, err := w.Do(t, "sysadmin", &admin.SwitchAccount{AccountID: "sysadmin", Disabled: true}); !fault.Is(err, fault.Conflict) {
		t.Errorf("the last administrator disabled himself: %v", err)
	}
}

func TestOnePersonIsNotTwoAdministratorsWithTwoAccounts(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	var ids []string
	for _, login := range []string{"one", "two"} {
		ids = append(ids, w.Must(t, "sysadmin", &admin.AddAccount{Login: login, Name: "王强", Password: password, OrgID: "bureau", PersonID: "depthead"}))
	}
	w.Must(t, "secadmin", &admin.RevokeRole{GrantID: "g-depthead"})
	w.Must(t, "secadmin", &admin.GrantRole{AccountID: ids[0], Role: org.RoleSysAdmin})
	for _, r := range []org.Role{org.RoleSecAdmin, org.RoleSecAudit, org.RoleClerk} {
		if _, err := w.Do(t, "secadmin", &admin.GrantRole{AccountID: ids[1], Role: r, OrgID: "bureau"}); !names(err, "role") {
			t.Errorf("%s: %v", r, err)
		}
	}
}

func TestARevokedRoleEndsAtOnceAndStaysOnRecord(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Must(t, "secadmin", &admin.RevokeRole{GrantID: "g-clerk"})
		if a := w.Actor(t, "clerk"); a.Has(org.RoleClerk) {
			t.Error("the role holds on")
		}
		w.See(t, func(tx *store.Tx) error {
			g, err := store.Grants.Get(tx, "g-clerk")
			if g.Until != "2026-03-09" {
				t.Errorf("ended on %s", g.Until)
			}
			return err
		})
		if _, err := w.Do(t, "secadmin", &admin.RevokeRole{GrantID: "g-clerk"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("revoked twice: %v", err)
		}
	})
}

func TestADisabledAccountIsOutAtOnce(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := open(t, w, "zhang")
	if err := signIn(t, w, "zhang", password); err != nil {
		t.Fatal(err)
	}
	w.Must(t, "sysadmin", &admin.SwitchAccount{AccountID: id, Disabled: true})
	w.See(t, func(tx *store.Tx) error {
		n, err := tx.Count("SELECT COUNT(*) FROM session WHERE account_id = ?", id)
		if n != 0 {
			t.Errorf("%d sessions live on", n)
		}
		return err
	})
	if err := signIn(t, w, "zhang", password); err == nil {
		t.Error("a disabled account signs in")
	}
	w.Must(t, "sysadmin", &admin.SwitchAccount{AccountID: id})
	if err := signIn(t, w, "zhang", password); err != nil {
		t.Error(err)
	}
}

func TestAnUnlockKeepsThePassword(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := open(t, w, "zhang")
	for range policy.MaxFailures {
		if err := signIn(t, w, "zhang", "wrong"); err == nil {
			t.Fatal("a wrong password was accepted")
		}
	}
	w.Must(t, "sysadmin", &admin.UnlockAccount{AccountID: id})
	if err := signIn(t, w, "zhang", password); err != nil {
		t.Error(err)
	}
}
