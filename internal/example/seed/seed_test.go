package seed_test

import (
	"errors"
	"os"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/account"
	"bihuan/internal/blob"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/example/seed"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

const (
	folder   = "../../../examples/city"
	password = "a word for the demonstration"
)

// town is the city in a fresh database.
type town struct {
	db     *store.DB
	runner *action.Runner
	files  *blob.Store
	city   *example.City
}

func loaded(t *testing.T, url string) town {
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
	w := town{db: db, files: files, city: city, runner: &action.Runner{DB: db, Calendar: workday.China(), NewID: testkit.IDs()}}
	if _, err := seed.Load(t.Context(), w.runner, seed.Source{City: city, Folder: os.DirFS(folder), Files: files, Password: password}); err != nil {
		t.Fatal(err)
	}
	return w
}

// see reads the database.
func (w town) see(t *testing.T, f func(tx *store.Tx) error) {
	t.Helper()
	if err := w.db.Read(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

// id of an organisation.
func id(t *testing.T, tx *store.Tx, o *example.Organisation) string {
	t.Helper()
	found, err := store.Organisations.One(tx, "WHERE short_name = ?", o.Short)
	if err != nil {
		t.Fatal(err)
	}
	return found.ID
}

func TestTheCityInTheDatabase(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := loaded(t, url)
		t.Run("says what the records say", w.saysWhatTheRecordsSay)
		t.Run("has an audit log in the order of time", w.hasALogInOrder)
		t.Run("lets people sign in", w.letsPeopleSignIn)
		t.Run("has the file of every evidence", w.hasEveryFile)
	})
}

func (w town) saysWhatTheRecordsSay(t *testing.T) {
	w.see(t, func(tx *store.Tx) error {
		for _, o := range w.city.Organisations {
			verdicts(t, tx, w.city, o)
			amounts(t, tx, o)
			plans(t, tx, o)
		}
		return nil
	})
}

// verdicts: each problem is as far as its records say.
func verdicts(t *testing.T, tx *store.Tx, city *example.City, o *example.Organisation) {
	want := o.Verdicts(city.Today)
	problems, err := store.Problems.List(tx, "WHERE org_id = ?", id(t, tx, o))
	if err != nil || len(problems) != len(want) {
		t.Errorf("%s: %d problems, want %d (%v)", o.Key, len(problems), len(want), err)
	}
	for _, p := range problems {
		if got := p.Effective(city.Today); got != want[p.Number] {
			t.Errorf("%s %s is %s, want %s", o.Key, p.Number, got, want[p.Number])
		}
		if p.Closed() && p.Verdict != work.Done {
			t.Errorf("%s %s is closed and %s", o.Key, p.Number, p.Verdict)
		}
	}
}

// amounts: nothing of the records is left out, nothing comes twice.
func amounts(t *testing.T, tx *store.Tx, o *example.Organisation) {
	measures, decisions, criticisms, papers := 0, 0, 0, 0
	for _, p := range o.Plan.Problems {
		measures += len(p.Measures)
	}
	for _, r := range o.Progress.Reopenings {
		measures += len(r.Measures)
	}
	for _, s := range o.Progress.SignOffs {
		decisions += len(s.Decisions)
	}
	for _, l := range o.Party.LifeMeetings {
		criticisms += len(l.Criticisms)
		papers += len(l.Papers)
	}
	comments := len(o.Plan.Comments)
	for _, r := range o.Plan.Returns {
		for _, opinion := range r.Opinions {
			for _, remark := range opinion.Remarks {
				if remark.Text != "" {
					comments++
				}
			}
		}
	}
	for table, want := range map[string]int{
		"person": len(o.People), "department": len(o.Departments), "group_seat": len(o.LeadingGroup.Seats),
		"immediate": len(o.Feedback.Immediate), "measure": measures, "plan_version": len(o.Plan.Versions), "plan_comment": comments,
		"progress": len(o.Progress.Entries), "evidence": len(o.Progress.Evidence), "extension": len(o.Progress.Extensions),
		"application": len(o.Progress.SignOffs), "decision": decisions, "reopening": len(o.Progress.Reopenings),
		"meeting": len(o.Party.Meetings), "study": len(o.Party.Studies), "talk": len(o.Party.Talks),
		"life_meeting": len(o.Party.LifeMeetings), "criticism": criticisms, "self_paper": papers,
		"directed_matter": len(o.Party.Directed), "regulation": len(o.Regulations), "linked_work": len(o.LinkedWork),
	} {
		got, err := tx.Count("SELECT COUNT(*) FROM "+table+" WHERE org_id = ?", id(t, tx, o))
		if err != nil || got != want {
			t.Errorf("%s: %d records of %s, want %d (%v)", o.Key, got, table, want, err)
		}
	}
}

// plans: each plan is where its organisation is.
func plans(t *testing.T, tx *store.Tx, o *example.Organisation) {
	want := map[string]plan.State{"market-bureau": plan.Claimed, "water-bureau": plan.Claimed, "city-investment": plan.Comments}[o.Key]
	v, err := store.PlanVersions.List(tx, "WHERE org_id = ? ORDER BY number DESC LIMIT 1", id(t, tx, o))
	if err != nil || len(v) > 0 != (want != "") || want != "" && v[0].State != want {
		t.Errorf("%s: the plan is %+v, want %q (%v)", o.Key, v, want, err)
	}
}

func (w town) hasALogInOrder(t *testing.T) {
	w.see(t, func(tx *store.Tx) error {
		wrong, err := tx.Count(`SELECT COUNT(*) FROM audit_entry a JOIN audit_entry b ON b.seq = a.seq + 1 WHERE b.at <= a.at`)
		if wrong > 0 {
			t.Errorf("%d entries are not later than the one before", wrong)
		}
		return err
	})
}

func (w town) letsPeopleSignIn(t *testing.T) {
	entrances := seed.Entrances(w.city)
	if len(entrances) < 80 {
		t.Errorf("only %d accounts", len(entrances))
	}
	for _, login := range []string{"shenzhiyuan", "xuekai", "malixin", "fanshujing", "wenjing"} {
		if _, err := account.SignIn(t.Context(), w.runner, account.Policy{MaxFailures: 5}, login, password, "test", "test"); err != nil {
			t.Errorf("%s: %v", login, err)
		}
	}
}

func (w town) hasEveryFile(t *testing.T) {
	w.see(t, func(tx *store.Tx) error {
		all, err := store.Evidences.List(tx, "")
		for _, e := range all {
			r, err := w.files.Open(e.Hash, e.Size)
			if err != nil {
				t.Errorf("%s: %v", e.Name, err)
				continue
			}
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		}
		return err
	})
}

func TestABrokenCityLeavesNothingBehind(t *testing.T) {
	city, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	files, err := blob.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	// Nobody of the chain may pass a step that is not his.
	city.Organisations[0].Progress.SignOffs[0].Decisions[2].By = "jiyue"
	db := testkit.Open(t, t.TempDir()+"/bihuan.db", testkit.ClockAt(city.Today))
	runner := &action.Runner{DB: db, Calendar: workday.China(), NewID: testkit.IDs()}
	if _, err := seed.Load(t.Context(), runner, seed.Source{City: city, Folder: os.DirFS(folder), Files: files, Password: password}); err == nil {
		t.Fatal("the step of another was passed")
	}
	err = db.Read(t.Context(), func(tx *store.Tx) error {
		n, err := tx.Count("SELECT (SELECT COUNT(*) FROM organisation) + (SELECT COUNT(*) FROM audit_entry)")
		if n > 0 {
			return errors.New("half a city was left")
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
