package workday

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestDefaultLadder(t *testing.T) {
	due := Date("2026-06-30")
	cases := map[Date]Colour{
		"2026-06-09": NoColour, "2026-06-10": Green, "2026-06-19": Green,
		"2026-06-20": Yellow, "2026-06-30": Yellow, "2026-07-01": Red, "2027-01-01": Red,
	}
	ladder := DefaultLadder()
	for today, want := range cases {
		if got := ladder.Colour(due, today); got != want {
			t.Errorf("on %s the deadline %s is %q, want %q", today, due, got, want)
		}
	}
	if ladder.Colour("", "2026-07-01") != NoColour || (Ladder{}).Colour(due, "2026-07-01") != NoColour {
		t.Error("a colour without a date or a ladder")
	}
	if step, ok := ladder.Step(due, "2026-07-01"); !ok || step.Roles[1] != "head" {
		t.Errorf("overdue tells %v", step.Roles)
	}
	if err := ladder.Check(); err != nil {
		t.Error(err)
	}
}

func TestLadderCheck(t *testing.T) {
	who := []string{"officer"}
	wrong := map[string]Ladder{
		"order":           {{10, Green, who, Days}, {20, Yellow, who, Days}},
		"same day":        {{10, Green, who, Days}, {10, Yellow, who, Days}},
		"colour":          {{10, "blue", who, Days}},
		"tells nobody":    {{10, Green, nil, Days}},
		"red too early":   {{0, Red, who, Days}},
		"mixed days":      {{20, Green, who, Days}, {10, Yellow, who, Workdays}},
		"yellow too late": {{-3, Yellow, who, Days}},
	}
	for name, l := range wrong {
		if err := l.Check(); !errors.Is(err, ErrLadder) {
			t.Errorf("%s: %v, want ErrLadder", name, err)
		}
	}
}

func TestColoursOnlyGetMoreUrgent(t *testing.T) {
	urgency := map[Colour]int{NoColour: 0, Green: 1, Yellow: 2, Red: 3}
	rapid.Check(t, func(t *rapid.T) {
		due := drawDate(t)
		today := due.AddDays(rapid.IntRange(-60, 60).Draw(t, "days"))
		now, tomorrow := DefaultLadder().Colour(due, today), DefaultLadder().Colour(due, today.AddDays(1))
		if urgency[tomorrow] < urgency[now] {
			t.Fatalf("due %s: %s on %s, then %s", due, now, today, tomorrow)
		}
		if (now == Red) != Overdue(due, today) {
			t.Fatalf("due %s is %s on %s", due, now, today)
		}
	})
}

// TestWorkingDaysBeforeADeadline counts with the make-up days: from 2026-09-30
// on the holidays of October lie between, and 10 October is worked.
func TestWorkingDaysBeforeADeadline(t *testing.T) {
	who := []string{"officer"}
	ladder := Ladder{{5, Green, who, Workdays}, {2, Yellow, who, Workdays}, {-1, Red, who, Workdays}}
	c := China()
	rapid.Check(t, func(t *rapid.T) {
		due := Date("2026-10-12").AddDays(rapid.IntRange(-40, 40).Draw(t, "due"))
		today := due.AddDays(rapid.IntRange(-30, 5).Draw(t, "days"))
		want := NoColour
		for i, s := range ladder {
			from := due.AddDays(1)
			if s.DaysBefore > 0 {
				// the first day from which so many working days or fewer lead to the deadline
				for from = due; worked(c, from.AddDays(-1), due) <= s.DaysBefore; from = from.AddDays(-1) {
				}
			}
			if today >= from {
				want = ladder[i].Colour
			}
		}
		if got := ladder.On(today, c).Colour(due, today); got != want {
			t.Fatalf("due %s is %q on %s, want %q", due, got, today, want)
		}
	})
}

// worked counts the working days after a day up to another.
func worked(c *Calendar, after, until Date) int {
	n := 0
	for d := after.AddDays(1); d <= until; d = d.AddDays(1) {
		if c.IsWorkday(d) {
			n++
		}
	}
	return n
}
