package web_test

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"bihuan/internal/action/account"
	"bihuan/internal/domain/org"
	"bihuan/internal/preview"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
	"bihuan/internal/testkit/htmlcheck"
	"bihuan/internal/web"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// visitor is somebody who is signed in and walks through the site.
type visitor struct {
	t       *testing.T
	handler http.Handler
	secret  string
}

// visits counts the sessions, so that each has a cookie of its own.
var visits atomic.Int64

// visit signs an account of the world in.
func visit(t *testing.T, w *testkit.World, login string) *visitor {
	t.Helper()
	secret := fmt.Sprint("cookie ", visits.Add(1))
	w.Write(t, func(tx *store.Tx) error {
		return store.Sessions.Insert(tx, &org.Session{ID: account.SessionID(secret), AccountID: login, CreatedAt: tx.Now(), SeenAt: tx.Now()})
	})
	site := web.New(w.Runner, w.Reader, stored, slog.New(slog.NewTextHandler(io.Discard, nil)), web.Options{
		Idle: time.Hour, Lifetime: 12 * time.Hour, NewID: testkit.IDs(), UploadLimit: 1 << 20,
		Previews: preview.New(filepath.Join(t.TempDir(), "previews"), stored.Open, w.Clock.Now)})
	return &visitor{t: t, handler: site.Handler(), secret: secret}
}

// page is what came back.
type page struct {
	t        *testing.T
	status   int
	location string
	kind     string
	body     string
}

func (v *visitor) send(r *http.Request) *page {
	v.t.Helper()
	r.AddCookie(&http.Cookie{Name: "bihuan", Value: v.secret})
	rec := httptest.NewRecorder()
	v.handler.ServeHTTP(rec, r)
	return &page{t: v.t, status: rec.Code, location: rec.Header().Get("Location"), kind: rec.Header().Get("Content-Type"), body: rec.Body.String()}
}

// get asks for a page; a page that is shown must be well made.
func (v *visitor) get(path string) *page {
	v.t.Helper()
	p := v.send(httptest.NewRequest(http.MethodGet, path, nil))
	if p.status != http.StatusOK || !strings.HasPrefix(p.kind, "text/html") {
		return p
	}
	faults, err := htmlcheck.Page(strings.NewReader(p.body), nil)
	if err != nil {
		v.t.Fatal(err)
	}
	for _, f := range faults {
		v.t.Errorf("%s: %s", path, f)
	}
	return p
}

// post sends a form as the page at from would: with its guard.
func (v *visitor) post(from, path string, values url.Values) *page {
	v.t.Helper()
	values.Set("guard", v.get(from).value(`input[name=guard]`))
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return v.send(r)
}

// sendForm sends a form of a page as a browser would: what stands in its
// fields, with the given values in place of it. It must succeed.
func (v *visitor) sendForm(from, action string, values url.Values) {
	v.t.Helper()
	p := v.get(from)
	form := `form[action="` + action + `"] `
	if len(p.all(form)) == 0 {
		v.t.Fatalf("%s has no form for %s", from, action)
	}
	set := func(name, value string) {
		if _, given := values[name]; !given && name != "" && name != "form_key" {
			values[name] = []string{value}
		}
	}
	for _, in := range p.all(form + `input:not([type=checkbox]):not([type=radio]):not([type=file])`) {
		set(attr(in, "name"), attr(in, "value"))
	}
	for _, area := range p.all(form + "textarea") {
		set(attr(area, "name"), text(area))
	}
	for _, o := range p.all(form + "select option[selected]") {
		set(attr(o.Parent, "name"), attr(o, "value"))
	}
	answer := v.post
	if len(p.all(`form[action="`+action+`"][enctype="multipart/form-data"]`)) > 0 {
		answer = func(from, path string, values url.Values) *page { return v.postFile(from, path, values, "", "") }
	}
	if p := answer(from, action, values); p.status != http.StatusSeeOther {
		v.t.Fatalf("%s answered %d: %s", action, p.status, p.body)
	}
}

// postFile is post for a form with a file; without a name the field is left
// empty, as a browser sends it.
func (v *visitor) postFile(from, path string, values url.Values, name, content string) *page {
	v.t.Helper()
	if values.Get("guard") == "" {
		values.Set("guard", v.get(from).value(`input[name=guard]`))
	}
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for key, list := range values {
		for _, value := range list {
			if err := form.WriteField(key, value); err != nil {
				v.t.Fatal(err)
			}
		}
	}
	file, err := form.CreateFormFile("file", name)
	if err != nil {
		v.t.Fatal(err)
	}
	_, _ = io.WriteString(file, content) // into memory
	if err := form.Close(); err != nil {
		v.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return v.send(r)
}

// all gives the elements that a CSS selector finds.
func (p *page) all(selector string) []*html.Node {
	p.t.Helper()
	doc, err := html.Parse(strings.NewReader(p.body))
	if err != nil {
		p.t.Fatal(err)
	}
	return cascadia.QueryAll(doc, cascadia.MustCompile(selector))
}

// value is the value of the first input that the selector finds.
func (p *page) value(selector string) string {
	p.t.Helper()
	for _, n := range p.all(selector) {
		return attr(n, "value")
	}
	return ""
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text is the text of an element and all below it.
func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
	}
	return strings.TrimSpace(b.String())
}

// within is the first element below another that the selector finds.
func (p *page) within(n *html.Node, selector string) *html.Node {
	p.t.Helper()
	found := cascadia.Query(n, cascadia.MustCompile(selector))
	if found == nil {
		p.t.Fatalf("no %s", selector)
	}
	return found
}
