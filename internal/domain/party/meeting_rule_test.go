package party_test

import (
	"errors"
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"

	"github.com/google/go-cmp/cmp"
)

const today workday.Date = "2026-03-10"

// wrongs gives what the checks found: field → code.
func wrongs(t *testing.T, c *fault.Checks) map[string]string {
	t.Helper()
	out := map[string]string{}
	var f *fault.Error
	if errors.As(c.Err(), &f) {
		for _, field := range f.Fields {
			out[field.Name] = field.Code
		}
	}
	return out
}

func compare(t *testing.T, want, got map[string]string) {
	t.Helper()
	if want == nil {
		want = map[string]string{}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestWhatAMeetingNeeds(t *testing.T) {
	good := party.Meeting{Kind: party.PartyGroup, Title: "专题党组会", HeldOn: "2026-03-09", ChairID: "head"}
	for name, c := range map[string]struct {
		change func(*party.Meeting)
		want   map[string]string
	}{
		"complete":             {func(*party.Meeting) {}, nil},
		"held today":           {func(m *party.Meeting) { m.HeldOn = today }, nil},
		"no title":             {func(m *party.Meeting) { m.Title = " " }, map[string]string{"name": "field.required"}},
		"unknown kind":         {func(m *party.Meeting) { m.Kind = "tea" }, map[string]string{"kind": "field.unknown-value"}},
		"impossible day":       {func(m *party.Meeting) { m.HeldOn = "2026-02-30" }, map[string]string{"held_on": "field.bad-date"}},
		"nobody chairs":        {func(m *party.Meeting) { m.ChairID = "" }, map[string]string{"chair": "field.required"}},
		"the team holds it":    {func(m *party.Meeting) { m.ChairID, m.Kind = "", party.FeedbackMeeting }, nil},
		"planned":              {func(m *party.Meeting) { m.HeldOn = "2026-04-01" }, nil},
		"planned, yet adopted": {func(m *party.Meeting) { m.HeldOn, m.AdoptedReport = "2026-04-01", true }, map[string]string{"adopted_report": "party.meeting.not-held"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := good
			c.change(&m)
			var checks fault.Checks
			m.Check(&checks, today)
			compare(t, c.want, wrongs(t, &checks))
		})
	}
}

func TestAMeetingOfTomorrowIsNotHeld(t *testing.T) {
	for day, held := range map[workday.Date]bool{"2026-03-09": true, today: true, "2026-03-11": false, "": false} {
		if got := (party.Meeting{HeldOn: day}).Held(today); got != held {
			t.Errorf("%q: held %v", day, got)
		}
	}
}

func TestAttendance(t *testing.T) {
	m := party.Meeting{HeldOn: "2026-03-09", ChairID: "head"}
	for name, c := range map[string]struct {
		meeting party.Meeting
		list    []party.Attendance
		want    map[string]string
	}{
		"all is well": {m, []party.Attendance{{PersonID: "head", Presence: party.Present},
			{PersonID: "leader", Presence: party.Absent, Reason: "出差"}, {PersonID: "clerk", Presence: party.Observer}}, nil},
		"twice": {m, []party.Attendance{{PersonID: "leader", Presence: party.Present}, {PersonID: "leader", Presence: party.Observer}},
			map[string]string{"attendance[1].person": "party.meeting.twice"}},
		"absent without a reason": {m, []party.Attendance{{PersonID: "leader", Presence: party.Absent}},
			map[string]string{"attendance[0].absence": "field.required"}},
		"present with a reason": {m, []party.Attendance{{PersonID: "leader", Presence: party.Present, Reason: "出差"}},
			map[string]string{"attendance[0].absence": "party.meeting.reason-of-present"}},
		"the chair is absent": {m, []party.Attendance{{PersonID: "head", Presence: party.Absent, Reason: "出差"}},
			map[string]string{"attendance[0].presence": "party.meeting.chair-absent"}},
		"rows left blank": {m, []party.Attendance{{PersonID: "leader"}, {PersonID: "leader"}}, nil},
		"a reason alone": {m, []party.Attendance{{PersonID: "leader", Reason: "出差"}},
			map[string]string{"attendance[0].presence": "field.required", "attendance[0].absence": "party.meeting.reason-of-present"}},
		"still to come, rows blank": {party.Meeting{HeldOn: "2026-03-11"}, []party.Attendance{{PersonID: "leader"}}, nil},
		"still to come": {party.Meeting{HeldOn: "2026-03-11"}, []party.Attendance{{PersonID: "leader", Presence: party.Present}},
			map[string]string{"attendance": "party.meeting.not-held"}},
	} {
		t.Run(name, func(t *testing.T) {
			var checks fault.Checks
			c.meeting.CheckAttendance(&checks, c.list, today)
			compare(t, c.want, wrongs(t, &checks))
		})
	}
}

func TestWhoChairsIsThere(t *testing.T) {
	m := party.Meeting{HeldOn: "2026-03-09", ChairID: "head"}
	got := m.WithChair([]party.Attendance{{PersonID: "leader", Presence: party.Present}}, today)
	if len(got) != 2 || got[0].PersonID != "head" || got[0].Presence != party.Present {
		t.Errorf("got %+v", got)
	}
	if got := m.WithChair(got, today); len(got) != 2 {
		t.Errorf("the chair stands twice: %+v", got)
	}
	m.HeldOn = "2026-03-11"
	if got := m.WithChair(nil, today); got != nil {
		t.Errorf("a planned meeting has attendance %+v", got)
	}
}

func TestResolutions(t *testing.T) {
	m := party.Meeting{HeldOn: "2026-03-05"}
	for name, c := range map[string]struct {
		r    party.Resolution
		want map[string]string
	}{
		"a blank row":        {party.Resolution{}, nil},
		"done in between":    {party.Resolution{Text: "修订办法", Due: "2026-03-20", DoneOn: "2026-03-08"}, nil},
		"no words":           {party.Resolution{Due: "2026-03-20"}, map[string]string{"resolutions[0].content": "field.required"}},
		"due before it":      {party.Resolution{Text: "x", Due: "2026-03-01"}, map[string]string{"resolutions[0].due": "party.before-meeting"}},
		"done before it":     {party.Resolution{Text: "x", DoneOn: "2026-03-01"}, map[string]string{"resolutions[0].done_on": "party.before-meeting"}},
		"done in the future": {party.Resolution{Text: "x", DoneOn: "2026-03-11"}, map[string]string{"resolutions[0].done_on": "party.future"}},
	} {
		t.Run(name, func(t *testing.T) {
			var checks fault.Checks
			m.CheckResolutions(&checks, []party.Resolution{c.r}, today)
			compare(t, c.want, wrongs(t, &checks))
		})
	}
}

func TestAMeetingThatAdoptedThePlanStaysOnItsDay(t *testing.T) {
	was := party.Meeting{Kind: party.PartyGroup, HeldOn: "2026-03-05", AdoptedPlan: "v2"}
	moved := was
	moved.HeldOn, moved.Kind = "2026-03-06", party.ProgressMeeting
	var checks fault.Checks
	moved.CheckChange(&checks, was)
	compare(t, map[string]string{"held_on": "party.meeting.adopted", "kind": "party.meeting.adopted"}, wrongs(t, &checks))
	was.AdoptedPlan = ""
	checks = fault.Checks{}
	moved.CheckChange(&checks, was)
	compare(t, nil, wrongs(t, &checks))
}
