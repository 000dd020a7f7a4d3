package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"reflect"
	"sort"
	"strings"

	"bihuan/internal/domain/org"
	"bihuan/internal/query"
	"bihuan/internal/web/ui"

	"github.com/a-h/templ"
)

// render writes a page only when all of it could be made.
func (v *visit) render(status int, c templ.Component) error {
	var b bytes.Buffer
	if err := c.Render(v.r.Context(), &b); err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.w.WriteHeader(status)
	if v.r.Method == http.MethodHead {
		return nil
	}
	_, _ = v.w.Write(b.Bytes()) // a visitor who hangs up needs no page
	return nil
}

// page is what the shell needs around a page outside an inspection.
func (v *visit) page(title string, args ...any) ui.Page {
	p := ui.Page{Lang: v.lang, T: v.t, Title: v.t(title, args...), FormKey: v.opts.NewID(), Guard: v.guard(),
		LangSwitch: v.otherLanguage(), Query: v.r.URL.Query().Get("q")}
	if v.session != "" {
		p.User = &ui.User{Name: v.actor.Name, Post: v.roles()}
		p.Nav = v.nav()
		v.warn(&p)
	}
	if v.r.Method == http.MethodGet {
		if text := v.takeFlash(); text != "" {
			p.Flash = &ui.Notice{Kind: ui.Good, Text: text}
		}
	}
	if v.actor.Beside.AccountID != "" && p.Flash == nil {
		p.Flash = &ui.Notice{Kind: ui.Warn, Text: v.t("delegation.acting", v.actor.Beside.Name)}
	}
	return p
}

func (v *visit) roles() string {
	var words []string
	for _, r := range v.actor.Roles() {
		words = append(words, v.t("role."+string(r)))
	}
	return strings.Join(words, " · ")
}

func (v *visit) otherLanguage() ui.Link {
	if v.lang == "en" {
		return ui.Link{Label: "中文", Href: "/language?lang=zh-CN&next=" + v.r.URL.EscapedPath()}
	}
	return ui.Link{Label: "English", Href: "/language?lang=en&next=" + v.r.URL.EscapedPath()}
}

// nav is the top bar: what each role works with.
func (v *visit) nav() []ui.NavItem {
	entries := []struct {
		key, href, icon string
		roles           []org.Role
	}{
		{"nav.inspections", "/inspections", "list-check", []org.Role{org.RoleOffice, org.RoleTeam, org.RoleReviewer, org.RoleHead,
			org.RoleLeader, org.RoleClerk, org.RoleDeptHead, org.RoleOfficer, org.RoleResident}},
		{"nav.rounds", "/rounds", "calendar", []org.Role{org.RoleOffice, org.RoleTeam}},
		{"nav.delegations", "/delegations", "user-check", []org.Role{org.RoleOffice, org.RoleTeam, org.RoleReviewer, org.RoleHead,
			org.RoleLeader, org.RoleClerk, org.RoleDeptHead, org.RoleOfficer, org.RoleResident}},
		{"nav.accounts", "/admin/accounts", "users", []org.Role{org.RoleSysAdmin, org.RoleSecAdmin}},
		{"nav.calendar", "/admin/calendar", "calendar", []org.Role{org.RoleSysAdmin}},
		{"nav.organisations", "/admin/organisations", "building", []org.Role{org.RoleSysAdmin}},
		{"nav.audit", "/audit", "shield", []org.Role{org.RoleSecAudit}},
	}
	var out []ui.NavItem
	for _, e := range entries {
		if v.actor.Has(e.roles...) {
			out = append(out, ui.NavItem{Label: v.t(e.key), Href: e.href, Icon: e.icon, Current: strings.HasPrefix(v.r.URL.Path, e.href)})
		}
	}
	return out
}

// inspect runs one query of a page inside an inspection, together with what
// the shell shows of the inspection, over one state of the records.
func inspect[In, Out any](v *visit, inspectionID, title string, q func(*query.View, In) (Out, error), in In) (ui.Page, Out, error) {
	var out Out
	p := v.page(title)
	err := v.read.See(v.r.Context(), v.actor, func(view *query.View) error {
		if err := v.frame(&p, view, inspectionID); err != nil {
			return err
		}
		var err error
		out, err = q(view, in)
		return err
	})
	return p, out, err
}

// inside is inspect for a page whose address names a record and not its
// inspection: the record tells. One that belongs to a whole round stands alone.
func inside[In any, Out interface{ Within() string }](v *visit, title string, q func(*query.View, In) (Out, error), in In) (ui.Page, Out, error) {
	var out Out
	p := v.page(title)
	err := v.read.See(v.r.Context(), v.actor, func(view *query.View) error {
		var err error
		if out, err = q(view, in); err != nil || out.Within() == "" {
			return err
		}
		return v.frame(&p, view, out.Within())
	})
	return p, out, err
}

// frame puts the inspection's bar and navigation around a page.
func (v *visit) frame(p *ui.Page, view *query.View, inspectionID string) error {
	f, err := query.FrameOf(view, inspectionID)
	if err == nil {
		v.framed(p, f)
	}
	return err
}

// versions lists the fields in which two versions of a record differ.
func (v *visit) versions(stored, mine any) []ui.DiffRow {
	a, b := recordFields(stored), recordFields(mine)
	var names []string
	for name := range b {
		if name != "Version" && string(a[name]) != string(b[name]) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	var out []ui.DiffRow
	for _, n := range names {
		out = append(out, ui.DiffRow{Label: v.recordLabel(stored, n), Before: unquoted(a[n]), After: unquoted(b[n])})
	}
	return out
}

// recordLabel names a field of a record: what the field is called there, or
// what it is called everywhere.
func (v *visit) recordLabel(record any, field string) string {
	for _, key := range []string{"record." + reflect.TypeOf(record).Name() + "." + field, "record." + field} {
		if text := v.t(key); text != key {
			return text
		}
	}
	return v.t("column." + field)
}

func recordFields(record any) map[string]json.RawMessage {
	var out map[string]json.RawMessage
	text, err := json.Marshal(record)
	if err == nil {
		err = json.Unmarshal(text, &out)
	}
	if err != nil {
		return nil // shown as no difference; the refusal itself still stands
	}
	return out
}

func unquoted(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var list []string
	if json.Unmarshal(raw, &list) == nil {
		return strings.Join(list, "\n")
	}
	var items []struct{ Text string }
	if json.Unmarshal(raw, &items) == nil {
		for _, item := range items {
			list = append(list, item.Text)
		}
		return strings.Join(list, "\n")
	}
	return string(raw)
}
