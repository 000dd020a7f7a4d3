package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"testing"

	"bihuan/internal/testkit"
)

func TestAFormThatNoPageMakesIsRefusedNotAnError(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "b.db"))
	clerk := visit(t, w, "clerk")
	for name, values := range map[string]url.Values{
		"open bracket": {"studies[": {"x"}, "name[0": {"y"}},
		"no number":    {"version": {"many"}},
		"huge index":   {"rows[99999999999999999999].x": {"y"}},
	} {
		p := clerk.post("/inspections/i-bureau/studies/new", "/inspections/i-bureau/studies/new", values)
		if p.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, p.status)
		}
	}
}
