package handover_test

import (
	"errors"
	"testing"

	"bihuan/internal/action/handover"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func wrong(err error) map[string]string {
	out := map[string]string{}
	var f *fault.Error
	if errors.As(err, &f) {
		for _, field := range f.Fields {
			out[field.Name] = field.Code
		}
	}
	return out
}

func problem(t *testing.T, w *testkit.World, id string) (p work.Problem) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { p, err = store.Problems.Get(tx, id); return err })
	return p
}

func tenures(t *testing.T, w *testkit.World, id string) (out []work.Tenure) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) {
		out, err = store.Tenures.List(tx, "WHERE record_id = ? ORDER BY from_on", id)
		return err
	})
	return out
}

func TestBothSidesConfirmBeforeResponsibilityMoves(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &handover.Open{InspectionID: "i-bureau", Kind: work.OfOfficer, FromID: "officer", On: "2026-03-09",
			Reason: "岗位交流", ToID: "depthead2", Rows: []handover.Row{{RecordID: "p2", ToID: "depthead"}}})
		for _, who := range []string{"clerk", "head", "leader", "resident"} {
			if _, err := w.Do(t, who, &handover.Confirm{ID: id}); !fault.Is(err, fault.Denied) {
				t.Errorf("%s confirms: %v", who, err)
			}
		}
		if _, err := w.Do(t, "other-officer", &handover.Confirm{ID: id}); !fault.Is(err, fault.NotFound) {
			t.Errorf("another organisation confirms: %v", err)
		}
		w.Must(t, "officer", &handover.Confirm{ID: id})
		w.Must(t, "depthead2", &handover.Confirm{ID: id, Note: "台账齐全"})
		if p := problem(t, w, "p1"); p.OwnerID != "officer" {
			t.Errorf("it moved before everybody confirmed: %s", p.OwnerID)
		}
		if _, err := w.Do(t, "depthead2", &handover.Confirm{ID: id}); !fault.Is(err, fault.Denied) {
			t.Errorf("twice: %v", err)
		}
		w.Must(t, "depthead", &handover.Confirm{ID: id})
		if a, b := problem(t, w, "p1").OwnerID, problem(t, w, "p2").OwnerID; a != "depthead2" || b != "depthead" {
			t.Errorf("owners %s and %s", a, b)
		}
		past := tenures(t, w, "p1")
		if len(past) != 2 || past[0].HolderID != "officer" || past[0].Until != "2026-03-08" || past[1].From != "2026-03-09" {
			t.Errorf("history %+v", past)
		}
		for day, want := range map[string]string{"2026-03-05": "officer", "2026-03-08": "officer", "2026-03-09": "depthead2", "2026-05-01": "depthead2"} {
			if got := work.HolderOn(past, problem(t, w, "p1").OwnerID, workday.Date(day)); got != want {
				t.Errorf("on %s %s answers", day, got)
			}
		}
	})
}

func TestAHandOverLeavesNothingBehind(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		open := func(c handover.Open) error {
			c.InspectionID = "i-bureau"
			_, err := w.Do(t, "clerk", &c)
			return err
		}
		base := handover.Open{Kind: work.OfLeader, FromID: "leader", On: "2026-03-10", Reason: "调离", ToID: "leader2"}
		for name, c := range map[string]struct {
			change func(*handover.Open)
			field  string
			code   string
		}{
			"nobody":  {func(o *handover.Open) { o.ToID = "" }, "to", "handover.nobody"},
			"itself":  {func(o *handover.Open) { o.ToID = "leader" }, "to", "handover.self"},
			"foreign": {func(o *handover.Open) { o.ToID = "other-leader" }, "to", "field.unknown-choice"},
			"nothing": {func(o *handover.Open) { o.FromID = "resident" }, "from", "handover.nothing"},
			"reason":  {func(o *handover.Open) { o.Reason = "" }, "reason", "field.required"},
		} {
			o := base
			c.change(&o)
			if got := wrong(open(o))[c.field]; got != c.code {
				t.Errorf("%s: %q", name, got)
			}
		}
		if err := open(base); err != nil {
			t.Fatal(err)
		}
		if got := wrong(open(base))["from"]; got != "handover.waiting" {
			t.Errorf("a second one: %q", got)
		}
		var items []work.HandOverItem
		w.See(t, func(tx *store.Tx) (err error) { items, err = store.HandOverItems.List(tx, ""); return err })
		if len(items) != 6 {
			t.Errorf("%d items: three problems and three measures are open", len(items))
		}
	})
}

func TestADepartmentIsHandedOverByItsHeads(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &handover.Open{InspectionID: "i-bureau", Kind: work.OfDepartment, FromID: "d1", On: "2026-03-11", Reason: "职能调整", ToID: "d2"})
		w.Must(t, "depthead", &handover.Confirm{ID: id})
		if _, err := w.Do(t, "depthead2", &handover.Confirm{ID: id}); !fault.Is(err, fault.Conflict) {
			t.Errorf("taken over before the day: %v", err)
		}
		w.Clock.Set("2026-03-11")
		w.Must(t, "depthead2", &handover.Confirm{ID: id})
		if p := problem(t, w, "p3"); p.LeadDeptID != "d2" || p.LeaderID != "leader" {
			t.Errorf("the problem is %+v", p)
		}
		if _, err := w.Do(t, "clerk", &handover.Withdraw{ID: id, Version: 2}); !fault.Is(err, fault.Conflict) {
			t.Errorf("withdrawn afterwards: %v", err)
		}
	})
}
