package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"bihuan/internal/testkit"
)

func TestAStudySessionIsEnteredAndFound(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		v := visit(t, w, "clerk")
		list := "/inspections/i-bureau/studies"
		if p := v.get(list); len(p.all(`.vacant a[href="`+list+`/new"]`)) != 1 {
			t.Error("an empty list does not lead to the form")
		}
		p := v.post(list+"/new", list+"/new", url.Values{"kind": {"central-group"}, "name": {"第二次集体学习"}, "held_on": {"2026-03-08"},
			"led_by": {"head"}, "participants": {"leader", "leader2"}, "rules": {"《中国共产党章程》\n中国共产党巡察工作条例"}, "theory": {"党的二十大精神"}})
		if p.status != http.StatusSeeOther {
			t.Fatalf("status %d\n%s", p.status, p.body)
		}
		page := v.get(p.location)
		for _, want := range []string{"《中国共产党章程》", "《中国共产党巡察工作条例》", "党的二十大精神", "周正、李明、吴清"} {
			if !strings.Contains(page.body, want) {
				t.Errorf("the session does not show %s", want)
			}
		}
		if f := v.get(p.location + "/edit"); len(f.all(`input[name=participants][checked]`)) != 3 || strings.Contains(f.all(`textarea[name=rules]`)[0].FirstChild.Data, "《") {
			t.Error("the form does not show what was entered")
		}
		for query, want := range map[string]int{"": 1, "?kind=central-group": 1, "?kind=self-study": 0, "?q=巡察工作": 1, "?q=二十大": 1, "?q=十九大": 0} {
			if got := len(v.get(list + query).all(`tbody a[href^="/studies/"]`)); got != want {
				t.Errorf("%s lists %d sessions, want %d", query, got, want)
			}
		}
	})
}
