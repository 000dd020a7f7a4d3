package party_test

import (
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/testkit"
)

func TestARegulationIsLivedFromDraftToApplied(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		meeting := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: partyGroupMeeting()})
		in := do.Regulation{Title: "接待管理办法", Change: regulation.Enact, State: regulation.Drafting, DepartmentID: "d1", MeetingID: meeting, Problems: []string{"p1"}}
		id := w.Must(t, "clerk", &do.AddRegulation{InspectionID: "i-bureau", Regulation: in})
		see := func() query.RegulationPage {
			p, err := query.Page(t.Context(), w.Reader, w.Actor(t, "clerk"), query.Regulation, id)
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
		if p := see(); p.Stage != regulation.StageAdopted || p.Adopted.ID != meeting {
			t.Errorf("adopted: %s %v", p.Stage, p.Adopted)
		}
		wrong := in
		wrong.AppliedOn, wrong.Proof, wrong.Causes, wrong.MeetingID = "2026-03-09", []string{"none"}, []string{"none"}, "none"
		_, err := w.Do(t, "clerk", &do.EditRegulation{ID: id, Version: 1, Regulation: wrong})
		wantFields(t, err, "applied_on", "application", "proof", "causes", "meeting")

		in.State, in.IssuedOn, in.InForceOn, in.ReviewOn = regulation.InForce, "2026-03-09", "2026-03-12", "2026-03-20"
		w.Must(t, "clerk", &do.EditRegulation{ID: id, Version: 1, Regulation: in})
		if p := see(); p.Stage != regulation.StageIssued {
			t.Errorf("issued and not in force yet: %s", p.Stage)
		}
		wantWaiting(t, w, "clerk", query.DeskRegulate, "《接待管理办法》")
		in.InForceOn, in.AppliedOn, in.Application = "2026-03-09", "2026-03-10", "3次接待已按新办法审批"
		w.Must(t, "clerk", &do.EditRegulation{ID: id, Version: 2, Regulation: in})
		if p := see(); p.Stage != regulation.StageApplied {
			t.Errorf("applied: %s", p.Stage)
		}
	})
}

func TestTextsOfARegulationAreComparedWordByWord(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddRegulation{InspectionID: "i-bureau", Regulation: do.Regulation{Title: "接待管理办法", Change: regulation.Enact, State: regulation.Drafting}})
		w.Must(t, "clerk", &do.AddRegulationText{ID: id, Name: "征求意见稿", Body: "接待陪餐不得超过三人。"})
		_, err := w.Do(t, "clerk", &do.AddRegulationText{ID: id, Name: "送审稿", Body: "接待陪餐不得超过三人。"})
		wantFields(t, err, "text")
		w.Must(t, "clerk", &do.AddRegulationText{ID: id, Name: "送审稿", Body: "接待陪餐不得超过两人。"})
		for account, kind := range map[string]fault.Kind{"officer": fault.Denied, "other-clerk": fault.NotFound} {
			if _, err := w.Do(t, account, &do.AddRegulationText{ID: id, Name: "x", Body: "y"}); fault.Of(err) != kind {
				t.Errorf("%s: %v", account, err)
			}
		}
		compare := func(account string, from, to int) (query.RegulationComparison, error) {
			return query.Page(t.Context(), w.Reader, w.Actor(t, account), query.CompareRegulation, query.RegulationCompareIn{Regulation: id, From: from, To: to})
		}
		x, err := compare("officer", 1, 2)
		if err != nil {
			t.Fatal(err)
		}
		var taken, given string
		for _, p := range x.Pieces {
			switch p.Op {
			case plan.Taken:
				taken += p.Text
			case plan.Given:
				given += p.Text
			}
		}
		if taken != "三" || given != "两" {
			t.Errorf("taken %q, given %q", taken, given)
		}
		if _, err := compare("officer", 1, 3); !fault.Is(err, fault.NotFound) {
			t.Errorf("a version that is not there: %v", err)
		}
		if _, err := compare("other-clerk", 1, 2); !fault.Is(err, fault.NotFound) {
			t.Errorf("another house: %v", err)
		}
	})
}

func TestHolidaysProposeTheChecksThatAreMissing(t *testing.T) {
	china := workday.China()
	all := party.ProposeChecks(china, "2026-04-01", "2026-05-10", nil)
	if len(all) != 2 || all[0].Title() != "清明节前后纪律检查" || !china.IsWorkday(all[0].Begins) || !china.IsWorkday(all[0].Ends) || all[0].Begins >= all[0].From {
		t.Fatalf("proposed %+v", all)
	}
	left := party.ProposeChecks(china, "2026-04-01", "2026-05-10", []party.LinkedWork{{Kind: party.LinkedDiscipline, On: "2026-04-03", Until: "2026-04-07"},
		{Kind: party.LinkedTraining, On: "2026-05-01"}})
	if len(left) != 1 || left[0].Title() != "劳动节前后纪律检查" {
		t.Errorf("left %+v", left)
	}
}

func TestLinkedWorkHasFiguresWithTheirUnit(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		in := do.Linked{Kind: party.LinkedTarget, Title: "检查覆盖率", On: "2026-03-05", Problems: []string{"p1"},
			Figures: []do.LinkedFigure{{Name: "覆盖率", Value: "100", Unit: "%"}, {}, {Name: "整改", Value: "许多", Unit: ""}}}
		_, err := w.Do(t, "clerk", &do.AddLinked{InspectionID: "i-bureau", Linked: in})
		wantFields(t, err, "figures[2].value", "figures[2].unit")
		in.Figures = in.Figures[:2]
		w.Must(t, "clerk", &do.AddLinked{InspectionID: "i-bureau", Linked: in})
		l, err := query.Page(t.Context(), w.Reader, w.Actor(t, "clerk"), query.LinkedWorks, query.LinkedIn{Inspection: "i-bureau"})
		if err != nil || len(l.Rows) != 1 || len(l.Rows[0].Figures) != 1 || l.Rows[0].Figures[0].Words() != "覆盖率100%" || len(l.Rows[0].Helps) != 1 {
			t.Errorf("%+v %v", l.Rows, err)
		}
	})
}
