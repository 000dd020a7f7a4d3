package seed_test

import (
	"os"
	"testing"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/blob"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/example/seed"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

const folder = "../../../examples/city"

// loaded is the city in a fresh database.
func loaded(t *testing.T, url string) (*store.DB, *example.City) {
	t.Helper()
	city, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	files, err := blob.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	db := testkit.Open(t, url, testkit.ClockAt(city.Today))
	runner := &action.Runner{DB: db, Calendar: workday.China(), NewID: testkit.IDs()}
	start := time.Now()
	if _, err := seed.Load(t.Context(), runner, seed.Source{City: city, Folder: os.DirFS(folder), Files: files, Password: "a word for the demonstration"}); err != nil {
		t.Fatal(err)
	}
	t.Logf("loaded in %v", time.Since(start))
	return db, city
}

func TestTheDatabaseSaysWhatTheRecordsSay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		db, city := loaded(t, url)
		for _, o := range city.Organisations {
			want := o.Verdicts(city.Today)
			err := db.Read(t.Context(), func(tx *store.Tx) error {
				problems, err := store.Problems.List(tx, "WHERE org_id = (SELECT id FROM organisation WHERE short_name = ?)", o.Short)
				if len(problems) != len(want) {
					t.Errorf("%s: %d problems, want %d", o.Key, len(problems), len(want))
				}
				for _, p := range problems {
					if got := p.Effective(city.Today); got != want[p.Number] {
						t.Errorf("%s %s is %s, want %s", o.Key, p.Number, got, want[p.Number])
					}
					if p.Closed() && p.Verdict != work.Done {
						t.Errorf("%s %s is closed and %s", o.Key, p.Number, p.Verdict)
					}
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
