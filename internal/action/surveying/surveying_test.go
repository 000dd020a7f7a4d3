package surveying_test

import (
	"context"
	"sync"
	"testing"

	"bihuan/internal/action/surveying"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/survey"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

var questions = []surveying.QuestionInput{{Text: "总体评价", Choices: []string{"满意*", "一般", "不满意"}}, {Text: "公开透明", Choices: []string{"满意*", "不满意"}}}

// world has an open survey about the bureau and a second one at the office.
func world(t *testing.T, url string) (*testkit.World, string) {
	t.Helper()
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
		a.ID, a.Login = "office2", "office2"
		if err := store.Accounts.Insert(tx, &a); err != nil {
			return err
		}
		return store.Grants.Insert(tx, &org.Grant{ID: "g-office2", AccountID: "office2", Role: org.RoleOffice, OrgID: "office", From: "2024-01-01"})
	})
	id := w.Must(t, "office", &surveying.Save{InspectionID: "i-bureau", Title: "整改满意度测评", Audience: "机关干部", OpensOn: "2026-03-10", ClosesOn: "2026-03-12",
		Least: 5, Questions: questions})
	w.Must(t, "office", &surveying.Open{ID: id, Version: 1})
	return w, id
}

func issue(t *testing.T, w *testkit.World, id string, n int) []string {
	t.Helper()
	cmd := &surveying.Issue{ID: id, Receiver: "机关干部", Size: n}
	w.Must(t, "office", cmd)
	return cmd.Codes()
}

func page(t *testing.T, w *testkit.World, login, id string) query.SurveyPage {
	t.Helper()
	p, err := query.Page(context.Background(), w.Reader, w.Actor(t, login), query.SurveyOf, id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func answer(w *testkit.World, code string, ticks map[string]string) error {
	return surveying.Answer(context.Background(), w.Runner, code, ticks)
}

func TestASurveyFromItsQuestionsToItsResult(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, id := world(t, url)
		codes := issue(t, w, id, 8)
		for n, ticks := range []map[string]string{{"q1": "a", "q2": "a"}, {"q1": "a", "q2": "b"}, {"q1": "b"}, {"q1": "c", "q2": "a"}, {}} {
			if err := answer(w, codes[n], ticks); err != nil {
				t.Fatal(n, err)
			}
		}
		if err := answer(w, codes[0], map[string]string{"q1": "c"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("a used code was taken: %v", err)
		}
		if err := answer(w, codes[6], map[string]string{"q1": "z"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a choice that is not there was taken: %v", err)
		}
		if p := page(t, w, "office", id); len(p.Lines) != 0 || p.Returned.Screen != 5 || p.Blank != 1 {
			t.Errorf("while it is open: %d lines, %d returned, %d blank", len(p.Lines), p.Returned.Screen, p.Blank)
		}
		paper(t, w, id)
		batch := page(t, w, "office", id).Batches[0]
		w.Must(t, "office", &surveying.Void{ID: batch.ID, Version: 1, Reason: "未发出"})
		if err := answer(w, codes[7], nil); !fault.Is(err, fault.NotFound) {
			t.Errorf("a void code was taken: %v", err)
		}
		w.Must(t, "office", &surveying.Close{ID: id, Version: 2})
		p := page(t, w, "clerk", id)
		if p.Issued.Screen != 5 || p.Issued.Paper != 10 || p.Returned.All() != 14 || p.Invalid != 1 || p.Blank != 2 || p.Valid() != 11 {
			t.Errorf("%+v %+v, %d invalid, %d blank, %d valid", p.Issued, p.Returned, p.Invalid, p.Blank, p.Valid())
		}
		if l := p.Lines[0]; l.Counts[0] != 2+5 || l.Counts[1] != 1+1 || l.Counts[2] != 1+1 || l.Answered != 11 || l.Satisfied != 7 {
			t.Errorf("%+v", l)
		}
	})
}

// paper counts a box of ten: first wrong, then anew, then the same by another.
func paper(t *testing.T, w *testkit.World, id string) {
	t.Helper()
	count := func(a int) surveying.CountBox {
		return surveying.CountBox{SurveyID: id, Label: "一楼大厅", Issued: 10, Returned: 9, Invalid: 1, Blank: 1, Ticks: []surveying.TickInput{
			{Question: "q1", Choice: "a", N: a}, {Question: "q1", Choice: "b", N: 1}, {Question: "q1", Choice: "c", N: 1}, {Question: "q2", Choice: "a", N: 7}}}
	}
	first := count(5)
	first.Ticks[0].N = 6
	if _, err := w.Do(t, "office", &first); !fault.Is(err, fault.Invalid) {
		t.Errorf("more ticks than valid ballots: %v", err)
	}
	first = count(4)
	w.Must(t, "office", &first)
	box := page(t, w, "office", id).Boxes[0]
	if box.CanCount || box.Count.Issued != 0 {
		t.Error("who made the first count may make the second, or sees its numbers")
	}
	again := count(5)
	again.BoxID, again.Version = box.ID, 1
	own := again
	if _, err := w.Do(t, "office", &own); !fault.Is(err, fault.Conflict) {
		t.Errorf("one person counted twice: %v", err)
	}
	w.Must(t, "office2", &again)
	if b := page(t, w, "office", id).Boxes[0]; b.State != survey.Differs {
		t.Errorf("two counts that differ: %s", b.State)
	}
	if _, err := w.Do(t, "office", &surveying.Close{ID: id, Version: 2}); !fault.Is(err, fault.Conflict) {
		t.Errorf("closed with a box not counted to its end: %v", err)
	}
	anew, second := count(5), count(5)
	anew.BoxID, anew.Version, second.BoxID, second.Version = box.ID, 2, box.ID, 3
	w.Must(t, "office", &anew)
	w.Must(t, "office2", &second)
	if b := page(t, w, "office", id).Boxes[0]; b.State != survey.Agreed || b.Count.Issued != 10 {
		t.Errorf("two counts that agree: %+v", b)
	}
}

// A code is good once, also where it is sent by many at the same time.
func TestACodeIsGoodOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, id := world(t, url)
		code := issue(t, w, id, 1)[0]
		var wait sync.WaitGroup
		taken := make(chan struct{}, 20)
		for range 20 {
			wait.Go(func() {
				err := answer(w, code, map[string]string{"q1": "a"})
				switch {
				case err == nil:
					taken <- struct{}{}
				case !fault.Is(err, fault.NotFound):
					t.Error(err)
				}
			})
		}
		wait.Wait()
		if n := len(taken); n != 1 {
			t.Errorf("taken %d times", n)
		}
		if p := page(t, w, "office", id); p.Returned.Screen != 1 {
			t.Errorf("%d ballots are counted", p.Returned.Screen)
		}
	})
}

func TestFewAnswersAreNotShown(t *testing.T) {
	w, id := world(t, t.TempDir()+"/b.db")
	codes := issue(t, w, id, 4)
	for _, c := range codes {
		if err := answer(w, c, map[string]string{"q1": "a"}); err != nil {
			t.Fatal(err)
		}
	}
	w.Must(t, "office", &surveying.Close{ID: id, Version: 2})
	if p := page(t, w, "office", id); !p.TooFew || len(p.Lines) != 0 {
		t.Errorf("four answers are shown: %v", p.Lines)
	}
}

func TestBallotsAreTakenOnTheDaysOfTheSurvey(t *testing.T) {
	w, id := world(t, t.TempDir()+"/b.db")
	code := issue(t, w, id, 1)[0]
	for _, day := range []string{"2026-03-13", "2026-03-12"} {
		w.Clock.Set(dateOf(day))
		err := answer(w, code, nil)
		if late := day == "2026-03-13"; fault.Is(err, fault.Conflict) != late {
			t.Errorf("%s: %v", day, err)
		}
	}
}

func TestWhoMayNot(t *testing.T) {
	w, id := world(t, t.TempDir()+"/b.db")
	for login, want := range map[string]fault.Kind{"clerk": fault.Denied, "head": fault.Denied, "other-clerk": fault.NotFound, "team": fault.Denied} {
		if _, err := w.Do(t, login, &surveying.Issue{ID: id, Receiver: "x", Size: 1}); !fault.Is(err, want) {
			t.Errorf("%s issued codes: %v", login, err)
		}
	}
	if _, err := w.Do(t, "office", &surveying.Save{ID: id, Version: 2, Title: "改", Audience: "x", OpensOn: "2026-03-10", ClosesOn: "2026-03-12", Least: 5,
		Questions: questions}); !fault.Is(err, fault.Conflict) {
		t.Errorf("an open survey was edited: %v", err)
	}
}
