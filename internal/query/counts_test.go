package query_test

import (
	"fmt"
	"testing"

	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestTheCountsFollowTheRule compares the SQL conditions behind every figure
// with the rule in Go, over all verdicts and deadlines around today.
func TestTheCountsFollowTheRule(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		today := workday.Date("2026-03-10")
		want := map[work.Verdict]int{}
		w.Write(t, func(tx *store.Tx) error {
			known, err := store.Problems.List(tx, "WHERE inspection_id = ?", "i-bureau")
			if err != nil {
				return err
			}
			for _, p := range known {
				want[p.Effective(today)]++
			}
			n := 0
			for _, verdict := range work.Verdicts() {
				for _, due := range []workday.Date{"", today.AddDays(-30), today.AddDays(-1), today, today.AddDays(1), today.AddDays(400)} {
					if !verdict.Storable() {
						continue
					}
					n++
					p := work.Problem{ID: fmt.Sprint("made-", n), OrgID: "bureau", InspectionID: "i-bureau", Seq: 100 + n, Verdict: verdict, Deadline: due}
					if err := store.Problems.Insert(tx, &p); err != nil {
						return err
					}
					want[p.Effective(today)]++
				}
			}
			return nil
		})
		var got query.Counts
		err := w.Reader.See(t.Context(), w.Actor(t, "clerk"), func(v *query.View) (err error) {
			got, err = v.CountProblems("i-bureau")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		total := 0
		for _, verdict := range work.Verdicts() {
			total += want[verdict]
			if got.ByVerdict[verdict] != want[verdict] {
				t.Errorf("%s: counted %d, by the rule %d", verdict, got.ByVerdict[verdict], want[verdict])
			}
		}
		if got.Total != total || got.Late != want[work.NotDone] {
			t.Errorf("%d in all and %d late, want %d and %d", got.Total, got.Late, total, want[work.NotDone])
		}
	})
}

// TestAKeptFigureIsForgottenWithTheNextChange makes an inspection large enough
// for its figures to be kept, and changes one problem through an action.
func TestAKeptFigureIsForgottenWithTheNextChange(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/b.db")
	w.Write(t, func(tx *store.Tx) error {
		for n := range 3000 {
			p := work.Problem{ID: fmt.Sprint("made-", n), OrgID: "bureau", InspectionID: "i-bureau", AspectID: "a1", Seq: 100 + n, Verdict: work.UnderWay}
			if err := store.Problems.Insert(tx, &p); err != nil {
				return err
			}
		}
		return nil
	})
	done := func() (n int) {
		err := w.Reader.See(t.Context(), w.Actor(t, "clerk"), func(v *query.View) error {
			c, err := v.CountProblems("i-bureau")
			n = c.Done()
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for range 2 { // counted, then kept
		if n := done(); n != 0 {
			t.Fatalf("%d done before any was", n)
		}
	}
	w.Must(t, "officer", &carrying.AddProgress{ProblemID: "p1", MeasureID: "m1", On: "2026-03-09", Body: "已完成", Verdict: work.Done})
	if n := done(); n != 1 {
		t.Errorf("%d done after one was, want 1", n)
	}
}
