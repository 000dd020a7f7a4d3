package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
	"net/url"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/locale"
	"bihuan/internal/query"
	"bihuan/internal/web/ui"

	"github.com/a-h/templ"
)

// visit is one request with who makes it.
type visit struct {
	*Site
	w       http.ResponseWriter
	r       *http.Request
	actor   org.Actor
	session string // id of the session; empty when nobody is signed in
	secret  string // value of the session cookie
	lang    string
}

// id is the {id} of the address.
func (v *visit) id() string { return v.r.PathValue("id") }

// t is a message in the visitor's language.
func (v *visit) t(key string, args ...any) string { return locale.Text(v.lang, key, args...) }

// at is where the visitor is, for filters, sorting and pages.
func (v *visit) at() ui.Address { return ui.Address{Path: v.r.URL.Path, Query: v.r.URL.Query()} }

// remote is the visitor's address as the server sees it.
func (v *visit) remote() string {
	host, _, err := net.SplitHostPort(v.r.RemoteAddr)
	if err != nil {
		return v.r.RemoteAddr
	}
	return host
}

// do runs one command in the visitor's name, once per form.
func (v *visit) do(cmd action.Command) (action.Result, error) {
	return v.run.Do(v.r.Context(), action.Call{Actor: v.actor, Key: v.r.PostFormValue("form_key"), Remote: v.remote()}, cmd)
}

// see runs one query with the visitor's scope.
func see[In, Out any](v *visit, q func(*query.View, In) (Out, error), in In) (Out, error) {
	return query.Page(v.r.Context(), v.read, v.actor, q, in)
}

// show renders a page.
func (v *visit) show(c templ.Component) error { return v.render(http.StatusOK, c) }

// saved goes on to the next page with a message of success.
func (v *visit) saved(next, key string) error {
	v.flash(key)
	if v.wantsFragment() {
		v.w.Header().Set("X-Next", next)
		v.w.WriteHeader(http.StatusNoContent)
		return nil
	}
	http.Redirect(v.w, v.r, next, http.StatusSeeOther)
	return nil
}

// post decodes the form into a command, runs it and goes on to the page that
// next names, with a message of success.
func post(v *visit, cmd action.Command, key string, next func(action.Result) string) error {
	if err := v.decode(cmd); err != nil {
		return err
	}
	res, err := v.do(cmd)
	if err != nil {
		return err
	}
	return v.saved(next(res), key)
}

// to is a next page that does not depend on the result.
func to(path string) func(action.Result) string {
	return func(action.Result) string { return path }
}

// back is the page that the form names in its field "next", if it is one of
// ours, otherwise the given one.
func (v *visit) back(otherwise string) string {
	u, err := url.Parse(v.r.PostFormValue("next"))
	if err != nil || u.Host != "" || u.Scheme != "" || len(u.Path) < 1 || u.Path[0] != '/' || len(u.Path) > 1 && (u.Path[1] == '/' || u.Path[1] == '\\') {
		return otherwise
	}
	return u.String()
}

// guard is the token that proves that a form came from a page of ours, for
// browsers that do not say where a request comes from.
func (v *visit) guard() string {
	sum := sha256.Sum256([]byte("form guard\n" + v.secret))
	return hex.EncodeToString(sum[:16])
}

func (v *visit) guardHolds() bool {
	return subtle.ConstantTimeCompare([]byte(v.r.PostFormValue("guard")), []byte(v.guard())) == 1
}
