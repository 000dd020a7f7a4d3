package party_test

import (
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"

	"pgregory.net/rapid"
)

func lifeMeeting() party.LifeMeeting {
	return party.LifeMeeting{Kind: party.DemocraticLife, Theme: "巡察整改", ConsentAskedOn: "2026-03-03", ConsentOn: "2026-03-04", ConsentBy: "市委",
		PlanOn: "2026-03-04", StudyOn: "2026-03-06", OpinionsOn: "2026-03-05", Opinions: 12, PapersOn: "2026-03-07",
		HeldOn: "2026-03-08", HostID: "head", ReportOn: "2026-03-10"}
}

func TestWhatALifeMeetingNeeds(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*party.LifeMeeting)
		want   map[string]string
	}{
		"complete": {func(*party.LifeMeeting) {}, nil},
		"only asked so far": {func(m *party.LifeMeeting) {
			*m = party.LifeMeeting{Kind: party.DemocraticLife, Theme: "x", ConsentAskedOn: "2026-03-03"}
		}, nil},
		"planned": {func(m *party.LifeMeeting) { m.HeldOn, m.ReportOn, m.HostID = "2026-03-20", "", "" }, nil},
		"planned, yet reported": {func(m *party.LifeMeeting) { m.HeldOn, m.HostID = "2026-03-20", "" },
			map[string]string{"report_on": "party.life.report-order"}},
		"reported, never held": {func(m *party.LifeMeeting) { m.HeldOn = "" }, map[string]string{"report_on": "party.life.report-order"}},
		"consent before the request": {func(m *party.LifeMeeting) { m.ConsentOn = "2026-03-02" },
			map[string]string{"consent_on": "party.life.consent-order"}},
		"consent of nobody": {func(m *party.LifeMeeting) { m.ConsentBy = "" }, map[string]string{"consent_by": "field.required"}},
		"papers before the opinions": {func(m *party.LifeMeeting) { m.PapersOn = "2026-03-04" },
			map[string]string{"papers_on": "party.life.papers-order"}},
		"studied afterwards": {func(m *party.LifeMeeting) { m.StudyOn = "2026-03-09" },
			map[string]string{"study_on": "party.life.after-meeting"}},
		"planned study":             {func(m *party.LifeMeeting) { m.HeldOn, m.StudyOn, m.ReportOn = "2026-03-20", "2026-03-11", "" }, map[string]string{"study_on": "party.future"}},
		"opinions without a day":    {func(m *party.LifeMeeting) { m.OpinionsOn = "" }, map[string]string{"opinions": "party.life.opinions"}},
		"nobody held it":            {func(m *party.LifeMeeting) { m.HostID = "" }, map[string]string{"host": "field.required"}},
		"the head as a member here": {func(m *party.LifeMeeting) { m.HeadAsMember = true }, map[string]string{"head_as_member": "party.life.only-branch"}},
		"of a branch": {func(m *party.LifeMeeting) {
			*m = party.LifeMeeting{Kind: party.OrganisationalLife, Branch: "机关一支部", HeldOn: "2026-03-08", HostID: "head", HeadAsMember: true, HeadCommented: true}
		}, nil},
		"of no branch": {func(m *party.LifeMeeting) {
			*m = party.LifeMeeting{Kind: party.OrganisationalLife, HeldOn: "2026-03-20"}
		}, map[string]string{"branch": "field.required"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := lifeMeeting()
			c.change(&m)
			var checks fault.Checks
			m.Check(&checks, today)
			compare(t, c.want, wrongs(t, &checks))
		})
	}
}

func TestTheChecklistTellsWhatIsNextAndWhatWasLeftOut(t *testing.T) {
	states := func(m party.LifeMeeting) map[party.StepCode]party.StepState {
		out := map[party.StepCode]party.StepState{}
		for _, s := range m.Checklist(today) {
			out[s.Code] = s.State
		}
		return out
	}
	m := party.LifeMeeting{Kind: party.DemocraticLife, ConsentAskedOn: "2026-03-03", HeldOn: "2026-03-20"}
	got := states(m)
	if got[party.StepAsked] != party.StepDone || got[party.StepConsent] != party.StepNext || got[party.StepPlan] != party.StepWaiting || got[party.StepHeld] != party.StepWaiting {
		t.Errorf("before: %v", got)
	}
	m = lifeMeeting()
	m.StudyOn, m.ReportOn = "", ""
	got = states(m)
	if got[party.StepStudy] != party.StepMissing || got[party.StepHeld] != party.StepDone || got[party.StepReport] != party.StepNext {
		t.Errorf("after: %v", got)
	}
	if n := len(party.LifeMeeting{Kind: party.OrganisationalLife}.Checklist(today)); n != 3 {
		t.Errorf("a branch has %d steps", n)
	}
}

// However the days are chosen: what the rule accepts has its report after the
// meeting and everything else before it.
func TestAcceptedStepsAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(name string) workday.Date {
			if rapid.Bool().Draw(t, name+"?") {
				return ""
			}
			return workday.Date("2026-03-01").AddDays(rapid.IntRange(0, 12).Draw(t, name))
		}
		m := party.LifeMeeting{Kind: party.DemocraticLife, Theme: "x", HostID: "head", ConsentBy: "市委", ConsentAskedOn: day("asked"),
			ConsentOn: day("consent"), PlanOn: day("plan"), StudyOn: day("study"), OpinionsOn: day("opinions"), PapersOn: day("papers"),
			HeldOn: day("held"), ReportOn: day("report")}
		var checks fault.Checks
		if m.Check(&checks, today); checks.Err() != nil {
			return
		}
		for _, s := range m.Checklist(today) {
			before := s.Code != party.StepHeld && s.Code != party.StepReport
			if before && s.On.After(m.HeldOn) || s.Code == party.StepReport && s.On.Before(m.HeldOn) || s.Code != party.StepHeld && s.On.After(today) {
				t.Fatalf("%s on %s with the meeting on %q", s.Code, s.On, m.HeldOn)
			}
		}
	})
}

func TestPapersAreReviewedBySomebodyElseBeforeTheMeeting(t *testing.T) {
	same := func(part string) string { return part }
	for name, c := range map[string]struct {
		p    party.SelfPaper
		want map[string]string
	}{
		"of the team":       {party.SelfPaper{ReviewedBy: "head", ReviewedOn: "2026-03-07", Revisions: 3}, nil},
		"his own":           {party.SelfPaper{PersonID: "head", ReviewedBy: "head", ReviewedOn: "2026-03-07"}, map[string]string{"reviewed_by": "party.paper.own"}},
		"after the meeting": {party.SelfPaper{PersonID: "leader", ReviewedBy: "head", ReviewedOn: "2026-03-09"}, map[string]string{"reviewed_on": "party.life.after-meeting"}},
		"not reviewed":      {party.SelfPaper{PersonID: "leader", Revisions: -1}, map[string]string{"reviewed_by": "field.required", "revisions": "field.bad-number"}},
	} {
		t.Run(name, func(t *testing.T) {
			var checks fault.Checks
			c.p.Check(&checks, lifeMeeting(), today, same)
			compare(t, c.want, wrongs(t, &checks))
		})
	}
}

func TestACriticismGetsAMeasureAfterTheMeeting(t *testing.T) {
	for name, c := range map[string]struct {
		x    party.Criticism
		want map[string]string
	}{
		"with a measure":    {party.Criticism{FromID: "a", ToID: "b", Text: "x", Measure: "y", Due: "2026-06-30", DoneOn: "2026-03-10"}, nil},
		"measure to follow": {party.Criticism{FromID: "a", ToID: "a", Text: "x"}, nil},
		"done without one":  {party.Criticism{FromID: "a", ToID: "b", Text: "x", DoneOn: "2026-03-10"}, map[string]string{"remedy": "party.criticism.no-measure"}},
		"due before it":     {party.Criticism{FromID: "a", ToID: "b", Text: "x", Measure: "y", Due: "2026-03-01"}, map[string]string{"due": "party.before-meeting"}},
		"of nobody":         {party.Criticism{}, map[string]string{"critic": "field.required", "criticised": "field.required", "criticism": "field.required"}},
	} {
		t.Run(name, func(t *testing.T) {
			var checks fault.Checks
			c.x.Check(&checks, lifeMeeting(), today)
			compare(t, c.want, wrongs(t, &checks))
		})
	}
	var checks fault.Checks
	party.Criticism{FromID: "a", ToID: "b", Text: "x"}.Check(&checks, party.LifeMeeting{HeldOn: "2026-03-20"}, today)
	compare(t, map[string]string{"criticism": "party.criticism.not-held"}, wrongs(t, &checks))
}
