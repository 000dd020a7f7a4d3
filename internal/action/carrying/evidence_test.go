package carrying_test

import (
	"testing"

	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func proof(name string) *carrying.AddEvidence {
	return &carrying.AddEvidence{ProblemID: "p1", SpeaksFor: "2026-03-08", File: carrying.File{Name: name, Hash: name, Size: 3}}
}

func standing(t *testing.T, w *testkit.World, problem string) (names []string) {
	t.Helper()
	w.See(t, func(tx *store.Tx) error {
		files, err := store.EvidenceOf(tx, problem)
		for _, e := range files {
			names = append(names, e.Name)
		}
		return err
	})
	return names
}

func TestANewVersionSupersedesAndTheOldOneStays(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		old := w.Must(t, "officer", proof("一.pdf"))
		next := proof("二.pdf")
		next.Replaces = old
		id := w.Must(t, "officer", next)
		if got := standing(t, w, "p1"); len(got) != 1 || got[0] != "二.pdf" {
			t.Errorf("standing: %v", got)
		}
		page, err := see(t, w, "clerk", query.Evidence, old)
		if err != nil || len(page.Versions) != 2 || page.Versions[0].ID != id || page.Evidence.State != work.EvidenceSuperseded {
			t.Errorf("%+v, %v", page.Versions, err)
		}
		if _, err := w.Do(t, "officer", next); !fault.Is(err, fault.Conflict) {
			t.Errorf("superseded twice: %v", err)
		}
	})
}

func TestEvidenceIsReviewedByAnotherPerson(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		id := w.Must(t, "clerk", proof("一.pdf"))
		for account, want := range map[string]fault.Kind{"clerk": fault.Denied, "officer": fault.Denied, "depthead2": fault.Denied, "other-clerk": fault.NotFound} {
			if _, err := w.Do(t, account, &carrying.ReviewEvidence{ID: id, Version: 1, Accept: true}); !fault.Is(err, want) {
				t.Errorf("%s: %v", account, err)
			}
		}
		if _, err := w.Do(t, "depthead", &carrying.ReviewEvidence{ID: id, Version: 1}); !names(err, "opinion") {
			t.Errorf("returned without a reason: %v", err)
		}
		w.Must(t, "depthead", &carrying.ReviewEvidence{ID: id, Version: 1, Opinion: "没有公章"})
		if got := standing(t, w, "p1"); len(got) != 0 {
			t.Errorf("a returned file stands: %v", got)
		}
	})
}

func TestOneProofForSeveralProblems(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := issued(t, url)
		id := w.Must(t, "officer", proof("一.pdf"))
		for problem, want := range map[string]bool{"p1": false, "other-p1": false, "nowhere": false} {
			if _, err := w.Do(t, "officer", &carrying.LinkEvidence{ID: id, ProblemID: problem}); (err == nil) != want {
				t.Errorf("%s: %v", problem, err)
			}
		}
		w.Must(t, "officer", &carrying.LinkEvidence{ID: id, ProblemID: "p2"})
		if got := standing(t, w, "p2"); len(got) != 1 {
			t.Errorf("p2: %v", got)
		}
		page, err := see(t, w, "clerk", query.Problem, "p2")
		if err != nil || len(page.Work.Evidence) != 1 || !page.Work.Evidence[0].Guest || page.Work.Evidence[0].CanWithdraw {
			t.Errorf("%+v, %v", page.Work.Evidence, err)
		}
		if _, err := see(t, w, "other-clerk", query.Evidence, id); !fault.Is(err, fault.NotFound) {
			t.Errorf("another organisation sees it: %v", err)
		}
	})
}
