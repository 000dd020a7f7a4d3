package planning_test

import (
	"context"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/fault"
	"bihuan/internal/testkit"
)

func TestBulkAssignmentChangesAllOrNone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		rows := func(ids ...string) (out []planning.Seen) {
			for _, id := range ids {
				out = append(out, planning.Seen{ID: id, Version: problem(t, w, id).Version})
			}
			return out
		}
		c := &planning.AssignProblems{InspectionID: "i-bureau", Rows: rows("p1", "p2"), LeadDeptID: "d2",
			LeaderID: planning.ByPortfolio, Due: "2026年5月底前", Measures: true}
		call := action.Call{Actor: w.Actor(t, "clerk")}
		if err := w.Runner.Preview(context.Background(), call, c); err != nil {
			t.Fatal(err)
		}
		if got := c.Changes(); len(got) != 2 || got[0].After.LeaderID != "leader2" || len(got[1].Measures) != 1 {
			t.Errorf("the preview shows %+v", got)
		}
		if problem(t, w, "p1").LeadDeptID != "d1" {
			t.Fatal("the preview changed something")
		}
		w.Must(t, "clerk", &planning.AssignProblems{InspectionID: "i-bureau", Rows: c.Rows, LeadDeptID: "d2",
			LeaderID: planning.ByPortfolio, Due: "2026年5月底前", Measures: true})
		for _, id := range []string{"p1", "p2"} {
			p := problem(t, w, id)
			m := measures(t, w, id)[0]
			if p.LeadDeptID != "d2" || p.LeaderID != "leader2" || p.Deadline != "2026-05-31" || p.OwnerID != "officer" ||
				m.LeadDeptID != "d2" || m.Deadline != "2026-05-31" {
				t.Errorf("%s: %+v, measure %+v", id, p, m)
			}
		}
		if problem(t, w, "p3").LeadDeptID != "d1" {
			t.Error("a problem that was not chosen changed")
		}
		stale := append(rows("p3"), planning.Seen{ID: "p1", Version: 1})
		_, err := w.Do(t, "clerk", &planning.AssignProblems{InspectionID: "i-bureau", Rows: stale, OwnerID: "depthead"})
		if !fault.Is(err, fault.Conflict) || problem(t, w, "p3").OwnerID != "officer" {
			t.Errorf("with one stale row: %v, p3 has %s", err, problem(t, w, "p3").OwnerID)
		}
		_, err = w.Do(t, "clerk", &planning.AssignProblems{InspectionID: "i-bureau", Rows: []planning.Seen{{ID: "other-p1", Version: 1}}, OwnerID: "officer"})
		if !fault.Is(err, fault.NotFound) {
			t.Errorf("a problem of another organisation: %v", err)
		}
		_, err = w.Do(t, "clerk", &planning.AssignProblems{InspectionID: "i-bureau", Rows: rows("p1")})
		if wrong(err)[""] != "assign.nothing" {
			t.Errorf("with nothing to assign: %v", err)
		}
		for _, who := range []string{"depthead", "head", "office"} {
			if err := w.Runner.Preview(context.Background(), action.Call{Actor: w.Actor(t, who)}, c); !fault.Is(err, fault.Denied) {
				t.Errorf("%s sees a preview: %v", who, err)
			}
		}
	})
}
