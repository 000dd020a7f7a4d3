//go:build browser

package journey

import (
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// as makes somebody the one who sits at the browser: signed in with his
// password the first time, with the session that he has after that. His first
// page is open.
func (b *browser) as(login string) {
	b.t.Helper()
	who := b.base + " " + login
	if session := b.sessions[who]; session != "" {
		command(b, network.SetCookie, network.SetCookieParams{Name: "bihuan", Value: session, URL: b.base})
		b.turn("/")
		return
	}
	command(b, network.DeleteCookies, network.DeleteCookiesParams{Name: "bihuan", URL: b.base})
	b.turn("/sign-in")
	b.send("main form", map[string]string{"login": login, "password": "qinghe-2026"})
	b.sessions[who] = b.session()
}

// session is the cookie of who is signed in.
func (b *browser) session() string {
	b.t.Helper()
	for _, c := range command(b, network.GetCookies, network.GetCookiesParams{URLs: []string{b.base}}).Cookies {
		if c.Name == "bihuan" {
			return c.Value
		}
	}
	b.t.Fatalf("%s: nobody is signed in", b.path())
	return ""
}

// leaves signs out, after which the pages of who was there are closed.
func (b *browser) leaves(login string) {
	b.t.Helper()
	b.send(`form[action="/sign-out"]`, nil)
	delete(b.sessions, b.base+" "+login)
	b.turn("/desk")
	if !strings.HasPrefix(b.path(), "/sign-in") {
		b.t.Errorf("after signing out %s is open", b.path())
	}
}

// command gives the browser one order past the page.
func command[P, R any](b *browser, order cdp.Command[P, R], params P) R {
	b.t.Helper()
	answer, err := chromedp.Call(b.ctx, order, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return answer
}
