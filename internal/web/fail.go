package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"

	"bihuan/internal/action"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
	"bihuan/internal/web/ui"
)

var errPanic = errors.New("panic in a handler")

func asError(p any) error {
	if err, ok := p.(error); ok {
		return err
	}
	return fmt.Errorf("%v", p)
}

// statuses is the one place where a kind of fault becomes an HTTP status.
var statuses = map[fault.Kind]int{
	fault.Internal:    http.StatusInternalServerError,
	fault.Invalid:     http.StatusUnprocessableEntity,
	fault.NotFound:    http.StatusNotFound,
	fault.Denied:      http.StatusForbidden,
	fault.Conflict:    http.StatusConflict,
	fault.TooLarge:    http.StatusRequestEntityTooLarge,
	fault.Unavailable: http.StatusServiceUnavailable,
	fault.SignIn:      http.StatusUnauthorized,
}

// fail answers an error. An internal one is logged under a number; only the
// number leaves the server.
func (v *visit) fail(err error) {
	if refused := v.refused(err); refused != nil {
		err = refused
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind == fault.Internal {
		number := v.opts.NewID()
		v.log.Error("request failed", "number", number, "method", v.r.Method, "path", ShownPath(v.r.URL.Path), "error", err)
		f = fault.New(fault.Internal, "fault.internal", number)
	}
	if f.Kind == fault.Unavailable {
		v.log.Warn("unavailable", "path", ShownPath(v.r.URL.Path), "error", err)
	}
	if f.Kind == fault.SignIn && v.r.Method == http.MethodGet {
		http.Redirect(v.w, v.r, "/sign-in?next="+url.QueryEscape(v.r.URL.RequestURI()), http.StatusSeeOther)
		return
	}
	problem := v.problem(f)
	p := v.page("fault.title")
	c := templates.Fault(p, problem)
	if v.wantsFragment() {
		v.w.Header().Set("X-Fragment", "1")
		c = templates.FaultFragment(p, problem)
	}
	if err := v.render(statuses[f.Kind], c); err != nil {
		v.log.Error("error page failed", "error", err)
	}
}

// refused audits that the visitor was not let see something; a refusal that
// cannot be written down is the error to tell.
func (v *visit) refused(err error) error {
	var refusal *query.Refusal
	if !errors.As(err, &refusal) {
		return nil
	}
	return v.run.Refused(v.r.Context(), action.Call{Actor: v.actor, Remote: v.remote()}, refusal.Permission, refusal.Target)
}

// wantsFragment: the page's own script sent the form and shows the answer in
// place, so that nothing typed is lost.
func (v *visit) wantsFragment() bool { return v.r.Header.Get("X-Fragment") != "" }

func (v *visit) problem(f *fault.Error) templates.Problem {
	out := templates.Problem{Text: v.t(f.Code, f.Args...), Form: v.r.Method == http.MethodPost, SignIn: f.Kind == fault.SignIn}
	for _, field := range f.Fields {
		text := v.t(field.Code, field.Args...)
		if label := v.label(field.Name); label != "" {
			text = label + "：" + text
		}
		out.Fields = append(out.Fields, ui.FieldError{Field: field.Name, Text: text})
	}
	if f.Current != nil {
		out.Rows = v.versions(f.Current, f.Mine)
	}
	return out
}

// rowField is the name of a field in a row of a form: resolutions[2].text.
var rowField = regexp.MustCompile(`^(\w+)\[(\d+)\]\.(\w+)$`)

// label gives the label of a form field, or "" where it has none.
func (v *visit) label(name string) string {
	if m := rowField.FindStringSubmatch(name); m != nil {
		row, err := strconv.Atoi(m[2])
		if err == nil {
			return v.t("label.row", v.label(m[1]), row+1, v.label(m[3]))
		}
	}
	key := "label." + name
	if text := v.t(key); text != key {
		return text
	}
	return ""
}

// uploadFault tells a file that is too large from a connection that broke.
func (v *visit) uploadFault(err error) error {
	var big *http.MaxBytesError
	if errors.As(err, &big) {
		return fault.Because(err, fault.TooLarge, "fault.too-large", fmt.Sprintf("%d MiB", v.opts.UploadLimit>>20))
	}
	return err
}
