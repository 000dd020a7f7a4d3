package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

func TestRecordsComeBackAsSaved(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		db := testkit.Open(t, url, testkit.ClockAt("2026-03-02"))
		want := work.Problem{ID: "p1", OrgID: "o1", InspectionID: "i1", Seq: 3, Number: "1.2.3",
			Title: "执法文书'不规范'，程序倒置？", AssistDepts: []string{"d2", "d3"}, LongTerm: true,
			Deadline: "2026-06-30", Verdict: work.UnderWay}
		write(t, db, func(tx *store.Tx) error { return store.Problems.Insert(tx, &want) })
		var got work.Problem
		read(t, db, func(tx *store.Tx) (err error) { got, err = store.Problems.Get(tx, "p1"); return err })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		locked := org.Account{ID: "a1", Login: "zhang", LockedUntil: time.UnixMilli(1234567890123).UTC()}
		write(t, db, func(tx *store.Tx) error { return store.Accounts.Insert(tx, &locked) })
		read(t, db, func(tx *store.Tx) error {
			back, err := store.Accounts.Get(tx, "a1")
			if !back.LockedUntil.Equal(locked.LockedUntil) || !back.CreatedAt.IsZero() {
				t.Errorf("times came back as %v and %v", back.LockedUntil, back.CreatedAt)
			}
			return err
		})
	})
}

func TestStaleUpdateIsRefusedWithBothVersions(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		db := testkit.Open(t, url, testkit.ClockAt("2026-03-02"))
		p := work.Problem{ID: "p1", Goal: "一"}
		write(t, db, func(tx *store.Tx) error { return store.Problems.Insert(tx, &p) })
		first, second := p, p
		first.Goal, second.Goal = "二", "三"
		write(t, db, func(tx *store.Tx) error { return store.Problems.Update(tx, &first) })
		err := db.Write(context.Background(), func(tx *store.Tx) error { return store.Problems.Update(tx, &second) })
		var f *fault.Error
		if !errors.As(err, &f) || f.Kind != fault.Conflict {
			t.Fatalf("want a conflict, got %v", err)
		}
		if f.Current.(work.Problem).Goal != "二" || f.Mine.(work.Problem).Goal != "三" {
			t.Errorf("the conflict shows %+v and %+v", f.Mine, f.Current)
		}
	})
}

func TestOriginalWordingCannotBeChangedByAnyone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		db := testkit.Open(t, url, testkit.ClockAt("2026-03-02"))
		n := inspection.Node{ID: "n1", Title: "原文"}
		write(t, db, func(tx *store.Tx) error { return store.Nodes.Insert(tx, &n) })
		for _, q := range []string{"UPDATE node SET title = 'x'", "DELETE FROM node"} {
			err := db.Write(context.Background(), func(tx *store.Tx) error { _, err := tx.Exec(q); return err })
			if err == nil {
				t.Errorf("%s was accepted", q)
			}
		}
		read(t, db, func(tx *store.Tx) error {
			back, err := store.Nodes.Get(tx, "n1")
			if back.Title != "原文" {
				t.Errorf("the wording is now %q", back.Title)
			}
			return err
		})
	})
}

func TestAFailedWriteLeavesNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		db := testkit.Open(t, url, testkit.ClockAt("2026-03-02"))
		boom := errors.New("boom")
		err := db.Write(context.Background(), func(tx *store.Tx) error {
			if err := store.Departments.Insert(tx, &org.Department{ID: "d1"}); err != nil {
				return err
			}
			return boom
		})
		if !errors.Is(err, boom) {
			t.Fatalf("want the function's own error, got %v", err)
		}
		err = db.Read(context.Background(), func(tx *store.Tx) error { _, err := store.Departments.Get(tx, "d1"); return err })
		if !fault.Is(err, fault.NotFound) {
			t.Errorf("half of it stayed: %v", err)
		}
	})
}

func write(t *testing.T, db *store.DB, f func(*store.Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, db *store.DB, f func(*store.Tx) error) {
	t.Helper()
	if err := db.Read(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}
