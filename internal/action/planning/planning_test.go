package planning_test

import (
	"errors"
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func problem(t *testing.T, w *testkit.World, id string) work.Problem {
	t.Helper()
	var p work.Problem
	w.See(t, func(tx *store.Tx) (err error) { p, err = store.Problems.Get(tx, id); return err })
	return p
}

func measures(t *testing.T, w *testkit.World, problemID string) []work.Measure {
	t.Helper()
	var out []work.Measure
	w.See(t, func(tx *store.Tx) (err error) {
		out, err = store.Measures.List(tx, "WHERE problem_id = ? ORDER BY seq", problemID)
		return err
	})
	return out
}

// wrong gives the codes of the wrong fields by name.
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

func assignment(p work.Problem) *planning.AssignProblem {
	return &planning.AssignProblem{ID: p.ID, Version: p.Version, LeaderID: p.LeaderID, LeadDeptID: p.LeadDeptID,
		AssistDepts: p.AssistDepts, OwnerID: p.OwnerID, Due: p.Deadline.Chinese()}
}

func TestADeadlineLiesInTheTimeForRectificationOrHasAReason(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		for due, code := range map[string]string{
			"2026-03-01": "deadline.too-early", "2026年12月底前": "deadline.too-late", "尽快": "deadline.unreadable",
			"2026年8月底前": "", "长期坚持": "", "": "",
		} {
			c := assignment(problem(t, w, "p1"))
			c.Due = due
			_, err := w.Do(t, "clerk", c)
			if got := wrong(err)["due"]; got != code || code == "" && err != nil {
				t.Errorf("%s: %v", due, err)
			}
		}
		c := assignment(problem(t, w, "p1"))
		c.Due, c.Reason = "2026-12-31", "需市人大修订办法"
		w.Must(t, "clerk", c)
		if p := problem(t, w, "p1"); p.Deadline != "2026-12-31" || p.FirstDeadline != "2026-12-31" {
			t.Errorf("deadline %s, first %s", p.Deadline, p.FirstDeadline)
		}
	})
}

func TestAfterTheIssueOnlyAnExtensionMovesADeadline(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Write(t, func(tx *store.Tx) error {
			return store.PlanVersions.Insert(tx, &plan.Version{ID: "v1", OrgID: "bureau", InspectionID: "i-bureau", Number: 1, State: plan.Issued})
		})
		c := assignment(problem(t, w, "p1"))
		c.Due, c.Reason = "2026-07-31", "工作需要"
		if _, err := w.Do(t, "clerk", c); wrong(err)["due"] != "deadline.fixed" {
			t.Errorf("got %v", err)
		}
		same := assignment(problem(t, w, "p1"))
		same.OwnerID = "depthead"
		w.Must(t, "clerk", same)
	})
}

func TestTheLeaderIsFoundByPortfolio(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		c := assignment(problem(t, w, "p1"))
		c.LeaderID, c.LeadDeptID = planning.ByPortfolio, "d2"
		w.Must(t, "clerk", c)
		if p := problem(t, w, "p1"); p.LeaderID != "leader2" {
			t.Errorf("the leader is %q", p.LeaderID)
		}
		c = assignment(problem(t, w, "p1"))
		c.LeaderID, c.LeadDeptID = planning.ByPortfolio, ""
		if _, err := w.Do(t, "clerk", c); wrong(err)["leader_id"] != "assign.no-portfolio" {
			t.Errorf("without a department: %v", err)
		}
	})
}

func TestPeopleOfAnotherOrganisationAreNoChoice(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		c := assignment(problem(t, w, "p1"))
		c.LeaderID, c.LeadDeptID, c.OwnerID, c.AssistDepts = "other-leader", "other-d1", "nobody", []string{"other-d2"}
		_, err := w.Do(t, "clerk", c)
		if got := wrong(err); len(got) != 4 {
			t.Errorf("refused only %v", got)
		}
	})
}

func TestWhoMayPlanWhat(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		for _, c := range []struct {
			account      string
			edit, assign fault.Kind
		}{
			{"clerk", fault.Internal, fault.Internal}, {"depthead", fault.Internal, fault.Denied},
			{"depthead2", fault.Denied, fault.Denied}, {"officer", fault.Denied, fault.Denied},
			{"head", fault.Denied, fault.Denied}, {"office", fault.Denied, fault.Denied},
			{"other-clerk", fault.NotFound, fault.NotFound}, {"auditor", fault.NotFound, fault.NotFound},
		} {
			p := problem(t, w, "p1")
			_, err := w.Do(t, c.account, &planning.EditProblem{ID: "p1", Version: p.Version, Cause: "认识不到位", Category: "thinking"})
			if fault.Of(err) != c.edit {
				t.Errorf("%s edits: %v", c.account, err)
			}
			_, err = w.Do(t, c.account, assignment(problem(t, w, "p1")))
			if fault.Of(err) != c.assign {
				t.Errorf("%s assigns: %v", c.account, err)
			}
		}
	})
}

func TestAStaleEditIsRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		seen := problem(t, w, "p1")
		w.Must(t, "clerk", &planning.EditProblem{ID: "p1", Version: seen.Version, Goal: "整改办的目标"})
		_, err := w.Do(t, "depthead", &planning.EditProblem{ID: "p1", Version: seen.Version, Goal: "科室的目标"})
		if !fault.Is(err, fault.Conflict) || problem(t, w, "p1").Goal != "整改办的目标" {
			t.Errorf("got %v, goal %q", err, problem(t, w, "p1").Goal)
		}
	})
}

func TestAClosedProblemIsNotPlannedAnyMore(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Write(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if err != nil {
				return err
			}
			p.ClosedOn = "2026-03-09"
			return store.Problems.Update(tx, &p)
		})
		p := problem(t, w, "p1")
		add := &planning.AddMeasure{ProblemID: "p1"}
		add.Kind, add.Text = "direct", "再补一条"
		edit := &planning.EditMeasure{ID: "m1", Version: 1}
		edit.Kind, edit.Text = "direct", "改写"
		for name, err := range map[string]error{
			"edit":   do(w.Do(t, "clerk", &planning.EditProblem{ID: "p1", Version: p.Version})),
			"assign": do(w.Do(t, "clerk", assignment(p))),
			"bulk": do(w.Do(t, "clerk", &planning.AssignProblems{InspectionID: "i-bureau", OwnerID: "officer",
				Rows: []planning.Seen{{ID: "p1", Version: p.Version}}})),
			"add":    do(w.Do(t, "clerk", add)),
			"change": do(w.Do(t, "clerk", edit)),
			"remove": do(w.Do(t, "clerk", &planning.RemoveMeasure{ID: "m1"})),
			"steps":  do(w.Do(t, "clerk", &planning.SaveSteps{MeasureID: "m1"})),
		} {
			if !fault.Is(err, fault.Conflict) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func do(_ any, err error) error { return err }
