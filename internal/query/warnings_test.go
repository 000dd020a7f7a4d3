package query_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"pgregory.net/rapid"
)

// warned gives the warnings of an account on the world's day.
func warned(t testing.TB, w *testkit.World, account string) query.WarningList {
	t.Helper()
	l, err := query.Page(context.Background(), w.Reader, w.Actor(t, account), query.MyWarnings, query.WarningsIn{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := query.Page(context.Background(), w.Reader, w.Actor(t, account), query.UnreadWarnings, struct{}{})
	if err != nil || n != l.Unread {
		t.Fatalf("%s: the frame counts %d unread, the list %d: %v", account, n, l.Unread, err)
	}
	return l
}

func words(l query.WarningList) []string {
	out := []string{}
	for _, r := range l.Rows {
		out = append(out, fmt.Sprintf("%s %s %s%s", r.Kind, r.RecordID, r.Colour, r.For))
	}
	slices.Sort(out)
	return out
}

func TestEachStepOfTheLadderTellsItsOwn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		green := []string{"problem p1 green", "problem p2 green", "problem p3 green"}
		yellow := []string{"problem p1 yellow", "problem p2 yellow", "problem p3 yellow"}
		red := []string{"problem p1 red", "problem p2 red", "problem p3 red"}
		for _, x := range []struct {
			day  workday.Date
			want map[string][]string
		}{
			{"2026-06-09", map[string][]string{"officer": {}, "leader": {}, "clerk": {}}},
			{"2026-06-10", map[string][]string{"officer": green, "leader": {}, "clerk": {}, "other-leader": {}}},
			{"2026-06-20", map[string][]string{"officer": yellow, "leader": yellow, "leader2": {}, "head": {}, "depthead": {}, "office": {}}},
			{"2026-07-01", map[string][]string{"officer": {}, "leader": {}, "clerk": red, "head": red, "office": {}, "sysadmin": {}}},
		} {
			w.Clock.Set(x.day)
			for account, want := range x.want {
				if got := words(warned(t, w, account)); !slices.Equal(got, want) {
					t.Errorf("%s, %s: %v, want %v", x.day, account, got, want)
				}
			}
		}
	})
}

// TestWarningsEndWithTheirReason puts the records into any state and compares
// with a count of its own: nobody is warned of what is done, signed off or not
// his, and whoever should be warned is.
func TestWarningsEndWithTheirReason(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	people := []string{"officer", "leader", "leader2", "clerk", "other-officer"}
	verdicts := []work.Verdict{work.NotStarted, work.UnderWay, work.BasicallyDone, work.Done}
	n := 0
	rapid.Check(t, func(t2 *rapid.T) {
		n++
		w.Clock.Set(workday.Date("2026-06-20").AddDays(rapid.IntRange(-5, 15).Draw(t2, "today")))
		today := workday.DateOf(w.Clock.Now(), workday.Zone)
		problems, measures := map[string]work.Problem{}, map[string]work.Measure{}
		w.See(t, func(tx *store.Tx) error {
			for _, id := range []string{"1", "2", "3"} {
				p, err := store.Problems.Get(tx, "p"+id)
				if err != nil {
					return err
				}
				problems[p.ID] = p
				if measures["m"+id], err = store.Measures.Get(tx, "m"+id); err != nil {
					return err
				}
			}
			return nil
		})
		for _, id := range []string{"1", "2", "3"} {
			p, m := problems["p"+id], measures["m"+id]
			p.Verdict = rapid.SampledFrom(verdicts).Draw(t2, "verdict")
			p.ClosedOn = rapid.SampledFrom([]workday.Date{"", "", "2026-06-01"}).Draw(t2, "closed")
			p.OwnerID = rapid.SampledFrom(people[:4]).Draw(t2, "owner")
			p.LeaderID = rapid.SampledFrom([]string{"leader", "leader2"}).Draw(t2, "leader")
			p.Deadline = rapid.SampledFrom([]workday.Date{"", "2026-06-18", "2026-06-25", "2026-07-08", "2026-08-30"}).Draw(t2, "due")
			m.Verdict = rapid.SampledFrom(verdicts).Draw(t2, "verdict of the measure")
			m.OwnerID, m.LeaderID = rapid.SampledFrom(people[:4]).Draw(t2, "owner of the measure"), p.LeaderID
			m.Deadline = rapid.SampledFrom([]workday.Date{"", "2026-06-16", "2026-06-28", "2026-07-08"}).Draw(t2, "due of the measure")
			problems[p.ID], measures[m.ID] = p, m
		}
		w.Write(t, func(tx *store.Tx) error {
			for id, p := range problems {
				if err := store.Problems.Update(tx, &p); err != nil {
					return err
				}
				m := measures["m"+id[1:]]
				if err := store.Measures.Update(tx, &m); err != nil {
					return err
				}
			}
			return nil
		})
		open := func(v work.Verdict) bool { return v == work.NotStarted || v == work.UnderWay }
		step := func(due workday.Date) (int, []string) {
			if due == "" {
				return -1, nil
			}
			switch left := today.DaysUntil(due); {
			case left < 0:
				return 2, []string{"rectification-office", "head"}
			case left <= 10:
				return 1, []string{"officer", "leader"}
			case left <= 20:
				return 0, []string{"officer"}
			}
			return -1, nil
		}
		told := func(account, owner, leader string, roles []string) bool {
			return slices.Contains(roles, "officer") && owner == account || slices.Contains(roles, "leader") && leader == account && account != "clerk" && account != "officer" ||
				slices.Contains(roles, "rectification-office") && account == "clerk" || slices.Contains(roles, "head") && account == "head"
		}
		for _, account := range []string{"officer", "leader", "leader2", "clerk", "head", "other-leader2"} {
			var want []string
			for _, id := range []string{"1", "2", "3"} {
				p, m := problems["p"+id], measures["m"+id]
				if p.ClosedOn != "" || !open(p.Verdict) {
					continue
				}
				at, roles := step(p.Deadline)
				mine := at >= 0 && told(account, p.OwnerID, p.LeaderID, roles)
				if mine {
					want = append(want, fmt.Sprintf("problem p%s %d %s", id, at, p.Deadline))
				}
				mat, roles := step(m.Deadline)
				if mat >= 0 && open(m.Verdict) && told(account, m.OwnerID, m.LeaderID, roles) && !(mine && at >= mat) {
					want = append(want, fmt.Sprintf("measure m%s %d %s", id, mat, m.Deadline))
				}
			}
			var got []string
			for _, r := range warned(t, w, account).Rows {
				got = append(got, fmt.Sprintf("%s %s %d %s", r.Kind, r.RecordID, r.Step, r.Warning.Due))
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t2.Fatalf("%s, %s: warned of %v, want %v", today, account, got, want)
			}
		}
	})
	if n < 50 {
		t.Errorf("only %d states were tried", n)
	}
}

func TestADeputyIsWarnedInThePrincipalsPlace(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Clock.Set("2026-06-22")
	w.Write(t, func(tx *store.Tx) error {
		return store.Delegations.Insert(tx, &org.Delegation{ID: "d", OrgID: "bureau", FromAccount: "leader", FromName: "李明", ToAccount: "leader2", ToName: "吴清",
			Permissions: []org.Permission{org.SignoffDecide}, From: "2026-06-21", Until: "2026-06-23"})
	})
	if got, want := words(warned(t, w, "leader2")), []string{"problem p1 yellowleader", "problem p2 yellowleader", "problem p3 yellowleader"}; !slices.Equal(got, want) {
		t.Errorf("the deputy gets %v", got)
	}
	if l := warned(t, w, "leader2"); !l.Deputy {
		t.Error("the list does not say that it is another's")
	}
	w.Clock.Set("2026-06-24")
	if got := warned(t, w, "leader2"); got.All != 0 {
		t.Errorf("after the delegation he still gets %v", words(got))
	}
}

func TestWhatIsReadStaysReadUntilItsNextStep(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Clock.Set("2026-06-12")
	first := warned(t, w, "officer")
	w.Write(t, func(tx *store.Tx) error { return store.MarkRead(tx, "officer", first.Marks) })
	if l := warned(t, w, "officer"); l.Unread != 0 || l.All != 3 {
		t.Errorf("after reading: %d of %d unread", l.Unread, l.All)
	}
	w.Clock.Set("2026-06-22")
	if l := warned(t, w, "officer"); l.Unread != 3 {
		t.Errorf("on the next step: %d unread", l.Unread)
	}
	if l := warned(t, w, "leader"); l.Unread != 3 {
		t.Errorf("another's reading counts for the leader: %d unread", l.Unread)
	}
}

func TestADecisionThatWaitsIsWarnedOfWhoeverTakesIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		asked := w.Clock.Now() // 2026-03-10
		w.Write(t, func(tx *store.Tx) error {
			err := store.Applications.Insert(tx, &closing.Application{ID: "app", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Round: 1,
				State: closing.Open, AppliedBy: "officer", Applicant: "孙磊", AppliedAt: asked})
			if err != nil {
				return err
			}
			return store.Extensions.Insert(tx, &work.Extension{ID: "ext", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p2", State: work.ExtensionAsked,
				Levels: []string{"leader"}, AskedBy: "officer", AskedAt: asked, OldDate: "2026-06-30", NewDate: "2026-08-30"})
		})
		w.Clock.Set("2026-03-12")
		if l := warned(t, w, "depthead"); l.All != 0 {
			t.Errorf("before its time: %v", words(l))
		}
		w.Clock.Set("2026-03-13")
		for account, want := range map[string][]string{"depthead": {"signoff app yellow"}, "depthead2": {}, "leader": {"extension ext yellow"}, "leader2": {}, "officer": {}, "other-depthead": {}} {
			if got := words(warned(t, w, account)); !slices.Equal(got, want) {
				t.Errorf("%s gets %v, want %v", account, got, want)
			}
		}
		w.Write(t, func(tx *store.Tx) error {
			return store.Decisions.Insert(tx, &closing.Decision{ID: "dec", OrgID: "bureau", ApplicationID: "app", Step: "department-head", Seq: 1, Outcome: closing.Agree, By: "depthead", At: tx.Now()})
		})
		if l := warned(t, w, "depthead"); l.All != 0 {
			t.Errorf("a decision starts the wait anew: %v", words(l))
		}
		w.Write(t, func(tx *store.Tx) error { // the officer did it himself as head of the department
			_, err := tx.Exec("UPDATE application SET applied_by = 'depthead', applied_at = ? WHERE id = 'app'", asked.Add(-240*time.Hour))
			return err
		})
		w.Clock.Set("2026-03-20")
		if l := warned(t, w, "depthead"); slices.Contains(words(l), "signoff app red") {
			t.Error("somebody is warned to decide about his own work")
		}
	})
}
