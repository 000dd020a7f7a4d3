// Package api is the JSON API under /api/v1: what the pages show, for other
// programs, with the same session and the same scope. It reads only.
package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/account"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/locale"
	"bihuan/internal/query"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// Root is the path below which the API lies.
const Root = "/api/v1"

// API answers requests with the caller's scope.
type API struct {
	Run      *action.Runner // writes refusals down
	Read     *query.Reader
	Log      *slog.Logger
	Idle     time.Duration // a session ends after so long without a request
	Lifetime time.Duration // … and after so long in any case
}

// Handler serves the API and, at Root/openapi.json, its description.
func (a *API) Handler() http.Handler {
	mux := http.NewServeMux()
	a.register(mux)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		mux.ServeHTTP(w, r)
	})
}

// register puts every operation on the mux. The documentation page is off: it
// would load scripts from elsewhere.
func (a *API) register(mux *http.ServeMux) huma.API {
	config := huma.DefaultConfig("bihuan", "1")
	config.OpenAPIPath, config.DocsPath, config.SchemasPath, config.CreateHooks = Root+"/openapi", "", "", nil
	api := humago.New(mux, config)
	huma.Get(api, Root+"/inspections", a.inspections)
	huma.Get(api, Root+"/inspections/{id}", a.inspection)
	huma.Get(api, Root+"/inspections/{id}/problems", a.problems)
	huma.Get(api, Root+"/problems/{id}", a.problem)
	huma.Get(api, Root+"/imports/{id}/faults", a.importFaults)
	return api
}

// Caller is the session that a request carries.
type Caller struct {
	Session string `cookie:"bihuan" doc:"session cookie of a signed-in account"`
}

// reply is an answer with a JSON body.
type reply[T any] struct{ Body T }

// see runs one query of the pages in the caller's name.
func see[In, Out any](ctx context.Context, a *API, c Caller, q func(*query.View, In) (Out, error), in In) (Out, error) {
	var none Out
	key := query.SessionKey{ID: account.SessionID(c.Session), Idle: a.Idle, Lifetime: a.Lifetime}
	signed, err := query.Page(ctx, a.Read, org.Actor{}, query.Session, key)
	if err != nil {
		return none, a.answer(err)
	}
	out, err := query.Page(ctx, a.Read, signed.Actor, q, in)
	var refusal *query.Refusal
	if errors.As(err, &refusal) {
		call := action.Call{Actor: signed.Actor, Remote: "api"}
		if refused := a.Run.Refused(ctx, call, refusal.Permission, refusal.Target); refused != nil {
			err = refused
		}
	}
	if err != nil {
		return none, a.answer(err)
	}
	return out, nil
}

// statuses is where a kind of fault becomes an HTTP status.
var statuses = map[fault.Kind]int{fault.Invalid: http.StatusUnprocessableEntity, fault.NotFound: http.StatusNotFound,
	fault.Denied: http.StatusForbidden, fault.SignIn: http.StatusUnauthorized, fault.Unavailable: http.StatusServiceUnavailable}

// answer turns a fault into what leaves the server: of an internal one only
// that there was one.
func (a *API) answer(err error) error {
	var f *fault.Error
	if status, ok := statuses[fault.Of(err)]; ok && errors.As(err, &f) {
		return huma.NewError(status, locale.Text(locale.English, f.Code, f.Args...))
	}
	a.Log.Error("API request failed", "error", err)
	return huma.NewError(http.StatusInternalServerError, "internal error")
}
