package web_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/preview"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// proof puts a file on the shelf and records it as proof of p1.
func proof(t *testing.T, w *testkit.World, id, name string, body []byte) {
	t.Helper()
	put, err := stored.Put(context.Background(), bytes.NewReader(body), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(t, func(tx *store.Tx) error {
		return store.Evidences.Insert(tx, &work.Evidence{ID: id, OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Name: name, Hash: put.Hash,
			Size: put.Size, MIME: put.MIME, State: work.EvidenceSubmitted, UploaderID: "officer"})
	})
}

// raw asks for an address and gives the answer with its headers.
func (v *visitor) raw(path string) *httptest.ResponseRecorder {
	v.t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.AddCookie(&http.Cookie{Name: "bihuan", Value: v.secret})
	rec := httptest.NewRecorder()
	v.handler.ServeHTTP(rec, r)
	return rec
}

// TestEveryKindOfFileIsShownInItsOwnWay looks at the page of each file, follows
// what it shows, and wants a policy that lets nothing of the file run.
func TestEveryKindOfFileIsShownInItsOwnWay(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "b.db"))
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewRGBA(image.Rect(0, 0, 400, 200))); err != nil {
		t.Fatal(err)
	}
	gbk := "\xcc\xa8\xd5\xca,\xbd\xf0\xb6\xee" // 台帐,金额
	cases := map[string]struct {
		name, part, kind, says string
		body                   []byte
	}{
		"f-png":  {"现场.png", "/picture", "image/jpeg", "\xff\xd8", picture.Bytes()},
		"f-half": {"半张.png", "/picture", "image/svg+xml", "无法预览", picture.Bytes()[:60]},
		"f-csv":  {"台账.csv", "/text", "text/plain; charset=utf-8", "台帐,金额", []byte(gbk)},
		"f-txt":  {"记录.txt", "/text", "text/plain; charset=utf-8", "<script>alert(1)</script>", []byte("笔录 <script>alert(1)</script>")},
		"f-pdf":  {"批复.pdf", "", "application/pdf", "%PDF-", []byte("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj")},
	}
	if preview.HasOffice() {
		cases["f-doc"] = struct {
			name, part, kind, says string
			body                   []byte
		}{"小结.rtf", "/pages", "application/pdf", "%PDF-", []byte(`{\rtf1 summary}`)}
	}
	for id, c := range cases {
		proof(t, w, id, c.name, c.body)
	}
	v, foreign := visit(t, w, "clerk"), visit(t, w, "other-clerk")
	for id, c := range cases {
		at := "/evidence/" + id + c.part
		page := v.get("/evidence/" + id + "/view")
		if len(page.all(`img[src="`+at+`"], iframe[src="`+at+`"]`)) != 1 {
			t.Errorf("%s: its page does not show %s", id, at)
		}
		got := v.raw(at)
		policy := got.Header().Get("Content-Security-Policy")
		if got.Code != 200 || got.Header().Get("Content-Type") != c.kind || !strings.Contains(got.Body.String(), c.says) {
			t.Errorf("%s: %d, %s, %.40q", at, got.Code, got.Header().Get("Content-Type"), got.Body.String())
		}
		if !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "script-src") || strings.Contains(policy, "sandbox") == (c.kind == "application/pdf") ||
			got.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: policy %s", at, policy)
		}
		if p := foreign.raw(at); p.Code != 404 {
			t.Errorf("another organisation gets %d at %s", p.Code, at)
		}
	}
	if got := v.raw("/evidence/f-png/thumb"); got.Code != 200 || got.Header().Get("Content-Type") != "image/jpeg" {
		t.Errorf("the small picture: %d %s", got.Code, got.Header().Get("Content-Type"))
	}
	if n := len(v.get("/problems/p1").all(`img.evidence-thumb`)); n != 2 {
		t.Errorf("the list shows %d small pictures", n)
	}
}

func TestAPhotoWithASecrecyMarkIsRefusedWithItsEntry(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "b.db"))
	v := visit(t, w, "officer")
	values := map[string][]string{"problem": {"p1"}, "on": {"2026-03-09"}, "verdict": {"under-way"}, "body": {"已拍照"}}
	if p := v.postFile("/measures/m1/report", "/measures/m1/report", values, "机密★现场.txt", "会议记录"); p.status < 400 || !strings.Contains(p.body, "机密") {
		t.Errorf("a marked name: %d", p.status)
	}
	if p := v.postFile("/measures/m1/report", "/measures/m1/report", values, "现场.txt", "秘密★5年\n会议记录"); p.status < 400 {
		t.Errorf("a mark in the first words: %d", p.status)
	}
	if p := v.postFile("/measures/m1/report", "/measures/m1/report", values, "现场.txt", "会议记录"); p.status >= 400 {
		t.Errorf("an unmarked one: %d", p.status)
	}
}
