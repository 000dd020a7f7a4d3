package web_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// part sends one part of a file, as the page's script does.
func (v *visitor) part(id string, offset int, guard, body string) *page {
	r := httptest.NewRequest(http.MethodPut, fmt.Sprintf("/uploads/%s?offset=%d", id, offset), strings.NewReader(body))
	r.Header.Set("Content-Type", "application/octet-stream")
	r.Header.Set("X-Guard", guard)
	return v.send(r)
}

func begun(t *testing.T, p *page) (out struct {
	ID     string
	Offset int
}) {
	t.Helper()
	if p.status != http.StatusOK {
		t.Fatalf("%d: %s", p.status, p.body)
	}
	if err := json.Unmarshal([]byte(p.body), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAFileComesInPartsAndGoesOnAfterABreak(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v, body := visit(t, w, "officer"), "佐证材料的全文，分两段传来"
	sum := sha256.Sum256([]byte(body))
	file := url.Values{"name": {"凭证.txt"}, "size": {fmt.Sprint(len(body))}, "hash": {hex.EncodeToString(sum[:])}}
	guard := v.get("/problems/p1").value(`input[name=guard]`)
	u := begun(t, v.post("/problems/p1", "/problems/p1/uploads", file))
	if p := v.part(u.ID, 0, "wrong", body[:6]); p.status != http.StatusForbidden {
		t.Errorf("without the guard: %d", p.status)
	}
	if p := visit(t, w, "clerk").part(u.ID, 0, guard, "x"); p.status != http.StatusNotFound {
		t.Errorf("another person's upload: %d", p.status)
	}
	begun(t, v.part(u.ID, 0, guard, body[:6]))
	again := begun(t, v.post("/problems/p1", "/problems/p1/uploads", file)) // the page was loaded again
	if again.ID != u.ID || again.Offset != 6 {
		t.Fatalf("begun again: %+v", again)
	}
	if p := v.part(u.ID, 0, guard, body); p.status != http.StatusConflict {
		t.Errorf("from the start: %d", p.status)
	}
	begun(t, v.part(u.ID, 6, guard, body[6:]))
	done := begun(t, v.post("/problems/p1", "/uploads/"+u.ID+"/finish", url.Values{"speaks_for": {"2026-03-08"}, "kind": {"voucher"}, "source": {"财务科"}}))
	w.See(t, func(tx *store.Tx) error {
		e, err := store.Evidences.Get(tx, done.ID)
		if e.Name != "凭证.txt" || e.Kind != "voucher" || e.State != work.EvidenceSubmitted || e.Hash != file.Get("hash") {
			t.Errorf("%+v", e)
		}
		return err
	})
	if p := v.get("/evidence/" + done.ID + "/view"); p.status != http.StatusOK || len(p.all("iframe[sandbox]")) != 1 {
		t.Errorf("the page of the file: %d", p.status)
	}
}

func TestAMarkedFileIsRefused(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "officer")
	for name, body := range map[string]string{"【机密】名单.txt": "内容", "纪要.txt": "秘密★1年\n党组会议纪要"} {
		sum := sha256.Sum256([]byte(body))
		u := begun(t, v.post("/problems/p1", "/problems/p1/uploads", url.Values{"name": {name}, "size": {fmt.Sprint(len(body))}, "hash": {hex.EncodeToString(sum[:])}}))
		begun(t, v.part(u.ID, 0, v.get("/problems/p1").value(`input[name=guard]`), body))
		if p := v.post("/problems/p1", "/uploads/"+u.ID+"/finish", url.Values{"speaks_for": {"2026-03-08"}}); p.status != http.StatusUnprocessableEntity || !strings.Contains(p.body, "未获准存放") {
			t.Errorf("%s: %d", name, p.status)
		}
	}
}
