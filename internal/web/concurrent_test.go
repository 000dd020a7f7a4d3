package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"bihuan/internal/testkit"
)

// R5: two people edit one problem at the same time. One is saved; the other is
// told so and shown both versions, and nothing of either is lost.
func TestTwoWhoEditAProblemAtOnceLoseNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		form := "/problems/p1/edit"
		goals := map[string]string{"clerk": "台账齐全率 100%", "depthead": "逐户建档，一户不漏"}
		people, values := map[string]*visitor{}, map[string]url.Values{}
		for who, goal := range goals {
			people[who] = visit(t, w, who)
			version := people[who].get(form).value(`form[action="` + form + `"] input[name=version]`)
			values[who] = url.Values{"version": {version}, "goal": {goal}, "cause": {goal + "的原因"}}
		}
		var both sync.WaitGroup
		var mu sync.Mutex
		answers := map[string]*page{}
		for who, v := range people {
			both.Go(func() {
				p := v.post(form, form, values[who])
				mu.Lock()
				answers[who] = p
				mu.Unlock()
			})
		}
		both.Wait()
		first, second := "clerk", "depthead"
		if answers[first].status != http.StatusSeeOther {
			first, second = second, first
		}
		if answers[first].status != http.StatusSeeOther || answers[second].status != http.StatusConflict {
			t.Fatalf("%s is answered %d, %s %d", first, answers[first].status, second, answers[second].status)
		}
		for _, text := range []string{goals[first], goals[second], goals[first] + "的原因", goals[second] + "的原因"} {
			if !strings.Contains(answers[second].body, text) {
				t.Errorf("who came second is not shown %q", text)
			}
		}
		if body := people[second].get("/problems/p1").body; !strings.Contains(body, goals[first]) || strings.Contains(body, goals[second]) {
			t.Error("what was saved first is not what stands")
		}
		people[second].sendForm(form, form, url.Values{"goal": {goals[first] + "；" + goals[second]}})
		after := people[first].get("/problems/p1").body
		if !strings.Contains(after, goals[first]+"；"+goals[second]) {
			t.Error("after reading it the second one's words are not saved beside the first's")
		}
	})
}

// Two who change one measure are no different.
func TestWhoComesSecondIsShownBothVersions(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	form := "/measures/m1/edit"
	clerk, depthead := visit(t, w, "clerk"), visit(t, w, "depthead")
	version := clerk.get(form).value(`form[action="` + form + `"] input[name=version]`)
	if depthead.get(form).value(`form[action="`+form+`"] input[name=version]`) != version {
		t.Fatal("they do not start from the same version")
	}
	values := url.Values{"kind": {"direct"}, "measure_text": {"逐户补齐台账"}}
	clerk.sendForm(form, form, values) // which fills in what stood in the form
	values.Set("measure_text", "按月补齐台账")
	values.Set("version", version)
	stale := depthead.post(form, form, values)
	if stale.status != http.StatusConflict || !strings.Contains(stale.body, "逐户补齐台账") || !strings.Contains(stale.body, "按月补齐台账") {
		t.Errorf("%d: %s", stale.status, stale.body)
	}
}
