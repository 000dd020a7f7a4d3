package workday

import "testing"

func TestMovesSayWhatChangesAndWhatBecomesOverdue(t *testing.T) {
	events := map[Base]Date{FeedbackMeeting: "2026-03-02"}
	was := Profile{{Code: Plan, Base: FeedbackMeeting, Offset: Offset{15, Workdays}}, {Code: PeriodEnd, Base: FeedbackMeeting, Offset: Offset{6, Months}},
		{Code: Reports, Base: Base(PeriodEnd), Offset: Offset{5, Workdays}}, {Code: "中期督导", Base: FeedbackMeeting, Offset: Offset{3, Months}}}
	will := Profile{{Code: PeriodEnd, Base: FeedbackMeeting, Offset: Offset{3, Months}}, {Code: Reports, Base: Base(PeriodEnd), Offset: Offset{5, Workdays}},
		{Code: Plan, Base: FeedbackMeeting, Offset: Offset{15, Workdays}}, {Code: "回头看", Base: Base(PeriodEnd), Offset: Offset{10, Days}}}
	want := []struct {
		code      Code
		was, will Date
		overdue   bool // on 2026-06-11
	}{
		{PeriodEnd, "2026-09-02", "2026-06-02", true},
		{Reports, "2026-09-09", "2026-06-09", true},
		{Plan, "2026-03-23", "2026-03-23", false},
		{"回头看", "", "2026-06-12", false},
		{"中期督导", "2026-06-02", "", false},
	}
	got := Moves(was.Resolve(events, China()), will.Resolve(events, China()))
	if len(got) != len(want) {
		t.Fatalf("%d moves, want %d", len(got), len(want))
	}
	for i, w := range want {
		m := got[i]
		if m.Code != w.code || m.Was.Date != w.was || m.Will.Date != w.will || m.BecomesOverdue("2026-06-11") != w.overdue || m.Moved() != (w.was != w.will) {
			t.Errorf("move %d is %s: %s → %s, overdue %v", i, m.Code, m.Was.Date, m.Will.Date, m.BecomesOverdue("2026-06-11"))
		}
		if m.Rule().Code != w.code {
			t.Errorf("%s leaves the rule of %s", w.code, m.Rule().Code)
		}
	}
}

func TestShippedCodesStayAndOwnOnesMayGo(t *testing.T) {
	before := append(DefaultProfile(City), Rule{Code: "中期督导", Base: FeedbackMeeting, Offset: Offset{3, Months}})
	after := DefaultProfile(City)[1:]
	if missing := after.Without(before); len(missing) != 1 || missing[0] != Immediate {
		t.Errorf("missing %v, want the shipped one only", missing)
	}
	for _, b := range before.Bases() {
		if b == Base(Progress) {
			t.Error("a repeating deadline is offered as a base")
		}
		if err := append(before, Rule{Code: "x", Base: b, Offset: Offset{1, Days}}).Check(); err != nil {
			t.Errorf("base %s: %v", b, err)
		}
	}
}

func TestASoundLadderForWarnings(t *testing.T) {
	for name, l := range map[string]Ladder{
		"no red":        {{DaysBefore: 10, Colour: Green, Roles: []string{"officer"}}},
		"yellow, green": {{DaysBefore: 20, Colour: Yellow, Roles: []string{"officer"}}, {DaysBefore: 10, Colour: Green, Roles: []string{"officer"}}, {DaysBefore: -1, Colour: Red, Roles: []string{"head"}}},
		"only red":      {{DaysBefore: -1, Colour: Red, Roles: []string{"head"}}},
		"red at -5":     {{DaysBefore: 10, Colour: Green, Roles: []string{"officer"}}, {DaysBefore: -5, Colour: Red, Roles: []string{"head"}}},
	} {
		if l.Whole() {
			t.Errorf("%s passes", name)
		}
	}
	if !DefaultLadder().Whole() {
		t.Error("the shipped ladder does not pass")
	}
}
