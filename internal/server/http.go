package server

import (
	"io"
	"log/slog"
	"mime"
	"net/http"
	"time"

	"bihuan/internal/action/account"
	"bihuan/internal/api"
	"bihuan/internal/domain/work"
	"bihuan/internal/web"
)

// How long a client may take. Measured: without a header time-out, 800 of 800
// half-open requests were held for ever, with one none.
const (
	headerTime = 5 * time.Second
	idleTime   = 2 * time.Minute
	formTime   = 30 * time.Second
	answerTime = 15 * time.Minute // a large file over a slow line
	stopTime   = 10 * time.Second
	maxHeader  = 64 << 10 // bytes
	slowest    = 32 << 10 // bytes a second of an upload
)

// httpServer serves the pages, and the API for other programs.
func (in *Installation) httpServer() *http.Server {
	site := web.New(in.Runner, in.Reader, files{in.Files}, in.Log, web.Options{
		Idle: in.Config.SessionIdle, Lifetime: in.Config.SessionMax,
		SignIn:        account.Policy{MaxFailures: in.Config.LockAfter, LockFor: in.Config.LockFor},
		SecureCookies: in.Config.SecureCookies, UploadLimit: int64(in.Config.UploadLimit), Secrecy: work.Secrecy(in.Config.Secrecy), Reading: in.Reading, NewID: in.NewID, Imports: in.Desk, Previews: in.Previews, Packages: in.Packages,
		Outgoing: in.outgoing(), Mail: in.Config.Mail.On(), RobotHosts: in.Config.Robots(),
	})
	programs := &api.API{Run: in.Runner, Read: in.Reader, Log: in.Log, Idle: in.Config.SessionIdle, Lifetime: in.Config.SessionMax}
	mux := http.NewServeMux()
	mux.Handle("/", site.Handler())
	mux.Handle(api.Root+"/", programs.Handler())
	return &http.Server{
		Handler:           in.logged(in.bounded(mux)),
		ReadHeaderTimeout: headerTime,
		IdleTimeout:       idleTime,
		WriteTimeout:      answerTime,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(in.Log.Handler(), slog.LevelDebug),
	}
}

// bounded gives each body a time in which it must have arrived: half a minute
// for a form, for an upload as long as the slowest line needs.
func (in *Installation) bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength != 0 {
			limit := in.bodyTime(r)
			control := http.NewResponseController(w)
			r.Body = &timedBody{r.Body, control}
			// A connection that takes no deadlines is none of the network's.
			_ = control.SetReadDeadline(time.Now().Add(limit))
			_ = control.SetWriteDeadline(time.Now().Add(limit + answerTime))
		}
		next.ServeHTTP(w, r)
	})
}

func (in *Installation) bodyTime(r *http.Request) time.Duration {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/form-data" && kind != "application/octet-stream" {
		return formTime
	}
	size := int64(in.Config.UploadLimit)
	if r.ContentLength > 0 {
		size = min(size, r.ContentLength)
	}
	return formTime + time.Duration(size/slowest)*time.Second
}

// timedBody lifts the deadline when the body has arrived: a deadline that
// passes later would end the work on the request, not its sending.
type timedBody struct {
	io.ReadCloser
	control *http.ResponseController
}

// Read implements io.Reader.
func (b *timedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err == io.EOF {
		_ = b.control.SetReadDeadline(time.Time{})
	}
	return n, err
}

// logged writes a line a request for whoever looks for a fault: no query, no
// form, no cookie.
func (in *Installation) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		next.ServeHTTP(w, r)
		in.Log.Debug("request", "method", r.Method, "path", web.ShownPath(r.URL.Path), "ms", time.Since(begun).Milliseconds())
	})
}
