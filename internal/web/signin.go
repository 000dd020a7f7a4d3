package web

import (
	"net/http"

	"bihuan/internal/action"
	"bihuan/internal/action/account"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/web/templates"
)

func notThere(*visit) error { return fault.New(fault.NotFound, "fault.not-found") }

// home leads to where each role begins its day.
func home(v *visit) error {
	next := "/desk"
	switch {
	case v.actor.Has(org.RoleSecAudit):
		next = "/audit"
	case v.actor.Has(org.RoleSysAdmin, org.RoleSecAdmin):
		next = "/admin/accounts"
	}
	http.Redirect(v.w, v.r, next, http.StatusSeeOther)
	return nil
}

func signInPage(v *visit) error {
	return v.show(templates.SignIn(v.page("sign-in.title"), v.r.URL.Query().Get("next"), "", ""))
}

func signIn(v *visit) error {
	login := v.r.PostFormValue("login")
	secret, err := account.SignIn(v.r.Context(), v.run, v.opts.SignIn, login, v.r.PostFormValue("password"),
		v.remote(), v.r.UserAgent())
	if fault.Is(err, fault.Invalid) {
		f := err.(*fault.Error)
		return v.render(http.StatusUnprocessableEntity,
			templates.SignIn(v.page("sign-in.title"), v.r.PostFormValue("next"), login, v.t(f.Code, f.Args...)))
	}
	if err != nil {
		return err
	}
	v.setCookie(sessionCookie, secret, int(v.opts.Lifetime.Seconds()))
	http.Redirect(v.w, v.r, v.back("/"), http.StatusSeeOther)
	return nil
}

func signOut(v *visit) error {
	if _, err := v.do(&account.SignOut{Session: v.session}); err != nil {
		return err
	}
	v.setCookie(sessionCookie, "", -1)
	return v.saved("/sign-in", "sign-in.out")
}

// language changes the language of the screens: for an account it is kept,
// for a visitor in a cookie.
func language(v *visit) error {
	lang := v.r.URL.Query().Get("lang")
	v.setCookie("lang", lang, 365*24*3600)
	if v.session != "" {
		if _, err := v.do(&account.ChooseLanguage{Lang: lang}); err != nil {
			return err
		}
	}
	v.r.PostForm = v.r.URL.Query()
	http.Redirect(v.w, v.r, v.back("/"), http.StatusSeeOther)
	return nil
}

func accountPage(v *visit) error { return v.show(templates.Account(v.page("account.title"), v.actor)) }

func passwordPage(v *visit) error {
	return v.show(templates.Password(v.page("account.password.title"), v.actor.MustChange))
}

func changePassword(v *visit) error {
	return post(v, &account.ChangePassword{Session: v.session}, "account.password.changed",
		func(action.Result) string { return "/" })
}
