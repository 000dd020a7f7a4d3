package planning_test

import (
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// asked gives those whom a round asks, by the id of the party.
func asked(t *testing.T, w *testkit.World, roundID string) map[string]plan.Invitee {
	t.Helper()
	out := map[string]plan.Invitee{}
	w.See(t, func(tx *store.Tx) error {
		list, err := store.PlanInvitees.List(tx, "WHERE round_id = ?", roundID)
		for _, i := range list {
			out[i.PartyID] = i
		}
		return err
	})
	return out
}

func round(t *testing.T, w *testkit.World, id string) plan.Round {
	t.Helper()
	var r plan.Round
	w.See(t, func(tx *store.Tx) (err error) { r, err = store.PlanRounds.Get(tx, id); return err })
	return r
}

func TestSilenceIsNotTheSameAsNoComments(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := draft(t, w, "征求意见稿")
		r := w.Must(t, "clerk", &planning.OpenComments{ID: id, Version: 1, Name: "内部", Until: "2026-03-15",
			Departments: []string{"d1", "d2"}, People: []string{"leader", "leader2"}})
		w.Must(t, "depthead2", &planning.CommentOnPlan{VersionID: id, ProblemID: "p2", Field: "deadline", Text: "时限过紧"})
		if _, err := w.Do(t, "head", &planning.CommentOnPlan{VersionID: id, Text: "未被征求意见"}); code(err) != "round.not-asked" {
			t.Errorf("somebody who was not asked comments: %v", err)
		}
		none := func(who, party string) error {
			_, err := w.Do(t, who, &planning.AnswerRound{ID: r, Invitee: asked(t, w, r)[party].ID})
			return err
		}
		for _, c := range []struct{ who, party string }{{"officer", "d1"}, {"leader", "leader2"}, {"depthead2", "d1"}} {
			if err := none(c.who, c.party); !fault.Is(err, fault.Denied) {
				t.Errorf("%s answers for %s: %v", c.who, c.party, err)
			}
		}
		if err := none("office", "d1"); !fault.Is(err, fault.Denied) {
			t.Errorf("the office answers a round inside: %v", err)
		}
		if err := none("leader", "leader"); err != nil {
			t.Fatal(err)
		}
		if got := code(none("leader", "leader")); got != "round.replied.already" {
			t.Errorf("answered twice: %s", got)
		}
		if _, err := w.Do(t, "clerk", &planning.EndRound{ID: r, Version: 1}); code(err) != "round.waits" {
			t.Errorf("ended before its time: %v", err)
		}
		w.Clock.Set("2026-03-16")
		if _, err := w.Do(t, "depthead", &planning.CommentOnPlan{VersionID: id, Text: "迟到的意见"}); code(err) != "plan.not-now.comment" {
			t.Errorf("a comment after the end: %v", err)
		}
		w.Must(t, "clerk", &planning.EndRound{ID: r, Version: 1})
		for party, want := range map[string]plan.Reply{"d1": plan.Silent, "d2": plan.Remarks, "leader": plan.NoRemark, "leader2": plan.Silent} {
			if got := asked(t, w, r)[party].Reply; got != want {
				t.Errorf("%s: %q, want %q", party, got, want)
			}
		}
		if _, err := w.Do(t, "clerk", &planning.EndRound{ID: r, Version: 2}); code(err) != "round.ended" {
			t.Errorf("ended twice: %v", err)
		}
		if _, err := w.Do(t, "clerk", &planning.MoveRound{ID: r, Version: 2, Until: "2026-03-20"}); code(err) != "round.ended" {
			t.Errorf("an ended round goes on: %v", err)
		}
	})
}

func TestARoundIsMovedAndEndedByANewVersion(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := draft(t, w, "征求意见稿")
		r := w.Must(t, "clerk", &planning.OpenComments{ID: id, Version: 1, Until: "2026-03-11", Departments: []string{"d1"}, People: []string{"leader"}})
		w.Must(t, "clerk", &planning.MoveRound{ID: r, Version: 1, Until: "2026-03-14"})
		if _, err := w.Do(t, "clerk", &planning.MoveRound{ID: r, Version: 1, Until: "2026-03-20"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale edit: %v", err)
		}
		w.Clock.Set("2026-03-13")
		w.Must(t, "officer", &planning.CommentOnPlan{VersionID: id, Text: "仍在期内"})
		draft(t, w, "送审稿")
		if got := round(t, w, r); got.EndedOn != "2026-03-13" {
			t.Errorf("the round goes on beside a newer version: %+v", got)
		}
		in := asked(t, w, r)
		if in["leader"].Reply != plan.Cut || in["d1"].Reply != plan.Remarks {
			t.Errorf("the replies are %q and %q", in["leader"].Reply, in["d1"].Reply)
		}
	})
}

func TestWhoIsAskedIsOfTheOrganisationOrReviewsIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := draft(t, w, "征求意见稿")
		for name, c := range map[string]planning.OpenComments{
			"round_departments": {Departments: []string{"other-d1"}}, "round_people": {People: []string{"other-leader"}},
			"round_bodies": {Bodies: []string{"team2"}},
		} {
			c.ID, c.Version, c.Until = id, 1, "2026-03-15"
			if _, err := w.Do(t, "clerk", &c); wrong(err)[name] != "field.unknown-choice" {
				t.Errorf("%s: %v", name, err)
			}
		}
		twice := &planning.OpenComments{ID: id, Version: 1, Until: "2026-03-15", Departments: []string{"d1", "d1"}}
		if _, err := w.Do(t, "clerk", twice); wrong(err)["round_departments"] != "round.twice" {
			t.Errorf("asked twice: %v", err)
		}
		if _, err := w.Do(t, "clerk", &planning.OpenComments{ID: id, Version: 1, Until: "2026-03-09"}); wrong(err)["comments_until"] != "field.past" {
			t.Errorf("an end in the past: %v", err)
		}
	})
}

func TestOnlyThoseToWhomItWasSentCommentFromOutside(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := draft(t, w, "征求意见稿")
		r := w.Must(t, "clerk", &planning.OpenComments{ID: id, Version: 1, Until: "2026-03-15", Bodies: []string{"office", "team1"}})
		w.Must(t, "office", &planning.CommentOnPlan{VersionID: id, ProblemID: "p1", MeasureID: "m1", Field: "measures", Quote: "补齐", Text: "不具体", Proposed: "逐笔补齐"})
		w.Must(t, "team", &planning.AnswerRound{ID: r, Invitee: asked(t, w, r)["team1"].ID})
		for _, who := range []string{"reviewer", "team2", "other-clerk"} {
			if _, err := w.Do(t, who, &planning.CommentOnPlan{VersionID: id, Text: "意见"}); err == nil {
				t.Errorf("%s comments on what was not sent to him", who)
			}
		}
		w.See(t, func(tx *store.Tx) error {
			i, err := store.Inspections.Get(tx, "i-bureau")
			if i.PlanSharedOn != "2026-03-10" {
				t.Errorf("the plan left on %q", i.PlanSharedOn)
			}
			return err
		})
	})
}

func TestAQuoteStandsInItsPassage(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := draft(t, w, "征求意见稿")
		w.Must(t, "clerk", &planning.OpenComments{ID: id, Version: 1, Until: "2026-03-15"})
		for _, c := range []struct {
			cmd  planning.CommentOnPlan
			want map[string]string
		}{
			{planning.CommentOnPlan{ProblemID: "p1", Field: "measures", MeasureID: "m1", Quote: "没有的话"}, map[string]string{"quote": "comment.not-there"}},
			{planning.CommentOnPlan{ProblemID: "p1", Field: "measures", MeasureID: "m2", Quote: "补齐"}, map[string]string{"comment_field": "comment.no-measure"}},
			{planning.CommentOnPlan{Quote: "补齐"}, map[string]string{"comment_field": "comment.where"}},
			{planning.CommentOnPlan{ProblemID: "other-p1"}, map[string]string{"problem": "field.unknown-choice"}},
		} {
			c.cmd.VersionID, c.cmd.Text = id, "意见"
			_, err := w.Do(t, "depthead", &c.cmd)
			for field, code := range c.want {
				if wrong(err)[field] != code {
					t.Errorf("%+v: %v", c.cmd, err)
				}
			}
		}
	})
}

func comment(t *testing.T, w *testkit.World, versionID, text string) plan.Comment {
	t.Helper()
	var c plan.Comment
	w.See(t, func(tx *store.Tx) (err error) {
		c, err = store.PlanComments.One(tx, "WHERE version_id = ? AND body = ?", versionID, text)
		return err
	})
	return c
}

func TestAdoptingPutsTheProposedWordingIn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		p := problem(t, w, "p1")
		w.Must(t, "clerk", &planning.EditProblem{ID: "p1", Version: p.Version, Goal: "台账齐全。加强管理。", OwnerID: "officer"})
		id := draft(t, w, "征求意见稿")
		w.Must(t, "clerk", &planning.OpenComments{ID: id, Version: 1, Until: "2026-03-15"})
		for _, c := range []planning.CommentOnPlan{
			{ProblemID: "p1", Field: "goal", Quote: "加强管理。", Text: "甲", Proposed: "逐笔可查。"},
			{ProblemID: "p1", Field: "measures", MeasureID: "m1", Text: "乙", Proposed: "补齐2024年以来台账"},
			{ProblemID: "p1", Field: "deadline", Text: "丙", Proposed: "8月底"},
			{ProblemID: "p1", Field: "goal", Quote: "加强管理。", Text: "丁", Proposed: "删去"},
		} {
			c.VersionID = id
			w.Must(t, "depthead", &c)
		}
		apply := func(who, text string, seen int) error {
			c := comment(t, w, id, text)
			_, err := w.Do(t, who, &planning.ApplyComment{ID: c.ID, Version: c.Version, Seen: seen})
			return err
		}
		if err := apply("depthead", "甲", problem(t, w, "p1").Version); !fault.Is(err, fault.Denied) {
			t.Errorf("who commented adopts it himself: %v", err)
		}
		if err := apply("clerk", "甲", problem(t, w, "p1").Version-1); !fault.Is(err, fault.Conflict) {
			t.Errorf("put into what somebody else changed: %v", err)
		}
		if err := apply("clerk", "甲", problem(t, w, "p1").Version); err != nil {
			t.Fatal(err)
		}
		if got := problem(t, w, "p1").Goal; got != "台账齐全。逐笔可查。" {
			t.Errorf("the goal is %s", got)
		}
		if c := comment(t, w, id, "甲"); c.Answer != plan.TakenUp || c.AppliedBy != "clerk" || c.AppliedAt.IsZero() {
			t.Errorf("the comment is %+v", c)
		}
		if err := apply("clerk", "乙", measures(t, w, "p1")[0].Version); err != nil {
			t.Fatal(err)
		}
		if m := measures(t, w, "p1")[0]; m.Text != "补齐2024年以来台账" || m.OwnerID != "officer" || m.Deadline != "2026-06-30" {
			t.Errorf("the measure is %+v", m)
		}
		for text, want := range map[string]string{"甲": "comment.applied", "丙": "comment.by-hand", "丁": "comment.gone"} {
			if got := code(apply("clerk", text, problem(t, w, "p1").Version)); got != want {
				t.Errorf("%s: %s", text, got)
			}
		}
	})
}
