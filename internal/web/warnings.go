package web

import (
	"net/http"

	"bihuan/internal/action/warnings"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
	"bihuan/internal/web/ui"
)

// warn puts the number of unread warnings into the frame of a page. Where it
// cannot be counted the page does without.
func (v *visit) warn(p *ui.Page) {
	p.Warned = org.Can(v.actor, org.WarningsOwn, org.Target{AccountID: v.actor.AccountID})
	if !p.Warned || v.r.Method != http.MethodGet {
		return
	}
	n, err := see(v, query.UnreadWarnings, struct{}{})
	if err != nil {
		v.log.Error("warnings cannot be counted", "path", v.r.URL.Path, "error", err)
	}
	p.WarnCount = n
}

func warningList(v *visit) error {
	q := v.r.URL.Query()
	in := query.WarningsIn{Colour: workday.Colour(q.Get("colour")), Kind: warning.Kind(q.Get("kind")), Read: q.Get("read"), Page: v.pageNumber()}
	l, err := see(v, query.MyWarnings, in)
	if err != nil {
		return err
	}
	return v.show(templates.Warnings(v.page("warnings.title"), v.at(), l))
}

func readWarnings(v *visit) error {
	return post(v, &warnings.MarkRead{}, "warnings.read.done", to(v.back("/warnings")))
}
