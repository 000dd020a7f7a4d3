package intake_test

import (
	"bytes"
	"context"
	"os"
	"testing"

	"bihuan/internal/action/intake"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/read"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// proposal reads the market bureau's feedback paper of the example city.
func proposal(t *testing.T) inspection.Feedback {
	t.Helper()
	text, err := os.ReadFile("../../../examples/city/market-bureau/feedback.docx")
	if err != nil {
		t.Fatal(err)
	}
	paper, err := read.Parse(context.Background(), "feedback.docx", bytes.NewReader(text), int64(len(text)), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return intake.Proposal(paper)
}

// third puts a third organisation under inspection, without feedback yet.
func third(t *testing.T, w *testkit.World) string {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		return store.Organisations.Insert(tx, &org.Organisation{ID: "third", Name: "市教育局", ShortName: "市教育局", Kind: org.Bureau})
	})
	return w.Must(t, "office", &intake.AddInspection{RoundID: "round", TeamID: "team1", OrgID: "third", Title: "巡察市教育局党组"})
}

func TestAFeedbackPaperBecomesProblemsInItsOwnWords(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := third(t, w)
		paper := proposal(t)
		feedback := w.Must(t, "team", &intake.ImportFeedback{InspectionID: id, Paper: paper})
		if _, err := w.Do(t, "team", &intake.SealFeedback{ID: feedback, Version: 1}); !fault.Is(err, fault.Conflict) {
			t.Errorf("confirming before the meeting gave %v", err)
		}
		w.Must(t, "office", &intake.RecordFeedback{ID: id, Version: 1, FeedbackOn: "2026-03-09"})
		w.Must(t, "team", &intake.SealFeedback{ID: feedback, Version: 1})
		w.See(t, func(tx *store.Tx) error {
			n, err := tx.Count("SELECT COUNT(*) FROM problem WHERE inspection_id = ?", id)
			if n != 35 {
				t.Errorf("%d problems, want 35", n)
			}
			return err
		})
		if _, err := w.Do(t, "team", &intake.ImportFeedback{InspectionID: id, Paper: paper}); !fault.Is(err, fault.Conflict) {
			t.Errorf("importing over a confirmed paper gave %v", err)
		}
	})
}

func TestADifferenceInTheTotalsHasToBeSeen(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := third(t, w)
		w.Must(t, "office", &intake.RecordFeedback{ID: id, Version: 1, FeedbackOn: "2026-03-09"})
		paper := inspection.Feedback{FileName: "f.txt", Stated: []inspection.Total{{Unit: "问题", Count: 2}},
			Draft: []inspection.DraftNode{{Kind: inspection.KindProblem, Title: "台账不全"}}}
		feedback := w.Must(t, "office", &intake.ImportFeedback{InspectionID: id, Paper: paper})
		if _, err := w.Do(t, "office", &intake.SealFeedback{ID: feedback, Version: 1}); !fault.Is(err, fault.Invalid) {
			t.Errorf("got %v", err)
		}
		w.Must(t, "office", &intake.SealFeedback{ID: feedback, Version: 1, Different: true})
	})
}

func TestAnotherTeamAndTheBureauCannotTouchTheProposal(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := third(t, w)
		feedback := w.Must(t, "team", &intake.ImportFeedback{InspectionID: id, Paper: inspection.Feedback{FileName: "f.txt",
			Draft: []inspection.DraftNode{{Kind: inspection.KindProblem, Title: "甲。", Text: "乙。丙。"}}}})
		var key string
		w.See(t, func(tx *store.Tx) error {
			f, err := store.Feedbacks.Get(tx, feedback)
			key = f.Draft[0].Key
			return err
		})
		split := func() *intake.MendFeedback {
			return &intake.MendFeedback{ID: feedback, Version: 1, Node: key, Op: "split", At: 2}
		}
		for _, account := range []string{"team2", "clerk", "sysadmin"} {
			if _, err := w.Do(t, account, split()); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s: got %v", account, err)
			}
		}
		w.Must(t, "team", split())
		if _, err := w.Do(t, "office", split()); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale change gave %v", err)
		}
	})
}
