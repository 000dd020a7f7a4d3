package planning_test

import (
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// looks gives the joint review of a version as somebody sees it.
func looks(t *testing.T, w *testkit.World, who, versionID string) query.PlanReviewPage {
	t.Helper()
	x, err := query.Page(t.Context(), w.Reader, w.Actor(t, who), query.PlanReview, versionID)
	if err != nil {
		t.Fatalf("%s: %v", who, err)
	}
	return x
}

// graded lets the round grade.
func graded(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		r, err := store.Rounds.Get(tx, "round")
		if err != nil {
			return err
		}
		r.Settings.Grades = true
		return store.Rounds.Update(tx, &r)
	})
}

func TestAReturnIsMergedAndAnsweredAndSeenAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		graded(t, w)
		id := reviewed(t, w)
		at := func() int { return version(t, w, id).Version }
		back := &planning.ReturnPlan{ID: id, Version: at()}
		if _, err := w.Do(t, "team", back); wrong(err)["opinion"] != "field.required" {
			t.Errorf("returned without a reason: %v", err)
		}
		back = &planning.ReturnPlan{ID: id, Version: at(), Reason: "措施不具体"}
		back.Items = []reviewing.Item{{Problem: "p1", Grade: "poor", Text: "没有数量", Proposed: "补齐全部台账"}, {Problem: "p2", Grade: "good"}}
		w.Must(t, "team", back)
		w.Must(t, "reviewer", &planning.ConsentPlan{ID: id, Version: at(), Opinion: "同意"})
		merge := &planning.MergeReview{ID: id, Version: at(), Overall: "请修改"}
		if _, err := w.Do(t, "office", merge); code(err) != "review.waits" {
			t.Errorf("merged before all spoke: %v", err)
		}
		own := &planning.ReturnPlan{ID: id, Version: at(), Reason: "同意退回"}
		own.Items = []reviewing.Item{{Problem: "p3", Text: "谈话名单不全"}}
		w.Must(t, "office", own)
		if x := looks(t, w, "clerk", id); len(x.Remarks) != 0 || x.Bodies[1].Opinion != nil || !x.Bodies[1].Given {
			t.Error("the organisation reads opinions before the result")
		}
		if x := looks(t, w, "reviewer", id); len(x.Remarks) != 0 || x.Bodies[0].Opinion != nil || x.Bodies[2].Opinion == nil {
			t.Error("a body reads another's opinion, or not its own")
		}
		all := looks(t, w, "office", id)
		if len(all.Remarks) != 2 || !all.MayMerge || all.Merge != nil || all.Bodies[1].Opinion.Grades["p1"] != plan.Poor {
			t.Fatalf("the office sees %d remarks, merges: %v", len(all.Remarks), all.Merge)
		}
		for _, who := range []string{"team", "reviewer", "clerk", "head"} {
			if _, err := w.Do(t, who, merge); !fault.Is(err, fault.Denied) {
				t.Errorf("%s merges: %v", who, err)
			}
		}
		merge = &planning.MergeReview{ID: id, Version: at(), Overall: "请修改后重新报送"}
		for _, r := range all.Remarks {
			merge.Items = append(merge.Items, reviewing.MergeItem{Comment: r.ID, Keep: r.ProblemID == "p1", Text: "措施要有数量"})
		}
		w.Must(t, "office", merge)
		if v := version(t, w, id); v.State != plan.Returned {
			t.Errorf("the version is %s", v.State)
		}
		if _, err := w.Do(t, "office", merge); fault.Of(err) != fault.Conflict {
			t.Errorf("merged twice: %v", err)
		}
		x := looks(t, w, "clerk", id)
		if len(x.Remarks) != 1 || x.Remarks[0].Merged != "措施要有数量" || x.Review.Overall != "请修改后重新报送" {
			t.Fatalf("the organisation gets %+v", x.Remarks)
		}
		again(t, w, x.Remarks[0].Comment)
	})
}

// again answers, changes, submits once more, and looks with the team's eyes.
func again(t *testing.T, w *testkit.World, c plan.Comment) {
	t.Helper()
	second := draft(t, w, "修改稿")
	w.Must(t, "clerk", &planning.SharePlan{ID: second, Version: version(t, w, second).Version})
	w.Must(t, "clerk", &planning.OpenComments{ID: second, Version: version(t, w, second).Version, Until: "2026-03-12", Departments: []string{"d1"}})
	meeting(t, w, "again", "party-group", "2026-03-10", "head", "leader")
	adopt := func(id string) error {
		_, err := w.Do(t, "head", &planning.AdoptPlan{ID: id, Version: version(t, w, id).Version, MeetingID: "again"})
		return err
	}
	if got := code(adopt(second)); got != "plan.open-comments" {
		t.Errorf("adopted although the return is not answered: %s", got)
	}
	w.Must(t, "clerk", &planning.AnswerComment{ID: c.ID, Version: c.Version, Answer: "adopted", Reason: "已写明数量"})
	m := &planning.EditMeasure{ID: "m1", Version: measures(t, w, "p1")[0].Version}
	m.Kind, m.Text, m.LeaderID, m.LeadDeptID, m.OwnerID, m.Due = "direct", "补齐全部台账", "leader", "d1", "officer", "2026-06-30"
	w.Must(t, "clerk", m)
	third := draft(t, w, "再送审稿")
	if err := adopt(third); err != nil {
		t.Fatal(err)
	}
	w.Must(t, "clerk", &planning.SharePlan{ID: third, Version: version(t, w, third).Version})
	x := looks(t, w, "team", third)
	if x.Since.Version.Number != 1 || x.Since.Count.Problems != 1 || x.Since.Changes[0].ID != "p1" || x.Review.Number != 2 {
		t.Errorf("since its last look the team sees %+v", x.Since.Count)
	}
	if len(x.Earlier) != 1 || len(x.Earlier[0].Remarks) != 1 || x.Earlier[0].Remarks[0].Answer != plan.TakenUp || x.Earlier[0].Remarks[0].Reason != "已写明数量" {
		t.Errorf("its own earlier opinion is %+v", x.Earlier)
	}
	if len(looks(t, w, "reviewer", third).Earlier[0].Remarks) != 0 {
		t.Error("another body reads the team's remarks")
	}
	for _, who := range []string{"team", "reviewer", "office"} {
		w.Must(t, who, &planning.ConsentPlan{ID: third, Version: version(t, w, third).Version})
	}
	if v := version(t, w, third); v.State != plan.Consented {
		t.Errorf("the version is %s", v.State)
	}
	if x := looks(t, w, "clerk", third); x.Review.Result != plan.Consents || x.Bodies[0].Opinion == nil {
		t.Errorf("the result is %q", x.Review.Result)
	}
}

func TestWhatABodySaysIsChecked(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := reviewed(t, w)
		consent := func(who string, items ...reviewing.Item) error {
			c := &planning.ConsentPlan{ID: id, Version: version(t, w, id).Version}
			c.Items = items
			_, err := w.Do(t, who, c)
			return err
		}
		for _, c := range []struct {
			item reviewing.Item
			at   string
			want string
		}{
			{reviewing.Item{Problem: "p1", Grade: "good"}, "items[0].grade", "review.no-grades"},
			{reviewing.Item{Problem: "p1", Proposed: "改"}, "items[0].text", "review.why"},
			{reviewing.Item{Problem: "other-p1", Text: "意见"}, "items[0].problem", "field.unknown-choice"},
		} {
			if got := wrong(consent("office", c.item))[c.at]; got != c.want {
				t.Errorf("%+v: %s", c.item, got)
			}
		}
		w.Write(t, func(tx *store.Tx) error {
			return store.Grants.Insert(tx, &org.Grant{ID: "both", AccountID: "office", OrgID: "bureau", Role: org.RoleClerk})
		})
		if got := code(consent("office")); got != "plan.own-work" {
			t.Errorf("somebody of the organisation reviews it: %s", got)
		}
	})
}

func TestTheBodiesAreFixedWhenTheVersionIsSubmitted(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := reviewed(t, w)
		w.Write(t, func(tx *store.Tx) error {
			r, err := store.Rounds.Get(tx, "round")
			if err != nil {
				return err
			}
			r.Settings.Reviewers, r.Settings.NoTeam = nil, true
			return store.Rounds.Update(tx, &r)
		})
		x := looks(t, w, "office", id)
		if len(x.Bodies) != 3 || x.Review.Due != "2026-03-24" {
			t.Errorf("%d bodies until %s", len(x.Bodies), x.Review.Due)
		}
		w.See(t, func(tx *store.Tx) error {
			now, err := store.PlanBodies(tx, "i-bureau")
			if len(now) != 1 {
				t.Errorf("the round has %d bodies now", len(now))
			}
			return err
		})
		w.Must(t, "team", &planning.ReturnPlan{ID: id, Version: version(t, w, id).Version, Reason: "不具体"})
		w.Clock.Set("2026-03-25")
		w.Must(t, "office", &planning.MergeReview{ID: id, Version: version(t, w, id).Version, Overall: "退回"})
		if v := version(t, w, id); v.State != plan.Returned {
			t.Errorf("after the last day the version is %s", v.State)
		}
	})
}
