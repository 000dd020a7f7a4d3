package web

import (
	"net/http"

	"bihuan/internal/action/account"
)

const (
	sessionCookie = "bihuan"
	flashCookie   = "flash"
)

func sessionID(secret string) string { return account.SessionID(secret) }

func (v *visit) setCookie(name, value string, seconds int) {
	http.SetCookie(v.w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: seconds, HttpOnly: true,
		Secure: v.opts.SecureCookies, SameSite: http.SameSiteLaxMode})
}

// flash keeps the key of a message for the next page.
func (v *visit) flash(key string) {
	if key != "" {
		v.setCookie(flashCookie, key, 60)
	}
}

// takeFlash gives the message kept for this page, once. Only keys that exist
// are shown: the cookie is the visitor's to write.
func (v *visit) takeFlash() string {
	c, err := v.r.Cookie(flashCookie)
	if err != nil {
		return ""
	}
	v.setCookie(flashCookie, "", -1)
	if text := v.t(c.Value); text != c.Value {
		return text
	}
	return ""
}
