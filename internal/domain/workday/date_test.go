package workday

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for _, good := range []string{"", "2026-07-09", "2024-02-29", "0001-01-01", "9999-12-31"} {
		if d, err := ParseDate(good); err != nil || d.String() != good {
			t.Errorf("ParseDate(%q) = %q, %v", good, d, err)
		}
	}
	bad := []string{"2026-02-29", "2026-13-01", "2026-7-9", "20260709", " 2026-07-09", "2026-07-09T00:00:00Z",
		"0000-01-01", "10000-01-01", "今天", "2026-07-0９"}
	for _, text := range bad {
		if d, err := ParseDate(text); !errors.Is(err, ErrDate) || d != "" {
			t.Errorf("ParseDate(%q) = %q, %v; want ErrDate", text, d, err)
		}
	}
}

func TestAddMonthsKeepsToTheEndOfAShorterMonth(t *testing.T) {
	cases := []struct {
		from Date
		n    int
		want Date
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-01-30", 1, "2026-02-28"},
		{"2026-01-28", 1, "2026-02-28"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2026-07-09", 6, "2027-01-09"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-12-31", 0, "2026-12-31"},
		{"9999-12-01", 1, LastDate},
		{"0001-01-01", -1, FirstDate},
		{"", 5, ""},
	}
	for _, c := range cases {
		if got := c.from.AddMonths(c.n); got != c.want {
			t.Errorf("%q.AddMonths(%d) = %q, want %q", c.from, c.n, got, c.want)
		}
	}
}

func TestDateOfTakesTheDayOfThePlace(t *testing.T) {
	shanghai := time.FixedZone("Asia/Shanghai", 8*60*60)
	evening := time.Date(2026, 7, 8, 16, 30, 0, 0, time.UTC)
	if got := DateOf(evening, shanghai); got != "2026-07-09" {
		t.Errorf("half past midnight in Shanghai is %q, want 2026-07-09", got)
	}
	if got := Date("2026-07-09").Time(shanghai); !got.Equal(evening.Add(-30 * time.Minute)) {
		t.Errorf("2026-07-09 starts at %v", got)
	}
}

func TestChineseForm(t *testing.T) {
	if got := Date("2026-07-09").Chinese(); got != "2026年7月9日" {
		t.Errorf("Chinese() = %q", got)
	}
	if got := Date("").Chinese(); got != "" {
		t.Errorf("no date in Chinese = %q", got)
	}
	if d, err := ParseChineseDate("2026年07月09日"); err != nil || d != "2026-07-09" {
		t.Errorf("leading zeros: %q, %v", d, err)
	}
	for _, text := range []string{"2026年2月30日", "2026年7月", "7月9日", "2026-07-09", ""} {
		if _, err := ParseChineseDate(text); !errors.Is(err, ErrDate) {
			t.Errorf("ParseChineseDate(%q): %v, want ErrDate", text, err)
		}
	}
}

func TestOrderAndNoDate(t *testing.T) {
	if !Date("2026-07-09").Before("2026-07-10") || Date("").Before("2026-07-10") || Date("2026-07-10").After("") {
		t.Error("order of dates")
	}
	if d := Date("2026-07-09"); d.Weekday() != time.Thursday || d.Year() != 2026 || d.Month() != 7 || d.Day() != 9 {
		t.Error("parts of a date")
	}
	if got := Date("2026-02-03").EndOfMonth(); got != "2026-02-28" {
		t.Errorf("end of February 2026 = %q", got)
	}
}

// drawDate draws a day between 1900 and 2150.
func drawDate(t *rapid.T) Date {
	return Date("1900-01-01").AddDays(rapid.IntRange(0, 91_000).Draw(t, "days since 1900"))
}

func TestDateArithmeticProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := drawDate(t), rapid.IntRange(-40_000, 40_000).Draw(t, "n")
		moved := d.AddDays(n)
		if got := d.DaysUntil(moved); got != n {
			t.Fatalf("%s.DaysUntil(%s) = %d, want %d", d, moved, got, n)
		}
		if (n > 0) != moved.After(d) {
			t.Fatalf("string order of %s and %s", d, moved)
		}
		back, err := ParseChineseDate(d.Chinese())
		if err != nil || back != d {
			t.Fatalf("%s → %s → %s, %v", d, d.Chinese(), back, err)
		}
		months := rapid.IntRange(-600, 600).Draw(t, "months")
		later := d.AddMonths(months)
		if got := (later.Year()-d.Year())*12 + later.Month() - d.Month(); got != months {
			t.Fatalf("%s + %d months = %s, which is %d months away", d, months, later, got)
		}
	})
}
