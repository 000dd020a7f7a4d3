package workday

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestDefaultProfileFromTheFeedbackMeeting(t *testing.T) {
	events := map[Base]Date{FeedbackMeeting: "2026-03-31", InspectionEnd: "2026-03-20", ImmediateNotice: "2026-03-02"}
	want := map[Code]Date{
		Immediate:        "2026-03-20",
		ImmediateReply:   "2026-03-12",
		Mobilise:         "2026-04-03",
		Plan:             "2026-04-22", // 清明节 takes the Monday
		LifeMeeting:      "2026-04-30",
		LifeMeetingPaper: "2026-05-15",
		Progress:         "2026-04-30",
		PeriodEnd:        "2026-09-30",
		Reports:          "2026-10-13", // the National Day, and a Saturday worked
		Publish:          "",           // counts from the acceptance alone
		Evaluate:         "2026-10-30",
		FollowUp:         "2027-03-30",
	}
	dues := DefaultProfile(City).Resolve(events, China())
	if len(dues) != len(want) {
		t.Fatalf("%d deadlines, want %d", len(dues), len(want))
	}
	for _, d := range dues {
		if d.Date != want[d.Rule.Code] {
			t.Errorf("%s is due %s, want %s (%s)", d.Rule.Code, d.Date, want[d.Rule.Code], d.Chinese())
		}
	}
	county := DefaultProfile(County).Resolve(events, China())
	if got := county[7].Date; got != "2026-06-30" {
		t.Errorf("period of a county ends %s, want 2026-06-30", got)
	}
}

func TestAnEventReplacesThePlannedBase(t *testing.T) {
	profile := DefaultProfile(City)
	index := slices.IndexFunc(profile, func(r Rule) bool { return r.Code == LifeMeetingPaper })
	planned := profile.Resolve(map[Base]Date{FeedbackMeeting: "2026-07-09"}, China())[index]
	if planned.Date != "2026-08-24" || !planned.Planned || planned.BaseDate != "2026-08-09" {
		t.Errorf("planned: %+v", planned)
	}
	if got := planned.Chinese(); got != "专题民主生活会后15日内，自计划2026年8月9日起算" {
		t.Errorf("ground of the planned deadline: %s", got)
	}
	held := profile.Resolve(map[Base]Date{FeedbackMeeting: "2026-07-09", Base(LifeMeeting): "2026-08-05"}, China())[index]
	if held.Date != "2026-08-20" || held.Planned {
		t.Errorf("held: %+v", held)
	}
}

func TestPublicationIsDueSoLongAfterTheAcceptance(t *testing.T) {
	profile := DefaultProfile(City)
	index := slices.IndexFunc(profile, func(r Rule) bool { return r.Code == Publish })
	if got := profile.Resolve(map[Base]Date{ReportAccepted: "2026-09-21"}, China())[index]; got.Date != "2026-10-12" || got.Chinese() == "" {
		t.Errorf("accepted on 21 September, published by %s (%s)", got.Date, got.Chinese())
	}
}

func TestAnUnpublishedYearReachesWhatCountsFromIt(t *testing.T) {
	profile := Profile{
		{Code: PeriodEnd, Base: FeedbackMeeting, Offset: Offset{60, Workdays}},
		{Code: Evaluate, Base: Base(PeriodEnd), Offset: Offset{1, Months}},
	}
	due := profile.Resolve(map[Base]Date{FeedbackMeeting: "2026-11-20"}, China())[1]
	if !slices.Equal(due.Unpublished, []int{2027}) {
		t.Errorf("unpublished = %v, want [2027]", due.Unpublished)
	}
	want := "集中整改期结束后1个月内，自计划2027年2月12日起算，2027年节假日安排尚未公布，暂按周一至周五计算"
	if got := due.Chinese(); got != want {
		t.Errorf("ground:\n got %s\nwant %s", got, want)
	}
}

func TestRepeatingRulesKeepTheDay(t *testing.T) {
	monthly := Rule{Code: Progress, Base: FeedbackMeeting, Offset: Offset{1, Months}, Repeat: true}
	var got []Date
	for n := 1; n <= 4; n++ {
		got = append(got, monthly.Occurrence(n, "2026-01-31", China()).Date)
	}
	if diff := cmp.Diff([]Date{"2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"}, got); diff != "" {
		t.Error(diff)
	}
	if next := monthly.Next("2026-04-01", "2026-01-31", China()).Date; next != "2026-04-30" {
		t.Errorf("next after 1 April = %s", next)
	}
	if once := DefaultProfile(City)[2].Next("2027-01-01", "2026-07-09", China()).Date; once != "2026-07-14" {
		t.Errorf("a rule that does not repeat moved to %s", once)
	}
}

func TestRuleInWords(t *testing.T) {
	want := []string{"巡察结束当日", "收到立行立改通知书后10日内", "反馈会后3个工作日内", "反馈会后15个工作日内",
		"反馈会后1个月内", "专题民主生活会后15日内", "反馈会后每1个月", "反馈会后6个月内", "集中整改期结束后5个工作日内",
		"整改报告审核通过后10个工作日内", "集中整改期结束后1个月内", "集中整改期结束后每6个月"}
	var got []string
	for _, r := range DefaultProfile(City) {
		got = append(got, r.Chinese())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestProfileCheck(t *testing.T) {
	if err := DefaultProfile(City).Check(); err != nil {
		t.Error(err)
	}
	days := Offset{1, Days}
	wrong := map[string]Profile{
		"no code":      {{Base: FeedbackMeeting, Offset: days}},
		"twice":        {{Code: Plan, Base: FeedbackMeeting, Offset: days}, {Code: Plan, Base: FeedbackMeeting, Offset: days}},
		"unknown base": {{Code: Plan, Base: "new-year", Offset: days}},
		"itself":       {{Code: Plan, Base: Base(Plan), Offset: days}},
		"in a round":   {{Code: Plan, Base: Base(Reports), Offset: days}, {Code: Reports, Base: Base(Plan), Offset: days}},
		"unit":         {{Code: Plan, Base: FeedbackMeeting, Offset: Offset{1, "weeks"}}},
		"negative":     {{Code: Plan, Base: FeedbackMeeting, Offset: Offset{-1, Days}}},
		"no unit":      {{Code: Plan, Base: FeedbackMeeting, Offset: Offset{3, Open}}},
		"repeats at 0": {{Code: Progress, Base: FeedbackMeeting, Offset: Offset{0, Days}, Repeat: true}},
	}
	for name, p := range wrong {
		if err := p.Check(); !errors.Is(err, ErrProfile) {
			t.Errorf("%s: %v, want ErrProfile", name, err)
		}
	}
	round := wrong["in a round"].Resolve(map[Base]Date{FeedbackMeeting: "2026-07-09"}, China())
	if !round[0].Date.IsZero() {
		t.Errorf("a profile that counts in a round gave %s", round[0].Date)
	}
}

func TestProfileIsASetting(t *testing.T) {
	text, err := json.Marshal(DefaultProfile(City))
	if err != nil {
		t.Fatal(err)
	}
	var back Profile
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(DefaultProfile(City), back); diff != "" {
		t.Error(diff)
	}
}

func TestALongerOffsetIsNeverDueEarlier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := Date("2024-01-01").AddDays(rapid.IntRange(0, 1500).Draw(t, "base"))
		unit := rapid.SampledFrom([]Unit{Days, Workdays, Months}).Draw(t, "unit")
		n := rapid.IntRange(0, 200).Draw(t, "n")
		shorter, _ := Offset{n, unit}.From(base, China())
		longer, _ := Offset{n + 1, unit}.From(base, China())
		if !shorter.Before(longer) || shorter.Before(base) {
			t.Fatalf("%s + %d %s = %s, + one more = %s", base, n, unit, shorter, longer)
		}
	})
}
