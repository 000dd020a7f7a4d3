package action_test

import (
	"context"
	"errors"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// rename is a command for these tests: it changes a problem's goal.
type rename struct {
	Problem string
	Goal    string
	fail    error
}

func (c *rename) Permission() org.Permission { return org.ProblemPlan }

func (c *rename) Target(s *action.Step) (org.Target, error) {
	_, t, err := store.ProblemTarget(s.Tx, c.Problem)
	return t, err
}

func (c *rename) Run(s *action.Step) error {
	before, err := store.Problems.Get(s.Tx, c.Problem)
	if err != nil {
		return err
	}
	after := before
	after.Goal = c.Goal
	if err := action.Save(s, store.Problems, before, &after); err != nil {
		return err
	}
	s.Return(after.ID)
	return c.fail
}

func TestWhoMayNotIsRefusedAndRecorded(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		for account, kind := range map[string]fault.Kind{
			"clerk": fault.Internal, "depthead": fault.Internal, // Internal: no fault at all
			"officer": fault.Denied, "depthead2": fault.Denied, "office": fault.Denied,
			"other-clerk": fault.NotFound, "team2": fault.NotFound, "auditor": fault.NotFound, "sysadmin": fault.NotFound,
		} {
			before := entries(t, w)
			_, err := w.Do(t, account, &rename{Problem: "p1", Goal: account})
			if fault.Of(err) != kind {
				t.Errorf("%s: got %v", account, err)
			}
			if got := entries(t, w) - before; got != 1 {
				t.Errorf("%s: %d audit entries, want 1", account, got)
			}
		}
	})
}

func TestARepeatedRequestIsDoneOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		call := action.Call{Actor: w.Actor(t, "clerk"), Key: "k1"}
		first, err := w.Runner.Do(context.Background(), call, &rename{Problem: "p1", Goal: "一"})
		if err != nil {
			t.Fatal(err)
		}
		n := entries(t, w)
		again, err := w.Runner.Do(context.Background(), call, &rename{Problem: "p1", Goal: "一"})
		if err != nil || !again.Replayed || again.ID != first.ID || entries(t, w) != n {
			t.Errorf("the repetition gave %+v, %v and %d new entries", again, err, entries(t, w)-n)
		}
		if _, err := w.Runner.Do(context.Background(), call, &rename{Problem: "p1", Goal: "二"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("the same key with other content gave %v", err)
		}
	})
}

func TestAFailingCommandChangesNothingAndLeavesNoEntry(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		n := entries(t, w)
		boom := errors.New("boom")
		if _, err := w.Do(t, "clerk", &rename{Problem: "p1", Goal: "x", fail: boom}); !errors.Is(err, boom) {
			t.Fatalf("got %v", err)
		}
		w.See(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if p.Goal != "" {
				t.Errorf("the goal is %q", p.Goal)
			}
			return err
		})
		if entries(t, w) != n {
			t.Error("an entry was written for what did not happen")
		}
	})
}

func entries(t *testing.T, w *testkit.World) int {
	t.Helper()
	n := 0
	w.See(t, func(tx *store.Tx) (err error) { n, err = tx.Count("SELECT COUNT(*) FROM audit_entry"); return err })
	return n
}

// TestNothingChangesWhereTheAuditCannotBeWritten breaks the log and tries a
// change and a denial: both are refused as unavailable, and nothing moved.
func TestNothingChangesWhereTheAuditCannotBeWritten(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Write(t, func(tx *store.Tx) error {
			_, err := tx.Exec("ALTER TABLE audit_hash RENAME TO audit_hash_gone")
			return err
		})
		for _, account := range []string{"clerk", "officer", "other-clerk"} {
			if _, err := w.Do(t, account, &rename{Problem: "p1", Goal: "x"}); !fault.Is(err, fault.Unavailable) {
				t.Errorf("%s: got %v", account, err)
			}
		}
		w.See(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if p.Goal != "" || p.Version != 1 {
				t.Errorf("the problem changed: %q, version %d", p.Goal, p.Version)
			}
			return err
		})
	})
}
