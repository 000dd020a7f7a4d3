package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestAClerkEntersAPersonAndTheirPost(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		people := "/inspections/i-bureau/people"
		p := v.post(people, "/organisations/bureau/people", url.Values{"name": {"王小明"}})
		if p.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		person := p.location
		p = v.post(person, person+"/posts", url.Values{"title": {"财务科科长"}, "rank": {"dept-head"}, "department": {"d2"}, "from": {"2026-03-01"}})
		if p.location != person {
			t.Fatalf("%d\n%s", p.status, p.body)
		}
		if page := v.get(person); !strings.Contains(page.body, "财务科科长") || !strings.Contains(page.body, "wxm") {
			t.Error("the person's page shows neither post nor initials")
		}
		for query, want := range map[string]string{"?q=wxm": "王小明", "?q=小明": "王小明", "?department=d2": "王小明 赵敏", "?q=%25": ""} {
			var got []string
			for _, n := range v.get(people + query).all(`td a[href^="/people/"]`) {
				got = append(got, text(n))
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s lists %q, want %q", query, got, want)
			}
		}
	})
}

func TestADepartmentIsClosedAndCanBeChosenNoMore(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "clerk")
	list := "/inspections/i-bureau/people?view=departments"
	version := v.get(list + "&edit=d2").value(`input[name=version]`)
	p := v.post(list+"&edit=d2", "/departments/d2/edit", url.Values{"name": {"财务科"}, "sort": {"2"}, "closed": {"2026-03-09"},
		"version": {version}, "next": {list}})
	if p.location != list {
		t.Fatalf("%d to %s\n%s", p.status, p.location, p.body)
	}
	if !strings.Contains(v.get(list).body, "2026-03-09 撤销") {
		t.Error("the list does not say so")
	}
	if len(v.get("/people/officer").all(`select[name=department] option[value=d2]`)) != 0 {
		t.Error("the closed department can be chosen")
	}
}

func TestOrganisationsAreEnteredByTheSystemAdministrator(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "sysadmin")
	p := v.post("/admin/organisations", "/admin/organisations", url.Values{"name": {"青禾市教育局"}, "short_name": {"市教育局"}, "kind": {"bureau"}})
	page := v.get(p.location)
	if page.status != http.StatusOK || !strings.Contains(page.body, "青禾市教育局") {
		t.Fatalf("%d to %q", p.status, p.location)
	}
	facts := p.location + "?view=facts"
	p = v.post(facts, p.location+"/edit", url.Values{"name": {"青禾市教育和体育局"}, "short_name": {"市教体局"}, "kind": {"bureau"}, "version": {"1"}})
	if p.status != http.StatusSeeOther {
		t.Errorf("%d\n%s", p.status, p.body)
	}
	w.See(t, func(tx *store.Tx) error {
		o, err := store.Organisations.One(tx, "WHERE short_name = ?", "市教体局")
		if o.Kind != org.Bureau {
			t.Errorf("saved %+v", o)
		}
		return err
	})
}

func TestWhoSeesPeople(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	for login, want := range map[string]struct{ list, admin, person int }{
		"clerk": {200, 200, 200}, "officer": {200, 200, 200}, "sysadmin": {404, 200, 200}, "secadmin": {404, 404, 404},
		"auditor": {404, 404, 404}, "office": {403, 403, 403}, "other-clerk": {404, 404, 404}, "team2": {404, 404, 404},
	} {
		v := visit(t, w, login)
		for path, status := range map[string]int{"/inspections/i-bureau/people": want.list, "/admin/organisations/bureau": want.admin, "/people/officer": want.person} {
			if p := v.get(path); p.status != status {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
		edits := v.get("/people/officer").all(`form[action$="/posts"]`)
		if (len(edits) > 0) != (login == "clerk" || login == "sysadmin") {
			t.Errorf("%s is offered %d forms", login, len(edits))
		}
	}
}
