package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"bihuan/internal/domain/outline"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestAnOfficeChangesTheOutlineOfAPaper: faults are named with their place,
// a version is tried before it is kept, papers follow it, a stale edit is
// refused, and nobody else reaches it.
func TestAnOfficeChangesTheOutlineOfAPaper(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		office := visit(t, w, "office")
		form := func(text, seen string) url.Values {
			return url.Values{"office": {"office"}, "number": {seen}, "outline": {text}, "note": {"加一句"}}
		}
		const edit = "/outlines/head/edit"
		shows := func(p *page, words ...string) {
			t.Helper()
			for _, want := range words {
				if !strings.Contains(p.body, want) {
					t.Errorf("status %d, the page does not show %q", p.status, want)
				}
			}
		}
		shows(office.post(edit, "/outlines/head/try", form("{开头}\n共{人数}人。", "0")), "第2行第2字", "人数")
		if p := office.post(edit, "/outlines/head", form("{开头}\n共{人数}人。", "0")); p.status != http.StatusUnprocessableEntity {
			t.Fatalf("a faulty outline is kept: %d", p.status)
		}
		text := "{开头}\n# 基本情况\n{单位简称}共有{具体问题数}个具体问题。"
		shows(office.post(edit, "/outlines/head/try", form(text, "0")), "模板可用")
		w.See(t, func(tx *store.Tx) error {
			if kept, err := store.LatestOutlines(tx, "office"); err != nil || len(kept) > 0 {
				t.Errorf("trying keeps %v, %v", kept, err)
			}
			return nil
		})
		if p := office.post(edit, "/outlines/head", form(text, "0")); p.status != http.StatusSeeOther {
			t.Fatalf("a good outline is answered with %d", p.status)
		}
		shows(office.get("/outlines/head"), "第1版", "共有{具体问题数}个具体问题", "出厂模板")
		if p := office.post(edit, "/outlines/head", form(text+"\n再加一句。", "0")); p.status != http.StatusConflict {
			t.Errorf("a stale edit is answered with %d", p.status)
		}
		if p := office.post(edit, "/outlines/head", form(text, "1")); p.status != http.StatusConflict {
			t.Errorf("the same text again is answered with %d", p.status)
		}
		var kept outline.Version
		w.See(t, func(tx *store.Tx) error {
			all, err := store.LatestOutlines(tx, "office")
			kept = all["head"]
			return err
		})
		if kept.Text != text || kept.Number != 1 || kept.Name == "" {
			t.Errorf("kept is %+v", kept)
		}
		for _, who := range []string{"clerk", "head", "sysadmin"} {
			if p := visit(t, w, who).get("/outlines/head"); p.status == http.StatusOK || strings.Contains(p.body, "基本情况") {
				t.Errorf("%s sees the outline: %d", who, p.status)
			}
		}
	})
}
