package web

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"bihuan/internal/action/account"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/locale"
	"bihuan/internal/query"
)

// handler answers one visit; an error is written by serve, in one place.
type handler func(*visit) error

// formLimit bounds the body of a form without files.
const formLimit = 4 << 20

// serve finds out who visits, runs the handler and answers its error.
func (s *Site) serve(rt route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visit{Site: s, w: w, r: r, lang: locale.Pick(r.Header.Get("Accept-Language"))}
		if c, err := r.Cookie("lang"); err == nil {
			v.lang = locale.Pick(c.Value)
		}
		w.Header().Set("Cache-Control", "no-store")
		if err := v.handle(rt); err != nil {
			v.fail(err)
		}
	})
}

func (v *visit) handle(rt route) (err error) {
	defer func() {
		p := recover()
		if p == http.ErrAbortHandler {
			panic(http.ErrAbortHandler) // the answer is to break off, not to go on with a page
		}
		if p != nil {
			err = errors.Join(errPanic, asError(p))
		}
	}()
	if err := v.recognise(); err != nil && !rt.open {
		return err
	}
	if v.r.Method == http.MethodPost {
		if err := v.readForm(rt); err != nil {
			return err
		}
	}
	if v.actor.MustChange && !rt.open && !strings.HasPrefix(v.r.URL.Path, "/account") && v.r.URL.Path != "/sign-out" {
		http.Redirect(v.w, v.r, "/account/password", http.StatusSeeOther)
		return nil
	}
	return rt.handle(v)
}

// recognise finds the session of the cookie and its actor.
func (v *visit) recognise() error {
	c, err := v.r.Cookie(sessionCookie)
	if err != nil {
		return fault.New(fault.SignIn, "fault.sign-in")
	}
	key := query.SessionKey{ID: sessionID(c.Value), Acting: v.acting(), Idle: v.opts.Idle, Lifetime: v.opts.Lifetime}
	signed, err := query.Page(v.r.Context(), v.read, org.Actor{}, query.Session, key)
	if err != nil {
		return err
	}
	v.actor, v.session, v.secret = signed.Actor, key.ID, c.Value
	if v.actor.Lang != "" {
		v.lang = v.actor.Lang
	}
	return v.touch(signed.SeenAt)
}

// touch notes that the session is in use, at most once a minute.
func (v *visit) touch(seen time.Time) error {
	return account.Seen(v.r.Context(), v.run, v.session, seen)
}

func (v *visit) readForm(rt route) error {
	limit := int64(formLimit)
	if rt.upload {
		limit += v.opts.UploadLimit
		v.r.Body = http.MaxBytesReader(v.w, v.r.Body, limit)
		return nil // the handler streams it and checks the guard itself
	}
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, limit)
	if err := v.r.ParseForm(); err != nil {
		var big *http.MaxBytesError
		if errors.As(err, &big) {
			return fault.Because(err, fault.TooLarge, "fault.too-large", "4 MiB")
		}
		return fault.Because(err, fault.Invalid, "fault.form")
	}
	if !rt.open && !v.guardHolds() {
		return fault.New(fault.Denied, "fault.form")
	}
	return nil
}
