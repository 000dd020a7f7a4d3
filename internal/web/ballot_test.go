package web_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bihuan/internal/action/surveying"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// ballot sends a form of the ballot pages, as nobody in particular.
func (v *visitor) ballot(path string, values url.Values) *page {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	rec := httptest.NewRecorder()
	v.handler.ServeHTTP(rec, r)
	return &page{t: v.t, status: rec.Code, body: rec.Body.String()}
}

// opened is an open survey of the bureau.
func opened(t *testing.T, w *testkit.World) string {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		i, err := store.Inspections.Get(tx, "i-bureau")
		if err != nil {
			return err
		}
		i.PlanSharedOn = "2026-03-09"
		return store.Inspections.Update(tx, &i)
	})
	id := w.Must(t, "office", &surveying.Save{InspectionID: "i-bureau", Title: "整改满意度测评", Audience: "机关干部", OpensOn: "2026-03-10", ClosesOn: "2026-03-12",
		Least: 5, Questions: []surveying.QuestionInput{{Text: "总体评价", Choices: []string{"满意*", "不满意"}}}})
	w.Must(t, "office", &surveying.Open{ID: id, Version: 1})
	return id
}

// TestTheSlipsAreTakenAlongAsAFile: the page that shows the codes once holds the
// file with the same codes; neither has an address of its own, and nothing that
// is kept has a code in it.
func TestTheSlipsAreTakenAlongAsAFile(t *testing.T) {
	kept := t.TempDir()
	w := testkit.NewWorld(t, filepath.Join(kept, "bihuan.db"))
	id := opened(t, w)
	v := visit(t, w, "office")
	p := v.post("/surveys/"+id, "/surveys/"+id+"/codes", url.Values{"receiver": {"机关干部"}, "size": {"3"}})
	codes := p.all(".slip-code")
	if p.status != http.StatusOK || len(codes) != 3 {
		t.Fatalf("%d, %d codes", p.status, len(codes))
	}
	links := p.all(".slips-take a[download]")
	if len(links) != 1 {
		t.Fatal("no file is offered")
	}
	_, coded, _ := strings.Cut(attr(links[0], "href"), ";base64,")
	file, err := base64.StdEncoding.DecodeString(coded)
	if err != nil {
		t.Fatal(err)
	}
	said := written(t, file)
	for _, c := range codes {
		code := text(c)
		if strings.Count(said, code) != 1 || len(code) < 10 {
			t.Errorf("%q is not on a slip of the file", code)
		}
		for _, name := range []string{"bihuan.db", "bihuan.db-wal"} {
			data, err := os.ReadFile(filepath.Join(kept, name))
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(data, []byte(code)) || bytes.Contains(data, []byte(strings.ReplaceAll(code, "-", ""))) {
				t.Errorf("%s holds the code", name)
			}
		}
	}
}

// written is the XML of what a .docx says.
func written(t *testing.T, docx []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	raw, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestABallotNeedsACodeAndNothingElse(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	id := opened(t, w)
	issue := &surveying.Issue{ID: id, Receiver: "机关干部", Size: 1}
	w.Must(t, "office", issue)
	code := issue.Codes()[0]
	v := visit(t, w, "clerk")
	if p := v.ballot("/ballot", url.Values{"code": {code}}); p.status != http.StatusOK || !strings.Contains(p.body, "总体评价") || !strings.Contains(p.body, "市市场监管局") {
		t.Errorf("the questions: %d", p.status)
	}
	answers := url.Values{"code": {code}, "answer_q1": {"a"}}
	if p := v.ballot("/ballot/answer", answers); p.status != http.StatusOK || strings.Contains(p.body, code) {
		t.Errorf("the answer: %d", p.status)
	}
	if p := v.ballot("/ballot/answer", answers); p.status != http.StatusUnprocessableEntity || strings.Contains(p.body, "总体评价") {
		t.Errorf("the code a second time: %d", p.status)
	}
}

// Who tries codes is stopped for a while; who comes later is not.
func TestTryingCodesIsStopped(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "clerk")
	stopped := 0
	for range 35 {
		if v.ballot("/ballot", url.Values{"code": {"AAAA-BBBB-CCCC2"}}).status == http.StatusTooManyRequests {
			stopped++
		}
	}
	if stopped != 5 {
		t.Errorf("%d of 35 tries were stopped", stopped)
	}
	w.Clock.Add(11 * time.Minute)
	if p := v.ballot("/ballot", url.Values{"code": {"AAAA-BBBB-CCCC2"}}); p.status == http.StatusTooManyRequests {
		t.Error("still stopped after the window")
	}
}
