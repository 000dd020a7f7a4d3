package ui

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The shares of a whole fill it exactly, in order, and nothing that is counted has no share.
func TestSharesFillTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(-2, 5000), 0, 9).Draw(t, "counts")
		var parts []Part
		positive := 0
		for _, c := range counts {
			parts = append(parts, Part{Count: c})
			if c > 0 {
				positive++
			}
		}
		slices := slices100(parts)
		if len(slices) != positive {
			t.Fatalf("%d shares for %d counts above zero", len(slices), positive)
		}
		at := 0.0
		for _, s := range slices {
			if math.Abs(s.from-at) > 1e-6 || s.share <= 0 {
				t.Fatalf("share from %v, want %v", s.from, at)
			}
			at += s.share
		}
		if positive > 0 && math.Abs(at-100) > 1e-6 {
			t.Fatalf("shares add up to %v", at)
		}
	})
}

func TestScheduleBarsStayOnTheScale(t *testing.T) {
	rows := []StageSpan{
		{From: "2026-03-18", Due: "2026-04-09", Begun: "2026-03-20", Done: "2026-04-30"},
		{Due: "2026-09-18", Begun: "2026-04-10"},
		{From: "not a date", Due: ""},
	}
	s := newSchedule(rows, "2026-06-30")
	if b, ok := s.bar("2026-03-18", "2026-09-18"); !ok || b.x != "0" || b.width != "100" {
		t.Errorf("the whole scale is %v", b)
	}
	if b, ok := s.bar("", "2026-09-18"); !ok || b.x != "99.2" {
		t.Errorf("a single last day is %v", b)
	}
	if _, ok := s.bar(rows[2].From, rows[2].Due); ok {
		t.Error("a bar without dates")
	}
	if open, ok := s.actual(rows[1], "2026-06-30"); !ok || open.x == "0" {
		t.Errorf("work under way is drawn until today: %v", open)
	}
	if _, ok := s.actual(StageSpan{Due: "2026-09-18"}, "2026-06-30"); ok {
		t.Error("an actual bar for what has not begun")
	}
	if _, ok := newSchedule(nil, "2026-06-30").bar("2026-06-30", "2026-06-30"); ok {
		t.Error("a bar on a scale without length")
	}
}
