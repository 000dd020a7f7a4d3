package storybook

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"bihuan/internal/testkit/htmlcheck"
	"bihuan/internal/web/assets"
)

func TestEveryStoryIsASoundPageInBothLanguages(t *testing.T) {
	handler := Handler()
	for _, s := range append(Stories(), Story{Path: "/"}) {
		for _, lang := range []string{"zh-CN", "en"} {
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, s.Path+"?lang="+lang, nil))
			if w.Code != http.StatusOK {
				t.Fatalf("%s: %d", s.Path, w.Code)
			}
			wrong, err := htmlcheck.Page(w.Body, assets.Icons())
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range wrong {
				t.Errorf("%s in %s: %s", s.Path, lang, fault)
			}
		}
	}
}
