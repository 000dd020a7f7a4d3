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
		"order":           {{10, Green, who}, {20, Yellow, who}},
		"same day":        {{10, Green, who}, {10, Yellow, who}},
		"colour":          {{10, "blue", who}},
		"tells nobody":    {{10, Green, nil}},
		"red too early":   {{0, Red, who}},
		"yellow too late": {{-3, Yellow, who}},
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
