package party_test

import (
	"testing"

	"bihuan/internal/action/party"
	domain "bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestARegulationAnswersProblemsOfItsOwnInspectionOnly(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		enter := func(problem, department string) *party.AddRegulation {
			return &party.AddRegulation{InspectionID: "i-bureau", Regulation: party.Regulation{Title: "《公务接待管理办法》", Change: regulation.Enact,
				State: regulation.InForce, IssuedOn: "2026-03-09", DepartmentID: department, Problems: []string{problem, problem}}}
		}
		id := w.Must(t, "clerk", enter("p1", "d1"))
		w.See(t, func(tx *store.Tx) error {
			r, err := store.Regulations.Get(tx, id)
			if r.Title != "公务接待管理办法" || len(r.Problems) != 1 {
				t.Errorf("kept as %+v", r)
			}
			return err
		})
		if _, err := w.Do(t, "clerk", enter("other-p1", "d1")); !fault.Is(err, fault.Invalid) {
			t.Errorf("a problem of another bureau gave %v", err)
		}
		w.Must(t, "depthead", enter("p2", "d1"))
		if _, err := w.Do(t, "depthead", enter("p2", "d2")); !fault.Is(err, fault.Denied) {
			t.Errorf("a department head for another department gave %v", err)
		}
		if _, err := w.Do(t, "office", enter("p1", "d1")); !fault.Is(err, fault.Denied) {
			t.Errorf("the inspection office gave %v", err)
		}
	})
}

func TestLinkedWorkThatHappenedCannotLieAhead(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		enter := func(kind domain.LinkedKind) *party.AddLinked {
			return &party.AddLinked{InspectionID: "i-bureau", Linked: party.Linked{Kind: kind, Title: "端午节前纪律检查", On: "2026-06-15"}}
		}
		if _, err := w.Do(t, "clerk", enter(domain.LinkedDiscipline)); !fault.Is(err, fault.Invalid) {
			t.Errorf("a check in the future gave %v", err)
		}
		w.Must(t, "clerk", enter(domain.LinkedPlan))
	})
}
