package web

import (
	"fmt"
	"net/http"
	"strconv"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func auditList(v *visit) error {
	q := v.r.URL.Query()
	l, err := see(v, query.Audit, query.AuditIn{Search: q.Get("q"), Action: org.Permission(q.Get("action")), Kind: q.Get("kind"),
		Org: q.Get("org"), Outcome: q.Get("outcome"), From: workday.Date(q.Get("from")), Until: workday.Date(q.Get("until")), Page: v.pageNumber()})
	if err != nil {
		return err
	}
	p := v.page("nav.audit")
	p.Query = ""
	return v.show(templates.Audit(p, v.at(), l))
}

func auditEntry(v *visit) error {
	seq, err := strconv.ParseInt(v.id(), 10, 64)
	if err != nil {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	e, err := see(v, query.AuditEntryOf, seq)
	if err != nil {
		return err
	}
	return v.show(templates.AuditEntry(v.page("nav.audit"), e))
}

// auditCheckpoint gives the newest signed checkpoint away: a cut tail of the
// log shows only against a copy kept elsewhere.
func auditCheckpoint(v *visit) error {
	kept, err := see(v, query.AuditCheckpoint, struct{}{})
	if err != nil {
		return err
	}
	if kept.Size == 0 {
		return fault.New(fault.NotFound, "audit.unsigned")
	}
	h := v.w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="checkpoint-%012d.txt"`, kept.Size))
	v.w.WriteHeader(http.StatusOK)
	_, _ = v.w.Write([]byte(kept.Signed)) // a visitor who hangs up needs no file
	return nil
}
