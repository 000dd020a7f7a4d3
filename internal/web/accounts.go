package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/domain/org"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func accountList(v *visit) error {
	q := v.r.URL.Query()
	l, err := see(v, query.Accounts, query.AccountsIn{Search: q.Get("q"), Org: q.Get("org"), Role: org.Role(q.Get("role")),
		State: q.Get("state"), Page: v.pageNumber()})
	if err != nil {
		return err
	}
	p := v.page("nav.accounts")
	p.Query = ""
	return v.show(templates.Accounts(p, v.at(), l))
}

func accountNew(v *visit) error {
	f, err := see(v, query.AccountForm, v.r.URL.Query().Get("org"))
	if err != nil {
		return err
	}
	return v.show(templates.AccountNew(v.page("account.new"), f))
}

func accountOf(v *visit) error {
	a, err := see(v, query.Account, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.AccountPage(v.page("nav.accounts"), a))
}

func addAccount(v *visit) error {
	return post(v, &admin.AddAccount{}, "account.added", toRecord("/admin/accounts/"))
}

// onAccount runs a command on the account of the address and comes back to it.
func onAccount(v *visit, cmd action.Command) error {
	return post(v, cmd, "saved", to("/admin/accounts/"+v.id()))
}

func editAccount(v *visit) error   { return onAccount(v, &admin.EditAccount{AccountID: v.id()}) }
func switchAccount(v *visit) error { return onAccount(v, &admin.SwitchAccount{AccountID: v.id()}) }
func unlockAccount(v *visit) error { return onAccount(v, &admin.UnlockAccount{AccountID: v.id()}) }
func resetPassword(v *visit) error { return onAccount(v, &admin.ResetPassword{AccountID: v.id()}) }
func grantRole(v *visit) error     { return onAccount(v, &admin.GrantRole{AccountID: v.id()}) }

func revokeRole(v *visit) error {
	return post(v, &admin.RevokeRole{GrantID: v.id()}, "saved", toRecord("/admin/accounts/"))
}

func permissionTable(v *visit) error {
	t, err := see(v, query.Permissions, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Permissions(v.page("permissions.title"), t))
}
