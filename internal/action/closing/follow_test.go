package closing_test

import (
	"context"
	"slices"
	"testing"

	"bihuan/internal/action/closing"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestWhatMustBeKeptUpIsFollowedUpAfterTheSignOff(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := readyWorld(t, url)
		w.Write(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if err != nil {
				return err
			}
			p.LongTerm = true
			return store.Problems.Update(tx, &p)
		})
		signed(t, w, w.Must(t, "officer", &closing.Apply{ProblemID: "p1", Statement: "完成，长期坚持"}))
		if p := problem(t, w); p.FollowDue != "2026-09-10" {
			t.Fatalf("the first follow-up is due %q", p.FollowDue)
		}
		answer := func() *closing.RecordFollowUp {
			return &closing.RecordFollowUp{ProblemID: "p1", Version: problem(t, w).Version, On: "2026-09-05", Kept: domain.StillKept, Body: "台账每月抽查", Proof: []string{evidenceOf(t, w)}}
		}
		if _, err := w.Do(t, "officer", answer()); code(err) != "follow.early" {
			t.Errorf("half a year early: %v", err)
		}
		w.Clock.Set("2026-09-06")
		bare := answer()
		bare.Proof = nil
		if _, err := w.Do(t, "officer", bare); !slices.Contains(fields(err), "proof") {
			t.Errorf("kept up without proof: %v", err)
		}
		w.Must(t, "officer", answer())
		w.Clock.Set("2027-10-01") // the one of March was missed, that of September as well
		if n := missed(t, w); n != 1 {
			t.Errorf("%d problems with a missed follow-up", n)
		}
		late := answer()
		late.On = "2027-09-30"
		w.Must(t, "clerk", late)
		card := cardOf(t, w)
		states := []domain.FollowState{}
		for _, d := range card.Days {
			states = append(states, d.State)
		}
		if !slices.Equal(states, []domain.FollowState{domain.FollowAnswered, domain.FollowMissed, domain.FollowAnswered, domain.FollowComing}) || card.Missed() != 1 {
			t.Errorf("the follow-ups are %v", states)
		}
		if n := missed(t, w); n != 0 {
			t.Errorf("%d problems with a missed follow-up after it was answered", n)
		}
		ends(t, w)
	})
}

// ends asks for the end and has it decided.
func ends(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Must(t, "clerk", &closing.AskFollowEnd{ProblemID: "p1", Reason: "制度已执行两年"})
	if _, err := w.Do(t, "head", &closing.AskFollowEnd{ProblemID: "p1", Reason: "再申请"}); code(err) != "follow.end.asked-already" {
		t.Errorf("asked twice: %v", err)
	}
	id := ""
	w.See(t, func(tx *store.Tx) error {
		e, err := store.FollowEnds.One(tx, "WHERE problem_id = 'p1'")
		id = e.ID
		return err
	})
	if _, err := w.Do(t, "clerk", &closing.DecideFollowEnd{ID: id, Version: 1, Agree: true, Opinion: "同意", Basis: "会议"}); !fault.Is(err, fault.Denied) {
		t.Errorf("the organisation decides for itself: %v", err)
	}
	if _, err := w.Do(t, "office", &closing.DecideFollowEnd{ID: id, Version: 1, Agree: true, Opinion: "同意"}); !slices.Contains(fields(err), "basis") {
		t.Errorf("ended without a decision: %v", err)
	}
	w.Must(t, "office", &closing.DecideFollowEnd{ID: id, Version: 1, Agree: true, Opinion: "同意", Basis: "巡察办主任办公会〔2027〕9号"})
	if p := problem(t, w); p.FollowDue != "" || p.FollowEndedOn != "2027-10-01" {
		t.Errorf("after the end: %+v", p)
	}
}

func missed(t *testing.T, w *testkit.World) (n int) {
	t.Helper()
	err := w.Reader.See(context.Background(), w.Actor(t, "clerk"), func(v *query.View) error {
		c, err := v.CountProblems("i-bureau")
		if err != nil {
			return err
		}
		list, err := query.Problems(v, query.ListIn{Inspection: "i-bureau", Filter: query.WorkFilter{Due: query.DueMissed}})
		if n = c.FollowMissed; n != len(list.Rows) {
			t.Errorf("the figure says %d, its list has %d", n, len(list.Rows))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func cardOf(t *testing.T, w *testkit.World) (c query.FollowCard) {
	t.Helper()
	err := w.Reader.See(context.Background(), w.Actor(t, "clerk"), func(v *query.View) error {
		p, err := query.Problem(v, "p1")
		c = p.Work.Follow
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}
