package planning_test

import (
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// planned is a world in which the reviewing body takes part and meetings can
// be held.
func planned(t *testing.T, url string) *testkit.World {
	t.Helper()
	w := testkit.NewWorld(t, url)
	w.Write(t, func(tx *store.Tx) error {
		round, err := store.Rounds.Get(tx, "round")
		if err != nil {
			return err
		}
		round.Settings.Reviewers = []string{"reviewer"}
		return store.Rounds.Update(tx, &round)
	})
	return w
}

// meeting holds a meeting with so many people present.
func meeting(t *testing.T, w *testkit.World, id string, kind party.MeetingKind, on workday.Date, present ...string) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		for _, who := range present {
			a := party.Attendance{ID: id + who, OrgID: "bureau", MeetingID: id, PersonID: who, Presence: party.Present}
			if err := store.Attendances.Insert(tx, &a); err != nil {
				return err
			}
		}
		return store.Meetings.Insert(tx, &party.Meeting{ID: id, OrgID: "bureau", InspectionID: "i-bureau", Kind: kind, Title: "党组会", HeldOn: on})
	})
}

func version(t *testing.T, w *testkit.World, id string) plan.Version {
	t.Helper()
	var v plan.Version
	w.See(t, func(tx *store.Tx) (err error) { v, err = store.PlanVersions.Get(tx, id); return err })
	return v
}

func draft(t *testing.T, w *testkit.World, name string) string {
	t.Helper()
	return w.Must(t, "clerk", &planning.DraftPlan{InspectionID: "i-bureau", Name: name})
}

// code is the message code of a fault, or "" for none.
func code(err error) string {
	if f, ok := err.(*fault.Error); ok {
		return f.Code
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestAPlanGoesFromDraftToClaims(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		at := func(id string) int { return version(t, w, id).Version }
		first := draft(t, w, "征求意见稿")
		w.Must(t, "clerk", &planning.OpenComments{ID: first, Version: at(first), Until: "2026-03-15"})
		w.Must(t, "depthead2", &planning.CommentOnPlan{VersionID: first, ProblemID: "p2", Field: "deadline", Text: "时限过紧", Proposed: "8月底"})
		meeting(t, w, "m1", party.PartyGroup, "2026-03-10", "head", "leader")
		if _, err := w.Do(t, "head", &planning.AdoptPlan{ID: first, Version: at(first), MeetingID: "m1"}); code(err) != "plan.open-comments" {
			t.Errorf("adopted with an open comment: %v", err)
		}
		answer(t, w, first)
		edit := assignment(problem(t, w, "p2"))
		edit.Due = "2026年8月底前"
		w.Must(t, "clerk", edit)
		if _, err := w.Do(t, "head", &planning.AdoptPlan{ID: first, Version: at(first), MeetingID: "m1"}); code(err) != "plan.changed" {
			t.Errorf("adopted what is no longer the plan: %v", err)
		}
		second := draft(t, w, "送审稿")
		if _, err := w.Do(t, "clerk", &planning.OpenComments{ID: first, Version: at(first), Until: "2026-03-20"}); code(err) != "plan.superseded" {
			t.Errorf("a comment round on an old version: %v", err)
		}
		w.Must(t, "head", &planning.AdoptPlan{ID: second, Version: at(second), MeetingID: "m1"})
		if _, err := w.Do(t, "office", &planning.ConsentPlan{ID: second, Version: at(second)}); !fault.Is(err, fault.Denied) {
			t.Errorf("consent to what was never sent: %v", err)
		}
		w.Must(t, "clerk", &planning.SharePlan{ID: second, Version: at(second)})
		for _, who := range []string{"office", "team", "reviewer"} {
			if _, err := w.Do(t, "clerk", &planning.IssuePlan{ID: second, Version: at(second), DocumentNumber: "市监党〔2026〕5号", On: "2026-03-10"}); code(err) != "plan.not-now.issue" {
				t.Errorf("issued before %s consented: %v", who, err)
			}
			w.Must(t, who, &planning.ConsentPlan{ID: second, Version: at(second), Opinion: "同意。"})
		}
		w.Must(t, "clerk", &planning.IssuePlan{ID: second, Version: at(second), DocumentNumber: "市监党〔2026〕5号", On: "2026-03-10"})
		if v := version(t, w, second); v.State != plan.Issued || v.IssuedOn != "2026-03-10" || v.DocumentNumber == "" {
			t.Errorf("after the issue: %+v", v)
		}
		claims(t, w, second)
	})
}

func answer(t *testing.T, w *testkit.World, versionID string) {
	t.Helper()
	var open []plan.Comment
	w.See(t, func(tx *store.Tx) (err error) {
		open, err = store.PlanComments.List(tx, "WHERE version_id = ? AND answer = ''", versionID)
		return err
	})
	for _, c := range open {
		_, err := w.Do(t, "clerk", &planning.AnswerComment{ID: c.ID, Version: c.Version, Answer: "refused"})
		if wrong(err)["answer_reason"] != "field.required" {
			t.Errorf("refused without a reason: %v", err)
		}
		w.Must(t, "clerk", &planning.AnswerComment{ID: c.ID, Version: c.Version, Answer: "partly", Reason: "放宽到8月底"})
	}
}

func claims(t *testing.T, w *testkit.World, versionID string) {
	t.Helper()
	all := []string{"m1", "m2", "m3"}
	if _, err := w.Do(t, "depthead2", &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: all}); !fault.Is(err, fault.Denied) {
		t.Errorf("another department claims: %v", err)
	}
	if _, err := w.Do(t, "depthead", &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: []string{"m3"}, Refuse: true}); wrong(err)["claim_note"] == "" {
		t.Errorf("an objection without a reason: %v", err)
	}
	w.Must(t, "depthead", &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: []string{"m3"}, Refuse: true, Note: "应由财务科牵头"})
	w.Must(t, "depthead", &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: []string{"m1", "m2"}})
	if v := version(t, w, versionID); v.State != plan.Issued {
		t.Errorf("with a dispute the plan is %s", v.State)
	}
	w.Must(t, "depthead", &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: []string{"m3"}})
	if v := version(t, w, versionID); v.State != plan.Claimed {
		t.Errorf("with all claimed the plan is %s", v.State)
	}
	if m := measures(t, w, "p3")[0]; m.Claim != work.Claimed || m.ClaimedBy != "depthead" {
		t.Errorf("the measure is %+v", m)
	}
}

func TestTheHeadAdoptsNothingAloneOrBackwards(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := draft(t, w, "征求意见稿")
		adopt := func(meeting string) error {
			_, err := w.Do(t, "head", &planning.AdoptPlan{ID: id, Version: version(t, w, id).Version, MeetingID: meeting})
			return err
		}
		meeting(t, w, "good", party.PartyGroup, "2026-03-10", "head", "leader")
		if got := code(adopt("good")); got != "plan.no-comments" {
			t.Errorf("without a comment round: %s", got)
		}
		w.Must(t, "clerk", &planning.OpenComments{ID: id, Version: version(t, w, id).Version, Until: "2026-03-12"})
		meeting(t, w, "alone", party.PartyGroup, "2026-03-10", "head")
		meeting(t, w, "early", party.PartyGroup, "2026-03-09", "head", "leader")
		meeting(t, w, "later", party.PartyGroup, "2026-03-11", "head", "leader")
		meeting(t, w, "kind", party.ProgressMeeting, "2026-03-10", "head", "leader")
		for m, want := range map[string]string{"alone": "plan.meeting.alone", "early": "plan.meeting.day", "later": "plan.meeting.day",
			"kind": "plan.meeting.kind", "": "field.unknown-choice", "nowhere": "field.unknown-choice"} {
			if got := wrong(adopt(m))["meeting"]; got != want {
				t.Errorf("meeting %q: %s", m, got)
			}
		}
		for _, who := range []string{"clerk", "leader", "office", "depthead"} {
			if _, err := w.Do(t, who, &planning.AdoptPlan{ID: id, MeetingID: "good"}); !fault.Is(err, fault.Denied) {
				t.Errorf("%s adopts: %v", who, err)
			}
		}
		if err := adopt("good"); err != nil {
			t.Error(err)
		}
		w.See(t, func(tx *store.Tx) error {
			m, err := store.Meetings.Get(tx, "good")
			if m.AdoptedPlan != id {
				t.Errorf("the meeting names %q", m.AdoptedPlan)
			}
			return err
		})
	})
}

// reviewed is a version that waits for the bodies' consent.
func reviewed(t *testing.T, w *testkit.World) string {
	t.Helper()
	id := draft(t, w, "送审稿")
	w.Must(t, "clerk", &planning.OpenComments{ID: id, Version: version(t, w, id).Version, Until: "2026-03-12"})
	meeting(t, w, "good", party.PartyGroup, "2026-03-10", "head", "leader")
	w.Must(t, "head", &planning.AdoptPlan{ID: id, Version: version(t, w, id).Version, MeetingID: "good"})
	w.Must(t, "clerk", &planning.SharePlan{ID: id, Version: version(t, w, id).Version})
	return id
}

func TestNobodyConsentsForAnotherBody(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := reviewed(t, w)
		consent := func(who, body string) error {
			_, err := w.Do(t, who, &planning.ConsentPlan{ID: id, Version: version(t, w, id).Version, Body: body})
			return err
		}
		for _, c := range []struct {
			who, body string
			kind      fault.Kind
		}{
			{"office", "team1", fault.Denied}, {"team", "office", fault.Denied}, {"reviewer", "office", fault.Denied},
			{"head", "office", fault.Denied}, {"clerk", "", fault.Denied}, {"team2", "team1", fault.NotFound}, {"other-head", "", fault.NotFound},
		} {
			if err := consent(c.who, c.body); fault.Of(err) != c.kind {
				t.Errorf("%s for %q: %v", c.who, c.body, err)
			}
		}
		if err := consent("office", "office"); err != nil {
			t.Fatal(err)
		}
		if got := code(consent("office", "office")); got != "plan.consented" {
			t.Errorf("twice: %s", got)
		}
		w.Write(t, func(tx *store.Tx) error {
			return store.Grants.Insert(tx, &org.Grant{ID: "both", AccountID: "office", OrgID: "office", Role: org.RoleTeam, TeamID: "team1"})
		})
		if got := code(consent("office", "team1")); got != "plan.same-person" {
			t.Errorf("one person for two bodies: %s", got)
		}
	})
}

func TestAChangeAfterTheApprovalStopsTheIssue(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := reviewed(t, w)
		for _, who := range []string{"office", "team", "reviewer"} {
			w.Must(t, who, &planning.ConsentPlan{ID: id, Version: version(t, w, id).Version})
		}
		m := &planning.EditMeasure{ID: "m1", Version: measures(t, w, "p1")[0].Version}
		m.Kind, m.Text, m.LeaderID, m.LeadDeptID, m.OwnerID, m.Due = "direct", "改成别的", "leader", "d1", "officer", "2026-06-30"
		w.Must(t, "clerk", m)
		_, err := w.Do(t, "clerk", &planning.IssuePlan{ID: id, Version: version(t, w, id).Version, DocumentNumber: "5号", On: "2026-03-10"})
		if code(err) != "plan.changed" {
			t.Errorf("got %v", err)
		}
	})
}

func TestAnExtensionDoesNotChangeThePlan(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := planned(t, url)
		id := draft(t, w, "征求意见稿")
		w.Write(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if err != nil {
				return err
			}
			p.Deadline, p.Term, p.Verdict = "2026-09-30", "2026年9月30日前", work.UnderWay
			return store.Problems.Update(tx, &p)
		})
		w.See(t, func(tx *store.Tx) error {
			f, err := store.PlanFile(tx, id)
			if f.Changed() {
				t.Error("an extended deadline counts as a change of the plan")
			}
			return err
		})
	})
}
