package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/testkit"
)

func TestAnAccountIsOpenedByOneAdministratorAndGrantedByAnother(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		sys, sec := visit(t, w, "sysadmin"), visit(t, w, "secadmin")
		form := "/admin/accounts/new?org=bureau"
		if len(sys.get(form).all(`select[name=person] option[value=officer]`)) != 1 {
			t.Error("the form does not offer the people of the organisation")
		}
		p := sys.post(form, "/admin/accounts/new", url.Values{"org": {"bureau"}, "login": {"sunlei"}, "name": {"孙磊"}, "person": {"officer"}, "password": {"a good long one"}})
		if p.status != http.StatusSeeOther {
			t.Fatalf("opening: %d\n%s", p.status, p.body)
		}
		account := p.location
		if len(sys.get(account).all(`form[action$="/grants"]`)) != 0 {
			t.Error("the system administrator is offered to grant")
		}
		if len(sec.get(account).all(`form[action$="/password"], form[action$="/edit"], form[action$="/switch"]`)) != 0 {
			t.Error("the security administrator is offered to edit the account")
		}
		p = sec.post(account, account+"/grants", url.Values{"role": {"officer"}, "department": {"d1"}, "until": {"2026-12-31"}})
		if p.status != http.StatusSeeOther {
			t.Fatalf("granting: %d\n%s", p.status, p.body)
		}
		page := sec.get(account)
		if !strings.Contains(page.body, "市市场监管局 · 人教科") || !strings.Contains(page.body, "2026-12-31") {
			t.Error("the grant is not shown with its place and end")
		}
		id := strings.TrimPrefix(account, "/admin/accounts/")
		if a := w.Actor(t, id); !a.Has(org.RoleOfficer) || a.Grants[0].DepartmentID != "d1" {
			t.Errorf("the actor is %+v", a)
		}
		revoke := page.all(`form[action^="/grants/"]`)
		if len(revoke) != 1 {
			t.Fatalf("%d grants can be revoked", len(revoke))
		}
		if p := sec.post(account, attr(revoke[0], "action"), url.Values{}); p.location != account {
			t.Errorf("revoking: %d to %s", p.status, p.location)
		}
	})
}

func TestAccountsAreNarrowedByTheirAddress(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "secadmin")
	for query, want := range map[string]string{
		"?q=CLERK":                         "clerk other-clerk",
		"?role=team":                       "team team2",
		"?org=none":                        "auditor secadmin sysadmin",
		"?org=reviewer":                    "reviewer",
		"?state=locked":                    "",
		"?org=bureau&role=department-head": "depthead depthead2",
	} {
		var got []string
		for _, n := range v.get("/admin/accounts" + query).all(`td a[href^="/admin/accounts/"]`) {
			got = append(got, text(n))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s lists %q, want %q", query, strings.Join(got, " "), want)
		}
	}
}

func TestWhoSeesAccounts(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	for login, want := range map[string]struct{ list, form int }{
		"sysadmin": {200, 200}, "secadmin": {200, 403}, "auditor": {403, 403}, "clerk": {403, 403}, "office": {403, 403},
	} {
		v := visit(t, w, login)
		for path, status := range map[string]int{"/admin/accounts": want.list, "/admin/accounts/clerk": want.list,
			"/admin/permissions": want.list, "/admin/accounts/new": want.form} {
			if p := v.get(path); p.status != status {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
	}
	if p := visit(t, w, "clerk").post("/account", "/grants/g-office/revoke", url.Values{}); p.status != http.StatusNotFound {
		t.Errorf("a clerk learns of a foreign grant: %d", p.status)
	}
}

func TestThePermissionTableIsShownAsItIs(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	rows := visit(t, w, "secadmin").get("/admin/permissions").all("tbody tr")
	if len(rows) != len(org.Permissions()) {
		t.Errorf("%d lines for %d permissions", len(rows), len(org.Permissions()))
	}
	for _, r := range rows {
		if strings.HasPrefix(text(r), "查看审计日志") && strings.Count(text(r), "全部") != 1 {
			t.Errorf("the audit log: %s", text(r))
		}
	}
}
