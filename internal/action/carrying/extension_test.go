package carrying_test

import (
	"testing"

	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func ask(date workday.Date) *carrying.AskExtension {
	return &carrying.AskExtension{ProblemID: "p1", Reason: "编制未批", DoneSoFar: "场地落实", RestPlan: "批复后一月内完成", Safeguards: "专人负责", NewDate: date}
}

func TestLevelsDecideOneAfterTheOther(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		w.Write(t, func(tx *store.Tx) error {
			i, err := store.Inspections.Get(tx, "i-bureau")
			if err != nil {
				return err
			}
			i.PlanSharedOn, i.PlanIssuedOn = "2026-03-04", "2026-03-04"
			return store.Inspections.Update(tx, &i)
		})
		id := w.Must(t, "officer", ask("2026-10-30")) // 122 days: leader, head, office
		for _, step := range []struct {
			by   string
			want fault.Kind // Internal: allowed
		}{{"officer", fault.Denied}, {"leader2", fault.Denied}, {"office", fault.Denied}, {"other-head", fault.NotFound},
			{"leader", fault.Internal}, {"leader", fault.Denied}, {"office", fault.Denied}, {"head", fault.Internal}, {"head", fault.Denied}, {"office", fault.Internal}, {"office", fault.Conflict}} {
			var e work.Extension
			w.See(t, func(tx *store.Tx) (err error) { e, err = store.Extensions.Get(tx, id); return err })
			_, err := w.Do(t, step.by, &carrying.DecideExtension{ID: id, Version: e.Version, Agree: true, Opinion: "同意"})
			if fault.Of(err) != step.want {
				t.Errorf("%s at level %d: %v", step.by, e.Level, err)
			}
		}
		w.See(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if p.Deadline != "2026-10-30" || p.FirstDeadline != "2026-06-30" || p.Extended != 1 {
				t.Errorf("%+v", p)
			}
			n, _ := tx.Count("SELECT COUNT(*) FROM extension_decision WHERE extension_id = ?", id)
			if n != 3 {
				t.Errorf("%d decisions are on record", n)
			}
			return err
		})
		if _, err := w.Do(t, "officer", ask("2026-12-31")); !names(err, "new_date") {
			t.Errorf("more than the days allowed in all: %v", err)
		}
	})
}

func TestARefusalNeedsAReasonAndMovesNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		id := w.Must(t, "officer", ask("2026-07-20"))
		if _, err := w.Do(t, "officer", ask("2026-07-20")); !fault.Is(err, fault.Conflict) {
			t.Errorf("asked twice: %v", err)
		}
		if _, err := w.Do(t, "leader", &carrying.DecideExtension{ID: id, Version: 1}); !names(err, "opinion") {
			t.Errorf("without a reason: %v", err)
		}
		w.Must(t, "leader", &carrying.DecideExtension{ID: id, Version: 1, Opinion: "能按期完成"})
		w.See(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if p.Deadline != "2026-06-30" || p.Extended != 0 {
				t.Errorf("%+v", p)
			}
			return err
		})
	})
}
