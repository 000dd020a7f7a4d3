package journey

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"testing"
)

// approvals are two more people at the program that is killed: a clerk who
// reviews the files that come in, and the office that signs problems off.
type approvals struct {
	clerk, office *client
	waiting       []string        // applications that wait for the office
	reviewed      map[string]bool // files whose acceptance was confirmed
	decided       map[string]bool // applications whose last step was confirmed
}

var (
	applicationRef = regexp.MustCompile(`href="(/signoffs/[0-9A-Z]{26})"`)
	versionField   = regexp.MustCompile(`name="version" value="(\d+)"`)
)

func newApprovals(t *testing.T) *approvals {
	t.Helper()
	person := func() *client {
		jar, err := cookiejar.New(nil)
		if err != nil {
			t.Fatal(err)
		}
		return &client{t: t, http: &http.Client{Jar: jar}}
	}
	return &approvals{clerk: person(), office: person(), reviewed: map[string]bool{}, decided: map[string]bool{}}
}

func (a *approvals) at(base string) { a.clerk.base, a.office.base = base, base }

// enter signs both in and finds what waits for the office.
func (a *approvals) enter() {
	t := a.clerk.t
	t.Helper()
	a.clerk.signIn("luqian")
	a.office.signIn("zhenghuaizhou")
	for _, c := range []*client{a.clerk, a.office} {
		_, page, err := c.ask(http.MethodGet, "/account/password", "", nil)
		if guard := guardField.FindSubmatch(page); err == nil && guard != nil {
			c.guard = string(guard[1])
		} else {
			t.Fatalf("no form: %v", err)
		}
	}
	_, desk, err := a.office.ask(http.MethodGet, "/desk", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range applicationRef.FindAllSubmatch(desk, -1) {
		a.waiting = append(a.waiting, string(ref[1]))
	}
}

// next accepts the file that came in last, and on every third one signs a
// problem off. Only what the program confirms is remembered.
func (a *approvals) next(file string) error {
	if err := a.review(file); err != nil {
		return err
	}
	if len(a.reviewed)%3 != 1 || len(a.waiting) == 0 {
		return nil
	}
	one := a.waiting[0]
	status, page, err := a.office.ask(http.MethodGet, one, "", nil)
	if err != nil {
		return err
	}
	version := versionField.FindSubmatch(page)
	if status != http.StatusOK || version == nil { // it was decided before the answer was lost
		a.waiting = a.waiting[1:]
		return nil
	}
	status, text, err := a.office.form(one+"/decide", url.Values{"form_key": {"decide-" + one}, "version": {string(version[1])}, "outcome": {"agree"}, "reason": {"经核查属实，同意"}})
	if err != nil {
		return err
	}
	if status != http.StatusNoContent {
		return fmt.Errorf("%d: %s", status, text)
	}
	a.decided[one], a.waiting = true, a.waiting[1:]
	return nil
}

func (a *approvals) review(file string) error {
	status, page, err := a.clerk.ask(http.MethodGet, "/evidence/"+file+"/view", "", nil)
	if err != nil {
		return err
	}
	version := versionField.FindSubmatch(page)
	if status != http.StatusOK || version == nil {
		return nil // accepted already, and the answer was lost
	}
	status, text, err := a.clerk.form("/evidence/"+file+"/review", url.Values{"form_key": {"review-" + file}, "version": {string(version[1])}, "accept": {"true"}})
	if err != nil {
		return err
	}
	if status != http.StatusNoContent {
		return fmt.Errorf("%d: %s", status, text)
	}
	a.reviewed[file] = true
	return nil
}

// check looks for every approval that was confirmed.
func (a *approvals) check() {
	t := a.clerk.t
	t.Helper()
	for file := range a.reviewed {
		if _, page, err := a.clerk.ask(http.MethodGet, "/evidence/"+file+"/view", "", nil); err != nil || !bytes.Contains(page, []byte("已采信")) {
			t.Errorf("a review that was confirmed is gone: %s, %v", file, err)
		}
	}
	for one := range a.decided {
		if _, page, err := a.office.ask(http.MethodGet, one, "", nil); err != nil || !bytes.Contains(page, []byte("经核查属实，同意")) {
			t.Errorf("a step that was confirmed is gone: %s, %v", one, err)
		}
	}
}
