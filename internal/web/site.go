// Package web is the pages: one readable table of routes, one file per page
// or action. A handler reads with one query or acts with one action; it holds
// no rule and asks for no permission of its own.
package web

import (
	"log/slog"
	"net/http"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/account"
	"bihuan/internal/domain/work"
	"bihuan/internal/feed"
	"bihuan/internal/preview"
	"bihuan/internal/query"
	"bihuan/internal/read"
	"bihuan/internal/web/assets"
	"bihuan/internal/web/ui"

	"github.com/go-playground/form/v4"
)

// Options are what the pages need to know of the installation.
type Options struct {
	Idle          time.Duration // a session ends after so long without a request
	Lifetime      time.Duration // … and after so long in any case
	SignIn        account.Policy
	SecureCookies bool         // the site is reached by https
	UploadLimit   int64        // bytes of one uploaded file
	Secrecy       work.Secrecy // highest secrecy mark that may be kept here
	Reading       read.Options
	NewID         func() string
	Imports       Imports // how far background imports are; may be nil
	Outgoing      feed.Outgoing
	Mail          bool     // e-mail is sent
	RobotHosts    []string // that may be called
	Previews      *preview.Maker
	Packages      Packages // made in the background; may be nil
}

// Site serves the pages.
type Site struct {
	run   *action.Runner
	read  *query.Reader
	files Files
	log   *slog.Logger
	opts  Options
	forms *form.Decoder
	tries *throttle // of survey codes
}

// New builds the site.
func New(run *action.Runner, reader *query.Reader, files Files, log *slog.Logger, opts Options) *Site {
	return &Site{run: run, read: reader, files: files, log: log, opts: opts, forms: newDecoder(), tries: &throttle{most: 30, window: 10 * time.Minute}}
}

// Handler serves all routes behind the defences that every answer has.
func (s *Site) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes() {
		mux.Handle(r.pattern, s.serve(r))
	}
	mux.Handle("GET /assets/", assets.Handler())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write([]byte("ok\n")) // a probe that hangs up has its answer
	})
	mux.Handle("/", s.serve(route{open: true, handle: notThere}))
	return s.guarded(mux)
}

// guarded sets the headers of every answer and refuses writes that a page
// elsewhere sends in the visitor's name.
func (s *Site) guarded(next http.Handler) http.Handler {
	inner := http.NewCrossOriginProtection().Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", ui.ContentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "SAMEORIGIN")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if r.TLS != nil || s.opts.SecureCookies { // a proxy may hold the certificate
			h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		}
		inner.ServeHTTP(w, r)
	})
}
