package evaluating_test

import (
	"testing"

	"bihuan/internal/action/evaluating"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// world is the world with a second one at the office, a shared plan and a
// scheme of two items.
func world(t *testing.T, url string) (*testkit.World, string) {
	w := testkit.NewWorld(t, url)
	w.Write(t, func(tx *store.Tx) error {
		i, err := store.Inspections.Get(tx, "i-bureau")
		if err != nil {
			return err
		}
		i.PlanSharedOn = "2026-03-09"
		if err := store.Inspections.Update(tx, &i); err != nil {
			return err
		}
		a, err := store.Accounts.Get(tx, "office")
		if err != nil {
			return err
		}
		a.ID, a.Login, a.Name = "office2", "office2", "另一位"
		if err := store.Accounts.Insert(tx, &a); err != nil {
			return err
		}
		return store.Grants.Insert(tx, &org.Grant{ID: "g-office2", AccountID: "office2", Role: org.RoleOffice, OrgID: "office", From: "2024-01-01"})
	})
	id := w.Must(t, "office", &evaluating.SaveScheme{OfficeID: "office", Title: "评估表", Vetoes: []string{"虚假整改"},
		Items:  []evaluating.ItemInput{{Text: "完成率", Mode: evaluation.Score, Max: "90", Fact: evaluation.FactDone}, {Text: "疑点", Mode: evaluation.Deduct, Max: "10"}, {}},
		Grades: []evaluating.GradeInput{{Name: "好", From: "80"}, {Name: "差", From: "0"}}})
	return w, id
}

func opened(t *testing.T, w *testkit.World, scheme string) string {
	t.Helper()
	w.Must(t, "office", &evaluating.Open{RoundID: "round", SchemeID: scheme, Inspections: []string{"i-bureau"}, CutOff: "2026-03-10", DueOn: "2026-03-20"})
	return get(t, w, "").ID
}

func get(t *testing.T, w *testkit.World, _ string) (e evaluation.Evaluation) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) {
		e, err = store.Evaluations.One(tx, "WHERE inspection_id = ?", "i-bureau")
		return err
	})
	return e
}

func rows(a, b, why string) []evaluating.MarkInput {
	return []evaluating.MarkInput{{Item: "i1", Points: a, Words: why}, {Item: "i2", Points: b, Words: why}}
}

// From the scheme to the result: three people of two houses, an objection, and
// nobody judges his own marks.
func TestAnEvaluationFromItsSchemeToItsResult(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, scheme := world(t, url)
		id := opened(t, w, scheme)
		if _, err := w.Do(t, "clerk", &evaluating.SaveSelf{ID: id, Version: 1, Marks: rows("90", "0", ""), Send: true}); !fault.Is(err, fault.Invalid) {
			t.Errorf("sent without a basis: %v", err)
		}
		if _, err := w.Do(t, "clerk", &evaluating.SaveSelf{ID: id, Version: 1, Marks: rows("91", "0", "台账")}); !fault.Is(err, fault.Invalid) {
			t.Errorf("more than the item's points: %v", err)
		}
		w.Must(t, "clerk", &evaluating.SaveSelf{ID: id, Version: 1, Marks: rows("90", "", "台账")})
		if _, err := w.Do(t, "office", &evaluating.Review{ID: id, Version: 2, Marks: rows("85", "2", "两项不实"), Send: true}); !fault.Is(err, fault.Conflict) {
			t.Errorf("reviewed before it was sent: %v", err)
		}
		w.Must(t, "clerk", &evaluating.SaveSelf{ID: id, Version: 2, Marks: rows("90", "0", "台账"), Send: true})
		w.Must(t, "office", &evaluating.Return{ID: id, Version: 3, Reason: "依据不具体"})
		w.Must(t, "head", &evaluating.SaveSelf{ID: id, Version: 4, Marks: rows("88", "0", "销号台账第1至3项"), Send: true})
		w.Must(t, "office", &evaluating.Review{ID: id, Version: 5, Marks: rows("85", "10", "两项不实"), Send: true})
		if e := get(t, w, id); e.State != evaluation.Discussed || e.AnswerUntil != "2026-03-17" {
			t.Errorf("after the review: %s, until %s", e.State, e.AnswerUntil)
		}
		if _, err := w.Do(t, "office2", &evaluating.Close{ID: id, Version: 6}); !fault.Is(err, fault.Conflict) {
			t.Errorf("closed before the organisation could answer: %v", err)
		}
		w.Must(t, "clerk", &evaluating.Answer{ID: id, Version: 6, Objects: true, Objection: "疑点已说明"})
		w.Must(t, "office", &evaluating.Review{ID: id, Version: 7, Marks: rows("85", "2", "一项采纳"), Reply: "采纳一项", Send: true})
		w.Must(t, "clerk", &evaluating.Answer{ID: id, Version: 8})
		if _, err := w.Do(t, "office", &evaluating.Close{ID: id, Version: 9}); !fault.Is(err, fault.Conflict) {
			t.Errorf("the reviewer fixed his own result: %v", err)
		}
		w.Must(t, "office2", &evaluating.Close{ID: id, Version: 9})
		if e := get(t, w, id); e.Total != 830 || e.Grade != "好" || e.FinalOn != "2026-03-10" {
			t.Errorf("%s %s on %s", e.Total, e.Grade, e.FinalOn)
		}
		w.See(t, func(tx *store.Tx) error {
			i, err := store.Inspections.Get(tx, "i-bureau")
			if err == nil && i.EvaluatedOn != "2026-03-10" {
				t.Errorf("the stage is not done: %q", i.EvaluatedOn)
			}
			return err
		})
	})
}

func TestAnEditedSchemeLeavesEarlierEvaluationsTheirs(t *testing.T) {
	w, scheme := world(t, t.TempDir()+"/b.db")
	opened(t, w, scheme)
	next := &evaluating.SaveScheme{ID: scheme, Title: "评估表", Grades: []evaluating.GradeInput{{Name: "好", From: "0"}},
		Items: []evaluating.ItemInput{{Key: "i2", Text: "疑点", Mode: evaluation.Score, Max: "100"}, {Key: "made up", Text: "新项", Mode: evaluation.Bonus, Max: "5"}}}
	id := w.Must(t, "office", next)
	if _, err := w.Do(t, "office", &evaluating.SaveScheme{ID: scheme, Title: "旧页面", Items: next.Items, Grades: next.Grades}); !fault.Is(err, fault.Conflict) {
		t.Errorf("an old version was edited: %v", err)
	}
	if e := get(t, w, ""); e.SchemeID != scheme {
		t.Error("the evaluation took the new version")
	}
	w.See(t, func(tx *store.Tx) error {
		s, err := store.Schemes.Get(tx, id)
		if err == nil && (s.Number != 2 || s.Items[0].Key != "i2" || s.Items[1].Key != "i3") {
			t.Errorf("version %d with %v", s.Number, s.Items)
		}
		return err
	})
}

func TestSilenceCountsAsAgreementWhenTheTimeIsOver(t *testing.T) {
	w, scheme := world(t, t.TempDir()+"/b.db")
	id := opened(t, w, scheme)
	w.Must(t, "clerk", &evaluating.SaveSelf{ID: id, Version: 1, Marks: rows("90", "0", "台账"), Send: true})
	w.Must(t, "office", &evaluating.Review{ID: id, Version: 2, Marks: rows("90", "0", ""), Vetoes: []string{"v1"}, VetoReason: "编造材料", Send: true})
	w.Clock.Set(workday.Date("2026-03-18"))
	w.Must(t, "office2", &evaluating.Close{ID: id, Version: 3})
	if e := get(t, w, id); e.Grade != "差" || e.Total != 900 {
		t.Errorf("with a veto: %s %s", e.Total, e.Grade)
	}
}

func TestWhoMayNot(t *testing.T) {
	w, scheme := world(t, t.TempDir()+"/b.db")
	id := opened(t, w, scheme)
	for login, want := range map[string]fault.Kind{"other-clerk": fault.NotFound, "team": fault.Denied, "officer": fault.Denied, "office": fault.Denied} {
		if _, err := w.Do(t, login, &evaluating.SaveSelf{ID: id, Version: 1}); !fault.Is(err, want) {
			t.Errorf("%s: %v", login, err)
		}
	}
	if _, err := w.Do(t, "clerk", &evaluating.SaveScheme{OfficeID: "bureau", Title: "自己的"}); !fault.Is(err, fault.NotFound) {
		t.Errorf("an organisation made a scheme: %v", err)
	}
	if _, err := w.Do(t, "office", &evaluating.Open{RoundID: "round", SchemeID: scheme, Inspections: []string{"i-other"}, CutOff: "2026-03-10", DueOn: "2026-03-20"}); !fault.Is(err, fault.Invalid) {
		t.Errorf("opened before its plan was shared: %v", err)
	}
}
