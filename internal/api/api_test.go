package api_test

import (
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"bihuan/internal/action/account"
	"bihuan/internal/action/planning"
	"bihuan/internal/api"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

var update = flag.Bool("update", false, "write the golden file anew")

// client asks the API in the name of an account of the world.
func client(t *testing.T, w *testkit.World, login string) func(path string, into any) int {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		return store.Sessions.Insert(tx, &org.Session{ID: account.SessionID("cookie-of-" + login), AccountID: login, CreatedAt: tx.Now(), SeenAt: tx.Now()})
	})
	a := &api.API{Run: w.Runner, Read: w.Reader, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Idle: time.Hour, Lifetime: 12 * time.Hour}
	handler := a.Handler()
	return func(path string, into any) int {
		t.Helper()
		r := httptest.NewRequest(http.MethodGet, api.Root+path, nil)
		r.AddCookie(&http.Cookie{Name: "bihuan", Value: "cookie-of-" + login})
		rec := httptest.NewRecorder()
		handler.ServeHTTP(rec, r)
		if into != nil {
			if err := json.Unmarshal(rec.Body.Bytes(), into); err != nil {
				t.Fatalf("%s: %v\n%s", path, err, rec.Body)
			}
		}
		return rec.Code
	}
}

func TestTheListsAreThoseOfThePages(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		get := client(t, testkit.NewWorld(t, address), "clerk")
		var list []api.Inspection
		if get("/inspections", &list); len(list) != 1 || list[0].ID != "i-bureau" || list[0].Counts.Total != 3 {
			t.Fatalf("inspections: %+v", list)
		}
		var found api.ProblemPage
		if get("/inspections/i-bureau/problems?q=%E5%B7%AE%E6%97%85&sort=-number", &found); found.Total != 1 || found.Problems[0].ID != "p2" || found.Problems[0].Leader != "李明" {
			t.Errorf("problems: %+v", found)
		}
		var file api.ProblemFile
		if get("/problems/p1", &file); file.Wording != "公务接待台账不全公务接待台账不全的具体情形。" || len(file.Plan) != 1 || file.Plan[0].Text != "补齐台账" {
			t.Errorf("problem: %+v", file)
		}
	})
}

func TestTheScopeIsThatOfThePages(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	for login, want := range map[string]int{"clerk": 200, "office": 200, "team": 200, "team2": 404, "other-clerk": 404, "reviewer": 404,
		"sysadmin": 404, "secadmin": 404, "auditor": 404} {
		get := client(t, w, login)
		for _, path := range []string{"/inspections/i-bureau", "/inspections/i-bureau/problems", "/problems/p1"} {
			if status := get(path, nil); status != want {
				t.Errorf("%s gets %d at %s", login, status, path)
			}
		}
		if status := get("/problems/nowhere", nil); status != http.StatusNotFound {
			t.Errorf("%s gets %d for nothing", login, status)
		}
	}
	var file api.ProblemFile
	if client(t, w, "head")("/problems/p1", &file); file.Leader == "" {
		t.Error("the head does not see who leads")
	}
	file = api.ProblemFile{}
	office := client(t, testkit.NewWorld(t, t.TempDir()+"/db"), "office")
	if office("/problems/p1", &file); file.Leader != "" || len(file.Plan) != 0 {
		t.Errorf("the office sees a plan that was not sent: %+v", file)
	}
}

func TestNobodyIsLetInWithoutASession(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	get := client(t, w, "clerk")
	w.Clock.Add(2 * time.Hour)
	if status := get("/inspections", nil); status != http.StatusUnauthorized {
		t.Errorf("an idle session: %d", status)
	}
	w.Write(t, func(tx *store.Tx) error { _, err := tx.Exec("DELETE FROM session"); return err })
	if status := get("/inspections", nil); status != http.StatusUnauthorized {
		t.Errorf("no session: %d", status)
	}
}

// The description of the API is a contract: it changes only on purpose.
func TestTheDescriptionIsTheGoldenFile(t *testing.T) {
	const golden = "testdata/openapi.json"
	var got json.RawMessage
	if status := client(t, testkit.NewWorld(t, t.TempDir()+"/db"), "clerk")("/openapi.json", &got); status != http.StatusOK {
		t.Fatalf("status %d", status)
	}
	var spec any
	if err := json.Unmarshal(got, &spec); err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(spec, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, '\n')
	if *update {
		if err := os.WriteFile(golden, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(text) {
		t.Error("the API changed: when on purpose, run go test ./internal/api -update and mind the version")
	}
}

// Before the issue those outside get what the version says that was sent to
// them.
func TestBeforeTheIssueTheAPIGivesWhatWasSent(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := w.Must(t, "clerk", &planning.DraftPlan{InspectionID: "i-bureau", Name: "送审稿"})
	w.Must(t, "clerk", &planning.OpenComments{ID: id, Version: 1, Until: "2026-03-20", Departments: []string{"d1"}, Bodies: []string{"office"}})
	w.Write(t, func(tx *store.Tx) error {
		m, err := store.Measures.Get(tx, "m1")
		if err != nil {
			return err
		}
		m.Text = "还在修改"
		return store.Measures.Update(tx, &m)
	})
	for login, want := range map[string]api.ProblemFile{
		"clerk":  {Plan: []api.Measure{{Text: "还在修改"}}},
		"office": {Version: "送审稿", Plan: []api.Measure{{Text: "补齐台账"}}},
		"team":   {},
	} {
		var got api.ProblemFile
		client(t, w, login)("/problems/p1", &got)
		if got.Version != want.Version || len(got.Plan) != len(want.Plan) || len(want.Plan) > 0 && got.Plan[0].Text != want.Plan[0].Text {
			t.Errorf("%s gets %+v", login, got)
		}
		if (login == "team") != (got.Leader == "") {
			t.Errorf("%s gets the leader %q", login, got.Leader)
		}
	}
}
