package party

import (
	"slices"
	"testing"
)

// whole is a file that misses nothing on 2026-03-20.
func whole() LifeFile {
	return LifeFile{
		Meeting: LifeMeeting{Kind: DemocraticLife, Theme: "真改实改", ConsentAskedOn: "2026-03-01", AskNumber: "1号", ConsentOn: "2026-03-02", ConsentNumber: "2号",
			ConsentHash: "ab", PlanOn: "2026-03-03", StudyOn: "2026-03-04", Studies: []string{"s"}, OpinionsOn: "2026-03-05", HeldOn: "2026-03-10", HostID: "head",
			CircularOn: "2026-03-12", ReportOn: "2026-03-15"},
		Guests:   []Guest{{Body: GuestOffice, InvitedOn: "2026-03-04"}, {Body: GuestDiscipline, InvitedOn: "2026-03-04"}, {Body: GuestOrganisation, InvitedOn: "2026-03-04"}},
		Opinions: 3, Members: []string{"head", "leader"}, Problems: []string{"p1", "p2"},
		Papers: []SelfPaper{{ReviewedOn: "2026-03-08"}, {PersonID: "head", ReviewedOn: "2026-03-08", Problems: []string{"p1"}},
			{PersonID: "leader", ReviewedOn: "2026-03-08", Problems: []string{"p2"}}},
		Among: Share{1, 1}, Reached: Share{2, 2}, Criticisms: 4, ReportDue: "2026-03-25",
	}
}

func TestEachStageSaysWhatIsMissing(t *testing.T) {
	for _, s := range whole().Stages("2026-03-20") {
		if s.State != StepDone || len(s.Lacks) > 0 {
			t.Errorf("%s: %s %v", s.Code, s.State, s.Lacks)
		}
	}
	for _, c := range []struct {
		spoil func(*LifeFile)
		stage StageCode
		code  string
	}{
		{func(f *LifeFile) { f.Meeting.AskNumber = "" }, StageConsent, "ask-number"},
		{func(f *LifeFile) { f.Meeting.ConsentHash = "" }, StageConsent, "consent-paper"},
		{func(f *LifeFile) { f.Guests[1].InvitedOn = "" }, StageGuests, "guest.discipline"},
		{func(f *LifeFile) { f.Meeting.Studies = nil }, StageStudy, "study-record"},
		{func(f *LifeFile) { f.Unassigned = 1 }, StageOpinions, "unassigned"},
		{func(f *LifeFile) { f.Unconfirmed = 1 }, StageTalks, "talks-unconfirmed"},
		{func(f *LifeFile) { f.Papers[2].ReviewedOn = "" }, StagePapers, "papers-open"},
		{func(f *LifeFile) { f.Papers = f.Papers[:2] }, StagePapers, "papers"},
		{func(f *LifeFile) { f.Papers[2].Problems = nil }, StagePapers, "untaken"},
		{func(f *LifeFile) { f.Bare = 2 }, StageMeasures, "bare"},
		{func(f *LifeFile) { f.Silent = 1 }, StageMeasures, "silent"},
		{func(f *LifeFile) { f.Meeting.ReportOn = ""; f.ReportDue = "2026-03-19" }, StageReport, "report-late"},
	} {
		f := whole()
		c.spoil(&f)
		i := slices.IndexFunc(f.Stages("2026-03-20"), func(s Stage) bool { return s.Code == c.stage })
		s := f.Stages("2026-03-20")[i]
		if s.State != StepMissing || !slices.ContainsFunc(s.Lacks, func(l Lack) bool { return l.Code == "life.lack."+c.code }) {
			t.Errorf("%s: %s %v, want %s", c.stage, s.State, s.Lacks, c.code)
		}
	}
}

func TestAProblemThatOnlyTheBodyTookHasNoTaker(t *testing.T) {
	got := Untaken([]string{"p1", "p2"}, []SelfPaper{{Problems: []string{"p1", "p2"}}, {PersonID: "head", Problems: []string{"p1"}}})
	if !slices.Equal(got, []string{"p2"}) {
		t.Errorf("untaken %v", got)
	}
}

func TestBeforeTheMeetingWhatFollowsItWaits(t *testing.T) {
	f := whole()
	f.Meeting.HeldOn, f.Meeting.CircularOn, f.Meeting.ReportOn, f.Meeting.PlanOn, f.Criticisms = "2026-03-30", "", "", "", 0
	states := map[StageCode]StepState{}
	for _, s := range f.Stages("2026-03-20") {
		states[s.Code] = s.State
	}
	for code, want := range map[StageCode]StepState{StageConsent: StepDone, StagePlan: StepNext, StageMeeting: StepWaiting, StageMeasures: StepWaiting, StageReport: StepWaiting} {
		if states[code] != want {
			t.Errorf("%s is %s, want %s", code, states[code], want)
		}
	}
}

func TestOnlyThoseWhoTakePartAndTheNamedReadALifeMeeting(t *testing.T) {
	m := LifeMeeting{Kind: DemocraticLife, HostID: "head", Circle: []string{"clerk"}}
	if got := m.Readers([]string{"head", "leader"}); !slices.Equal(got, []string{"head", "leader", "clerk"}) {
		t.Errorf("democratic: %v", got)
	}
	m.Kind, m.HostID = OrganisationalLife, "secretary"
	if got := m.Readers([]string{"head", "leader"}); !slices.Equal(got, []string{"secretary", "clerk"}) {
		t.Errorf("of a branch: %v", got)
	}
}
