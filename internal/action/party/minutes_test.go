package party_test

import (
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// standings is what the handlers hand to the commands that freeze figures.
func standings(w *testkit.World) do.Standings { return query.StandingsOn(w.Reader.Calendar) }

func progressMeeting() do.Meeting {
	in := partyGroupMeeting()
	in.Kind, in.HearsProgress = party.ProgressMeeting, true
	in.Topics = []do.Item{{Title: "听取进展", Outcome: "按期推进", Problems: "1.1.1、1.1.2"}, {}}
	return in
}

func meetingOf(t *testing.T, w *testkit.World, id string) (m party.Meeting) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { m, err = store.Meetings.Get(tx, id); return err })
	return m
}

func TestMinutesAreSentApprovedByAnotherAndThenStand(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: partyGroupMeeting()})
		if _, err := w.Do(t, "head", &do.ApproveMinutes{ID: id, Version: 1}); !fault.Is(err, fault.Conflict) {
			t.Errorf("minutes that nobody sent were approved: %v", err)
		}
		w.Must(t, "clerk", &do.SubmitMinutes{ID: id, Version: 1})
		for account, kind := range map[string]fault.Kind{"clerk": fault.Denied, "leader": fault.Denied, "officer": fault.Denied, "other-head": fault.NotFound} {
			if _, err := w.Do(t, account, &do.ApproveMinutes{ID: id, Version: 2}); fault.Of(err) != kind {
				t.Errorf("%s approving: %v", account, err)
			}
		}
		if _, err := w.Do(t, "head", &do.ApproveMinutes{ID: id, Version: 1}); !fault.Is(err, fault.Conflict) {
			t.Errorf("an older version was approved: %v", err)
		}
		w.Must(t, "head", &do.ApproveMinutes{ID: id, Version: 2})
		if m := meetingOf(t, w, id); m.ApprovedOn != "2026-03-10" || m.ApprovedBy != "head" {
			t.Errorf("approved %+v", m)
		}

		if _, err := w.Do(t, "clerk", &do.EditMeeting{ID: id, Version: 3, Meeting: partyGroupMeeting()}); !fault.Is(err, fault.Conflict) {
			t.Errorf("approved minutes were edited: %v", err)
		}
		_, err := w.Do(t, "clerk", &do.CorrectMinutes{ID: id, Topic: 2, Text: "应为三楼", Reason: ""})
		wantFields(t, err, "topic", "reason")
		w.Must(t, "clerk", &do.CorrectMinutes{ID: id, Topic: 1, Text: "应为研究分工", Reason: "笔误"})
		number := &do.NumberMinutes{ID: id, Version: 3}
		number.Number.Typed = "市监党组会纪〔2026〕1号"
		w.Must(t, "clerk", number)
		w.See(t, func(tx *store.Tx) error {
			list, err := store.Corrections.List(tx, "WHERE meeting_id = ?", id)
			if len(list) != 1 || list[0].Topic != 1 || list[0].By != "clerk" {
				t.Errorf("corrections %+v", list)
			}
			return err
		})
		if m := meetingOf(t, w, id); m.DocumentNumber != "市监党组会纪〔2026〕1号" || m.Topics[0].Title != "研究巡察反馈意见整改" {
			t.Errorf("numbered %+v", m)
		}
	})
}

func TestWhoWroteTheMinutesDoesNotApproveThem(t *testing.T) {
	m := party.Meeting{Kind: party.ProgressMeeting, HeldOn: "2026-03-06", SubmittedOn: "2026-03-07", WrittenBy: "a"}
	there := []party.Attendance{{Presence: party.Present}}
	if err := m.CheckApproval("a", there, "2026-03-10"); !fault.Is(err, fault.Denied) {
		t.Errorf("his own: %v", err)
	}
	if err := m.CheckApproval("b", there, "2026-03-10"); err != nil {
		t.Errorf("another's: %v", err)
	}
	if err := m.CheckApproval("b", nil, "2026-03-10"); !fault.Is(err, fault.Conflict) {
		t.Errorf("nobody there: %v", err)
	}
	m.Kind = party.PartyGroup
	if err := m.CheckApproval("b", append(there, party.Attendance{Presence: party.Absent}), "2026-03-10"); !fault.Is(err, fault.Conflict) {
		t.Errorf("without a quorum: %v", err)
	}
}

func TestFiguresAreFrozenAsOfTheDayOfTheMeeting(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: progressMeeting()})
		if m := meetingOf(t, w, id); len(m.Topics) != 1 || len(m.Topics[0].Problems) != 2 {
			t.Errorf("agenda %+v", m.Topics)
		}
		figures := func(figure string) query.MeetingFigures {
			f, err := query.Page(t.Context(), w.Reader, w.Actor(t, "officer"), query.FiguresOf, query.FiguresIn{Meeting: id, Figure: figure})
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
		if f := figures("all"); f.Frozen || len(f.Problems) != 3 {
			t.Errorf("before: frozen %v with %d problems", f.Frozen, len(f.Problems))
		}
		w.Must(t, "clerk", &do.FreezeFigures{ID: id, Standings: standings(w)})
		before := figures("all")
		w.Write(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if err != nil {
				return err
			}
			p.Verdict, p.ClosedOn, p.Title = work.Done, "2026-03-05", "改了名"
			return store.Problems.Update(tx, &p)
		})
		after := figures("all")
		if !after.Frozen || len(after.Problems) != 3 || after.Problems[0] != before.Problems[0] {
			t.Errorf("the figures moved: %+v, were %+v", after.Problems, before.Problems)
		}
		for _, x := range after.Figures {
			if n := len(figures(x.Code).Problems); n != x.N {
				t.Errorf("%s says %d and lists %d", x.Code, x.N, n)
			}
		}
		if _, err := w.Do(t, "clerk", &do.FreezeFigures{ID: id, Standings: standings(w)}); !fault.Is(err, fault.Conflict) {
			t.Errorf("frozen twice: %v", err)
		}
	})
}

func TestApprovingFreezesWhatTheMeetingHeard(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: progressMeeting()})
		w.Must(t, "clerk", &do.SubmitMinutes{ID: id, Version: 1})
		w.Must(t, "head", &do.ApproveMinutes{ID: id, Version: 2, Standings: standings(w)})
		w.See(t, func(tx *store.Tx) error {
			f, err := store.MeetingFigures.One(tx, "WHERE meeting_id = ?", id)
			if f.On != "2026-03-06" || len(f.Problems) != 3 {
				t.Errorf("frozen %+v", f)
			}
			return err
		})
	})
}

func TestAnAgendaNamesProblemsOfItsOwnInspection(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		in := progressMeeting()
		in.Topics = []do.Item{{Title: "x", Problems: "9.9"}, {Outcome: "没有题目"}, {Title: "y", Paper: "plan:none"}}
		in.Resolutions[0].Topic = 7
		in.Resolutions[0].PersonID = "other-officer"
		_, err := w.Do(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: in})
		wantFields(t, err, "topics[0].problems", "topics[1].title", "topics[2].paper", "resolutions[0].topic", "resolutions[0].person")
	})
}

func TestAResolutionIsAnsweredByWhoSeesToItAndShownUntilItIsDone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		in := partyGroupMeeting()
		in.Resolutions = []do.Decision{{Text: "修订接待办法", DepartmentID: "d2", PersonID: "officer", Due: "2026-03-12"}}
		id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: in})
		next := do.Meeting{Kind: party.ProgressMeeting, Title: "推进会", HeldOn: "2026-03-11", ChairID: "head", Invited: []string{"officer"}}
		planned := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: next})
		r := resolutions(t, w, id)[0]
		see := func() query.MeetingPage {
			p, err := query.Page(t.Context(), w.Reader, w.Actor(t, "clerk"), query.Meeting, planned)
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
		if p := see(); len(p.Earlier) != 1 || p.Earlier[0].Text != "修订接待办法" {
			t.Fatalf("the next meeting is told %+v", p.Earlier)
		}
		wantWaiting(t, w, "officer", query.DeskResolve, "修订接待办法")
		wantWaiting(t, w, "officer", query.DeskMeeting, "推进会")
		if _, err := w.Do(t, "leader2", &do.AnswerResolution{ID: r.ID, Answer: "x", Version: 1}); !fault.Is(err, fault.Denied) {
			t.Errorf("somebody else answered: %v", err)
		}
		_, err := w.Do(t, "officer", &do.AnswerResolution{ID: r.ID, DoneOn: "2026-03-05", Version: 1})
		wantFields(t, err, "answer", "done_on")
		w.Must(t, "officer", &do.AnswerResolution{ID: r.ID, Answer: "正在征求意见", Version: 1})
		if p := see(); len(p.Earlier) != 1 || p.Earlier[0].Answer != "正在征求意见" {
			t.Errorf("after an answer without a day: %+v", p.Earlier)
		}
		w.Must(t, "officer", &do.AnswerResolution{ID: r.ID, Answer: "已印发", DoneOn: "2026-03-10", Version: 2})
		if p := see(); len(p.Earlier) != 0 {
			t.Errorf("done and still told: %+v", p.Earlier)
		}
	})
}

// wantWaiting fails unless the account's desk holds the title in the group.
func wantWaiting(t *testing.T, w *testkit.World, account, group, title string) {
	t.Helper()
	d, err := query.Page(t.Context(), w.Reader, w.Actor(t, account), query.MyDesk, struct{}{})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range d.Groups {
		for _, i := range g.Items {
			if g.Code == group && i.Title == title {
				return
			}
		}
	}
	t.Errorf("%s has no %q under %s", account, title, group)
}
